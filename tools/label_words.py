"""Counts the words of organisations' names, to part what addresses squeeze together.

Run as `python -m tools.label_words [--measure]`. The names come from our own mail to
build with, commoner words of English from the pieces of the mail encoder, which stand
there by how common they are. The same mail gives the same file. `--measure` writes
nothing: it counts half of the names and tells how many addresses of the others are
parted as their owners write them.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from zlib import crc32

from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import squeezed
from onward.domain.mail.details.employer.parting import LabelWords, parted_by
from onward.domain.mail.details.employer.writer import own_domain_of
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.message import Address
from onward.domain.mail.senders import words
from tools.detail_examples import DETAILS, noted_mail
from tools.mail_examples import HOUSE, OWN, own_examples

INTO = HOUSE / "src" / "onward" / "domain" / "mail" / "weights" / "label-words.txt"
# What a word costs that only English knows, and how much less the commoner ones do.
_OF_ENGLISH, _BY_RANK, _SHORTEST = 6.0, 0.7, 4
# What one costs that organisations are known to bear, though none here does.
_BORNE = 6.5
_WORD = re.compile(r"[a-z]{2,}")
Pair = tuple[str, str]


def pairs() -> list[Pair]:
    """Return labels of addresses with the names they spell, each once, in order."""
    noted = noted_mail(DETAILS / "build")
    letters = [*own_examples(OWN / "build"), *own_examples(OWN / "later")]
    told = [
        *((one.mail.sender, one.employer) for one in letters if one.language == "en"),
        *((one.mail.sender, one.told.get("employer", "")) for one in noted),
        *((one.mail.sender, one.told.get("agency", "")) for one in noted),
    ]
    return sorted({(_label(who), name) for who, name in told if _bears(who, name)})


def _bears(sender: Address, name: str) -> bool:
    return bool(name) and squeezed(_label(sender)) == squeezed(name)


def _label(sender: Address) -> str:
    return domain_label(own_domain_of(sender))


def words_of(name: str) -> list[str]:
    """Return a name's words in small letters, "&" spelled out."""
    plain = name.replace("&", " and ").lower()
    return re.sub(r"['\u2019.]", "", plain).split()


def counted(some: Iterable[Pair]) -> LabelWords:
    """Return how rare words are: of names by their share, others by their rank."""
    names = [words_of(name) for _, name in some]
    anywhere = Counter(word for name in names for word in name)
    last = Counter(name[-1] for name in names if len(name) > 1)
    costs = dict(_of_english()) | {
        word: _rarity(count, anywhere)
        for word, count in anywhere.items()
        if _WORD.fullmatch(word) and (count > 1 or len(word) >= _SHORTEST)
    }
    ends = {w: _rarity(count, last) for w, count in last.items() if _WORD.fullmatch(w)}
    for word in words("organisations", "words"):
        if _WORD.fullmatch(word):
            costs.setdefault(word, _BORNE)
            ends.setdefault(word, _BORNE)
    return LabelWords(costs, ends)


def _rarity(count: int, among: Counter[str]) -> float:
    return -math.log(count / among.total())


def _of_english() -> Iterator[tuple[str, float]]:
    pieces = shipped_encoder().vocabulary.pieces
    for rank, piece in enumerate(pieces, 1):
        if len(piece) >= _SHORTEST and _WORD.fullmatch(piece):
            rare = math.log(rank * math.log(len(pieces)))
            yield piece, _OF_ENGLISH + _BY_RANK * rare


def lines_of(known: LabelWords) -> Iterator[str]:
    """Yield each word with what it costs anywhere and at the end, in order."""
    for word in sorted({*known.anywhere, *known.last}):
        costs = (known.anywhere.get(word), known.last.get(word))
        told = ("-" if cost is None else f"{cost:.2f}" for cost in costs)
        yield " ".join([word, *told])


def measured(many: list[Pair]) -> Iterator[str]:
    """Yield how many names come out right when the other half was counted."""
    for half in (0, 1):
        taught = [pair for pair in many if crc32(pair[0].encode()) % 2 != half]
        known = counted(taught)
        held = [pair for pair in many if crc32(pair[0].encode()) % 2 == half]
        for kind, some in (
            ("of several words", [p for p in held if " " in p[1]]),
            ("of one word", [p for p in held if " " not in p[1]]),
        ):
            right = sum(_is_right(label, name, known) for label, name in some)
            yield f"{kind}: {right} of {len(some)}, {right / len(some):.3f}"


def _is_right(label: str, name: str, known: LabelWords) -> bool:
    parts = re.split(r"[-_.]+", label)
    said = [word for part in parts for word in parted_by(known, part)]
    return [w for w in said if w != "and"] == [w for w in words_of(name) if w != "and"]


def main() -> None:
    """Count, or measure."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--measure", action="store_true")
    many = pairs()
    if asked.parse_args().measure:
        print("\n".join(measured(many)))
        return
    content = "\n".join(lines_of(counted(many))) + "\n"
    INTO.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
