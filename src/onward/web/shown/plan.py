"""What the pages about patterns, the focus and its plan show."""

from dataclasses import dataclass

from onward.web.shown.shared import Action, Choice, Quote


@dataclass(frozen=True, slots=True)
class PointShown:
    """One point in its words, with the way to put it elsewhere."""

    quote: Quote
    place_url: str


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """One point, and the themes it could be about."""

    key: str
    quote: Quote
    themes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CellShown:
    """What one source says of a theme: how many voices, when last, and the quotes."""

    source: str
    count: int
    said: str
    points: tuple[PointShown, ...]


@dataclass(frozen=True, slots=True)
class PatternShown:
    """One theme of the board; a source that is silent has an empty cell."""

    title: str
    standing: str
    is_more: bool
    cells: tuple[CellShown, ...]
    theme: str
    can_begin: bool


@dataclass(frozen=True, slots=True)
class BoardPart:
    """The patterns to build on, or those to keep."""

    title: str
    said: str
    patterns: tuple[PatternShown, ...]


@dataclass(frozen=True, slots=True)
class SpotsPart:
    """One way in which the person's view and that of others part."""

    title: str
    said: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoardShown:
    """All patterns, and where the person's view and that of others part."""

    parts: tuple[BoardPart, ...]
    sources: tuple[str, ...]
    spots: tuple[SpotsPart, ...]
    sentence: str
    foreseen: str = ""
    unplaced: tuple[PointShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the plan, with the way to say it or to change it."""

    title: str
    words: str
    url: str
    is_said: bool


@dataclass(frozen=True, slots=True)
class DrillRow:
    """One practice of the plan."""

    url: str
    day: str
    question: str
    rung: str
    done: str = ""
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One time of the week set aside."""

    words: str
    drop_url: str


@dataclass(frozen=True, slots=True)
class FocusShown:
    """The one thing worked on now, with all of its plan."""

    pk: int
    title: str
    said: str
    quote: Quote | None
    lines: tuple[Line, ...]
    goal_url: str
    if_then: str
    if_then_url: str
    week: tuple[TimeRow, ...]
    drills: tuple[DrillRow, ...]
    until: str
    reviews: tuple[str, ...]
    review: Action | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A focus that waits, or one that is done with."""

    title: str
    said: str
    take_up_url: str = ""


@dataclass(frozen=True, slots=True)
class PlanShown:
    """The page of the plan: the focus, what waits, and what was done with."""

    focus: FocusShown | None
    shelf: tuple[Waiting, ...]
    retired: tuple[Waiting, ...]
    ideas: tuple[PatternShown, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One question about the plan, and the ways from it."""

    name: str
    title: str
    said: str
    number: int
    count: int
    back_url: str
    leave_url: str
    quote: Quote | None = None
    ideas: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    week: tuple[TimeRow, ...] = ()
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class DrillShown:
    """One practice: the question, what it tests, and what may be asked further."""

    title: str
    question: str
    tests: str
    probes: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]
    rung: str
    focus: str
    if_then: str
    is_done: bool
    choices: tuple[Choice, ...] = ()
