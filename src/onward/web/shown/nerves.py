"""What the pages of the nerves toolkit show."""

from dataclasses import dataclass

from onward.domain.nerves.pace import Pace
from onward.domain.nerves.techniques import Finding
from onward.web.shown.shared import Choice, Quote


@dataclass(frozen=True, slots=True)
class TechniqueRow:
    """One technique in the list: what it is, how long it takes, how often used."""

    url: str
    title: str
    line: str
    takes: str
    used: str = ""


@dataclass(frozen=True, slots=True)
class HelpRow:
    """What the person's own ratings say of one technique."""

    title: str
    url: str
    said: str
    uses: str


@dataclass(frozen=True, slots=True)
class NervesShown:
    """The toolkit: the pacer first, the other techniques, and what helps oneself."""

    close: str
    lead: TechniqueRow
    rows: tuple[TechniqueRow, ...]
    helps_sentence: str
    helps: tuple[HelpRow, ...]
    facts: tuple[Finding, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the person's own; it can be changed and taken away at `url`."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a technique is known to do, what it is not, and when that was checked."""

    does: tuple[Finding, ...]
    is_not: tuple[str, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class Rating:
    """The two scales: where they go, what for, and the mark that keeps them once."""

    url: str
    mark: str
    scale: tuple[int, ...]
    rounds: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """How long the pacer runs, in minutes, as one can choose it."""

    minutes: int
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Pacer:
    """What the pacer needs to run by itself."""

    pace: Pace
    lengths: tuple[Length, ...]
    ways: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class TechniqueShown:
    """The page of one technique."""

    key: str
    title: str
    line: str
    parts: tuple[str, ...]
    known: Known
    rating: Rating
    own_line: str = ""
    lines: tuple[Line, ...] = ()
    offered: tuple[str, ...] = ()
    add_url: str = ""
    rungs: tuple[Choice, ...] = ()
    pacer: Pacer | None = None


@dataclass(frozen=True, slots=True)
class LetterShown:
    """The letter to oneself: for which application, with evidence of one's own."""

    title: str
    line: str
    parts: tuple[str, ...]
    known: Known
    text: str
    about: str
    url: str
    others: tuple[Choice, ...]
    evidence: tuple[Quote, ...] = ()
