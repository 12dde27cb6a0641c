"""Measures how feedback is read into notes, on texts that played no part in building.

Run as `python -m bench.feedback [PART ...] [--markdown FILE]`.

  judge     texts written to judge with, as shipped
  fresh     plainer ones, written before the last texts to build with, as shipped
  both      these two together: all texts that played no part in building
  others    feedback mails composed by other writers for another purpose, as shipped
  held      texts to build with, a third held out in its turn (needs the encoders of
            `tools/train_feedback_encoder.py`)
  words     the texts to judge with, by words alone, without the encoder
  baseline  the texts to judge with, read sentence by sentence with lists of words
"""

import re
import time
from collections.abc import Callable, Collection, Iterator, Sequence

from bench.telling import parser_of, tell
from onward.adapters.encoding.feedback import SmallEncoder
from onward.domain.feedback.note import Kind, Note
from onward.domain.feedback.reading import read
from onward.domain.feedback.saying import sentences_of
from onward.domain.feedback.weights import Weights
from onward.ports.feedback_encoder import FeedbackEncoder
from tools.feedback_encoder_lessons import PARTS, parted
from tools.feedback_examples import OWN, Example, examples_in
from tools.feedback_figures import Answer, answer, mistaken, table
from tools.feedback_kept import encoder_without
from tools.feedback_training import taught_by, train

_FIRST, _FRESH, _OTHERS = ("one", "two"), ("three",), ("other-hands",)
Lines = Iterator[str]

# What a first attempt would look for, in this order.
_WORDS = (
    (Kind.REAPPLY, r"again|reapply|on file|in touch|vacanc|in the future|keep an eye"),
    (Kind.NOT_ABOUT_ME, r"candidate|applica|competit|decision|field|standard|internal"),
    (Kind.ADVICE, r"suggest|recommend|advise|try|course|practi[sc]e|read|next time"),
    (Kind.UNCLEAR, r"\bfit\b|presence|confidence|something|energy|culture"),
    (Kind.IMPROVEMENT, r"but|more|less|lack|not|n't|could|would have|weak|thin|too"),
    (Kind.STRENGTH, r"good|strong|well|great|excellent|impress|lik|lov|clear"),
)


def judged() -> Lines:
    """Read the texts to judge with."""
    yield from _shown("Texts to judge with, as shipped", _read(_judge(_FIRST)))


def fresh() -> Lines:
    """Read the texts to judge with that came later."""
    yield from _shown("Later texts to judge with, as shipped", _read(_judge(_FRESH)))


def both() -> Lines:
    """Read all texts that were written to judge with."""
    texts = _judge((*_FIRST, *_FRESH))
    yield from _shown("All texts to judge with, as shipped", _read(texts))


def of_other_hands() -> Lines:
    """Read what other writers composed."""
    yield from _shown("Mails by other writers, as shipped", _read(_judge(_OTHERS)))


def held_out() -> Lines:
    """Read each third of the texts to build with by models that never saw them."""
    examples = examples_in(OWN / "build")
    answers: list[Answer] = []
    for number in range(PARTS):
        known, asked = parted(examples, number)
        encoder = encoder_without(number)
        if encoder is None:
            yield f"Part {number} is not there: see tools/train_feedback_encoder.py."
            return
        taught = [s for n, each in enumerate(known) for s in taught_by(n, each)]
        answers += _read(asked, encoder, train(taught).weights)
    yield from _shown("Texts to build with, a third held out", answers)


def baseline() -> Lines:
    """Read the texts to judge with as a first attempt would."""
    answers = [answer(each, tuple(_by_words(each.text))) for each in _judge(_FIRST)]
    title = "The same, sentence by sentence with lists of words"
    yield from _shown(title, answers, only_kinds=True)


def _judge(origins: Collection[str]) -> list[Example]:
    return [each for each in examples_in(OWN / "judge") if each.origin in origins]


def _read(
    examples: Sequence[Example],
    encoder: FeedbackEncoder | None = None,
    weights: Weights | None = None,
) -> list[Answer]:
    used = encoder or SmallEncoder()
    return [
        answer(each, read(each.text, encoded=used.encoded(each.text), weights=weights))
        for each in examples
    ]


def _by_words(text: str) -> Iterator[Note]:
    for sentence in sentences_of(text):
        quote = text[sentence.start : sentence.end]
        for kind, words in _WORDS:
            if re.search(words, quote, re.IGNORECASE):
                yield Note(quote, sentence.start, sentence.end, kind, "", 0.0, 1.0)
                break


def _shown(title: str, answers: Sequence[Answer], *, only_kinds: bool = False) -> Lines:
    points = sum(len(each.example.points) for each in answers)
    yield f"### {title}"
    yield ""
    yield f"{len(answers)} texts with {points} points."
    yield ""
    yield from table(answers, only_kinds=only_kinds)
    yield ""
    yield "; ".join(mistaken(answers))
    yield ""


def words_alone() -> Lines:
    """Read the texts to judge with without the encoder."""
    answers = [answer(each, read(each.text)) for each in _judge(_FIRST)]
    yield from _shown("Texts to judge with, by words alone", answers)


def speed() -> str:
    """Say how long reading a text takes, once the weights are there."""
    texts = [each.text for each in examples_in(OWN / "judge")]
    encoder = SmallEncoder()
    read(texts[0], encoded=encoder.encoded(texts[0]))
    began = time.process_time()
    for text in texts:
        read(text, encoded=encoder.encoded(text))
    spent = (time.process_time() - began) / len(texts)
    words = sum(len(text.split()) for text in texts) / len(texts)
    return f"{spent * 1000:.0f} ms of processor time for a text of {words:.0f} words."


WAYS: dict[str, Callable[[], Lines]] = {
    "judge": judged,
    "fresh": fresh,
    "both": both,
    "others": of_other_hands,
    "held": held_out,
    "words": words_alone,
    "baseline": baseline,
}


def main() -> None:
    """Measure the parts asked for, print the tables and keep them if asked to."""
    told = parser_of(__doc__, WAYS).parse_args()
    lines = [line for part in told.parts or WAYS for line in WAYS[part]()]
    lines.append(speed())
    tell(lines, told.markdown)


if __name__ == "__main__":
    main()
