"""Reads what the tone check is trained on and measured with: requests and letters."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
PUBLIC = HOUSE.parent / "shared" / "data" / "tone"
OWN = HOUSE / "training" / "letters"
DOMAINS = {
    "Wikipedia": "wikipedia.annotated.csv",
    "Stack Exchange": "stack-exchange.annotated.csv",
}
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"\]\([^)]*\)|https?://\S+|<url>")
# Names people are called by, and the marks of bold and links.
_CALLED = re.compile(r"@[\w.-]+:?|\*+|''+|_+")


@dataclass(frozen=True, slots=True)
class Request:
    """A request with the mean of five readers' standardised marks, above 0 polite."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Expected:
    """A remark a careful reader would make: its kind, and the words it quotes."""

    kind: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """A letter written for this project, with the remarks that are expected."""

    place: str
    manner: str
    text: str
    expected: tuple[Expected, ...] = ()
    hour: int | None = None
    angry: tuple[str, ...] = field(default=())


def requests(domain: str, folder: Path = PUBLIC) -> list[Request]:
    """Return the requests of a domain, each text once, without code and user names."""
    with (folder / DOMAINS[domain]).open(encoding="utf-8", newline="") as lines:
        scores: dict[str, float] = {}
        for row in csv.DictReader(lines):
            scores.setdefault(_plain(row["Request"]), float(row["Normalized Score"]))
    return [Request(text, score) for text, score in scores.items()]


def _plain(text: str) -> str:
    return _CALLED.sub(" ", _LINK.sub(" <url> ", _CODE.sub(" code ", text)))


def own_letters(folder: Path) -> list[OwnLetter]:
    """Return the letters in a folder's files, by name."""
    return [
        letter
        for path in sorted(folder.glob("*.txt"))
        for letter in _letters(path.name, path.read_text(encoding="utf-8"))
    ]


def _letters(name: str, content: str) -> Iterator[OwnLetter]:
    written = re.split(r"^@@[ \t]*", content, flags=re.MULTILINE)[1:]
    for number, part in enumerate(written, 1):
        head, _, body = part.partition("\n\n")
        first, *marks = head.split("\n")
        manner, *told = (each.strip() for each in first.split(";"))
        hours = [int(each[5:]) for each in told if each.startswith("hour=")]
        yield OwnLetter(
            place=f"{name}:{number}",
            manner=manner,
            text=body.strip() + "\n",
            expected=tuple(_expected(mark) for mark in marks if mark[0] == "!"),
            hour=hours[0] if hours else None,
            angry=tuple(mark[1:].strip() for mark in marks if mark[0] == "%"),
        )


def _expected(mark: str) -> Expected:
    kind, _, quote = mark[1:].partition(":")
    return Expected(kind.strip(), quote.strip())


def own_lines(folder: Path) -> list[OwnLetter]:
    """Return single sentences with the kinds of remark that are expected of them."""
    said = (folder / "said.txt").read_text(encoding="utf-8").splitlines()
    fine = (folder / "fine.txt").read_text(encoding="utf-8").splitlines()
    lines = []
    for place, line in enumerate(said, 1):
        kinds, _, text = line.partition(": ")
        expected = tuple(Expected(kind) for kind in kinds.split("+"))
        lines.append(OwnLetter(f"said.txt:{place}", "line", text, expected))
    lines += [
        OwnLetter(f"fine.txt:{n}", "fine", text) for n, text in enumerate(fine, 1)
    ]
    return lines
