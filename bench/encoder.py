"""Compares the linear model, the encoder and both together, on mail they do not know.

Run as `python -m bench.encoder [PART ...] [--kept FOLDER] [--markdown FILE]`.

  held   our own mail to build with and real public mail, a third held out at a time,
         from the models that `tools.train_encoder` and `tools.blend_encoder` kept
  judge  mail written for this project to judge with, as shipped
  cost   milliseconds a message, megabytes on disk and in memory, as shipped
"""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

import numpy as np
import psutil

from bench.telling import parser_of, tell
from onward.domain.mail.encoder.cascade import (
    Blend,
    blended,
    is_doubted,
    shipped_blend,
    worth_asking,
)
from onward.domain.mail.encoder.encode import encode, pieces_of
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.scores import meanings, softmax
from onward.domain.mail.meaning.verdict import is_unsure, meaning_in, said_in_words
from onward.domain.mail.meaning.weights import Floats
from tools.encoder_blend import learned, quotes_well
from tools.encoder_lessons import taught_of
from tools.encoder_parts import KEPT, Heard, all_heard
from tools.mail_examples import Example, judge_examples
from tools.mail_figures import Answer, asking_line, ordinary_line, table

Lines = Iterator[str]
Said = Callable[[Heard, Blend], Floats]


def by_linear(heard: Heard, _: Blend) -> Floats:
    """Return what the linear model says."""
    return said_in_words(heard.scores, heard.taught.letter.text)


def by_encoder(heard: Heard, _: Blend) -> Floats:
    """Return what the encoder says."""
    return np.asarray(softmax(heard.encoded.log_odds[None, :])[0])


def by_both(heard: Heard, blend: Blend) -> Floats:
    """Return what the cascade says: the encoder is asked where there is doubt."""
    unread = heard.is_foreign or heard.taught.letter.is_bare
    if unread or not worth_asking(heard.scores, blend):
        return said_in_words(heard.scores, heard.taught.letter.text)
    both = blended(heard.scores, heard.encoded, blend)
    return said_in_words(both, heard.taught.letter.text)


WAYS: dict[str, Said] = {
    "linear model": by_linear,
    "encoder": by_encoder,
    "cascade": by_both,
}


def held(kept: Path) -> Lines:
    """Learn the blend on two thirds of what was held out and apply it to the third."""
    for kind, title, language in (
        ("own", "Our own mail", "en"),
        ("real", "Real public mail", "en"),
        ("own", "Our own German mail", "de"),
    ):
        pairs = pairs_held(kept, language)
        of_kind = [pair for pair in pairs if pair[0].taught.example.kind == kind]
        yield from compared(f"{title}, held out", of_kind)


@cache
def pairs_held(kept: Path, language: Language) -> list[tuple[Heard, Blend]]:
    """Return what was held out, each letter with the blend of the other thirds."""
    parts = list(all_heard(kept, language))
    blends = [
        learned(
            [each for other in parts if other is not part for each in other], language
        )
        for part in parts
    ]
    return [(h, b) for part, b in zip(parts, blends, strict=True) for h in part]


def judge(_: Path) -> Lines:
    """Ask what is shipped about mail that nobody trains or tunes on."""
    examples = judge_examples()
    pairs = [(heard, shipped_blend()) for heard in heard_as_shipped(examples)]
    yield from compared("Our own mail to judge with, as shipped", pairs)


def heard_as_shipped(examples: Sequence[Example]) -> list[Heard]:
    """Return what both shipped models say of examples."""
    taught = [taught_of(example) for example in examples]
    letters = [each.letter for each in taught]
    pieces = pieces_of(letters)
    foreign = [each.is_foreign for each in pieces]
    said = zip(taught, meanings(letters), encode(pieces), foreign, strict=True)
    return [Heard(*each) for each in said]


def compared(title: str, pairs: Sequence[tuple[Heard, Blend]]) -> Lines:
    """Yield the tables of each way of reading, then who was asked and who quoted."""
    for way, said in WAYS.items():
        answers = [answered(h, said(h, blend), blend) for h, blend in pairs]
        yield from (f"### {title}: {way}", "", *table(answers), "")
        yield from (ordinary_line(answers), asking_line(answers), "")
    ordinary = [
        pair for pair in pairs if pair[0].taught.example.label == "not_job_related"
    ]
    for name, some in (("ordinary mail", ordinary), ("all mail", pairs)):
        asked = sum(worth_asking(heard.scores, blend) for heard, blend in some)
        yield f"The encoder is asked about {asked} of {len(some)} of {name}."
    quoted = [pair for pair in pairs if pair[0].taught.quote != (0, 0)]
    hits = sum(quotes_well(heard, blend) for heard, blend in quoted)
    yield f"The strongest quote holds deciding words in {hits} of {len(quoted)}."
    yield ""


def answered(heard: Heard, chances: Floats, blend: Blend) -> Answer:
    """Return what was said of one message, and what it is."""
    example = heard.taught.example
    doubted = is_doubted(heard.scores, blend)
    said, confidence = meaning_in(chances, is_doubted=doubted)
    return Answer(
        group=example.group,
        origin=example.origin,
        kind=example.kind,
        truth=example.label,
        said=said,
        confidence=confidence,
        needs_asking=is_unsure(said, confidence),
    )


def cost(_: Path) -> Lines:
    """Measure time and size of both models on our own mail to judge with."""
    letters = [taught_of(each).letter for each in judge_examples()]
    before = resident()
    shipped_encoder()
    meanings(letters[:1])
    loaded = resident()
    yield f"Memory: {before:.0f} MB before, {loaded:.0f} MB with both models loaded."
    for name, read in (
        ("linear model", meanings),
        ("encoder, in one batch", lambda some: encode(pieces_of(some))),
        ("encoder, one by one", lambda some: [encode(pieces_of([x])) for x in some]),
    ):
        begun = time.process_time()
        read(letters)
        spent = (time.process_time() - begun) / len(letters)
        yield f"{name}: {1000 * spent:.1f} ms of processor time a message."
    yield f"Memory after {len(letters)} messages: {resident():.0f} MB."
    folder = files("onward.domain.mail") / "weights" / "encoder"
    size = sum(len(part.read_bytes()) for part in folder.iterdir())
    pieces = np.mean([len(each.ids) for each in pieces_of(letters)])
    yield f"On disk: {size / 1e6:.1f} MB. Pieces a message: {pieces:.0f}."


def resident() -> float:
    """Return the memory that this process holds, in megabytes."""
    return float(psutil.Process().memory_info().rss) / 1e6


PARTS: dict[str, Callable[[Path], Lines]] = {"held": held, "judge": judge, "cost": cost}


def main() -> None:
    """Measure the parts asked for, print the tables and keep them if asked to."""
    asked = parser_of(__doc__, PARTS)
    asked.add_argument("--kept", type=Path, default=KEPT)
    told = asked.parse_args()
    lines: list[Lines] = []
    for part in told.parts or PARTS:
        if part == "held" and not told.kept.exists():
            print(f"{told.kept} is not there: run tools.train_encoder first.")
            continue
        lines.append(PARTS[part](told.kept))
    tell(chain.from_iterable(lines), told.markdown)


if __name__ == "__main__":
    main()
