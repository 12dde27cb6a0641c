"""What the pages about applications show."""

from dataclasses import dataclass

from onward.web.shown.shared import ONE_PAGE, Action, Choice, Filter, Pages, Quote


@dataclass(frozen=True, slots=True)
class Row:
    """One application in a table."""

    url: str
    role: str
    employer: str
    stage: str
    line: str
    last_on: str
    next: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a table's column; `sort` is what `?sort=` becomes when pressed."""

    label: str
    sort: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The table of applications; `empty` means there is no application at all."""

    rows: tuple[Row, ...] = ()
    query: str = ""
    sort: str = ""
    filters: tuple[Filter, ...] = ()
    columns: tuple[Column, ...] = ()
    pages: Pages = ONE_PAGE
    sentence: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One application on the board; `loop` is its step once it is closed."""

    id: int
    url: str
    role: str
    employer: str
    line: str
    since: str
    loop: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One stage of the board; the lane with the key `closed` lies below the others."""

    key: str
    title: str
    count: int
    cards: tuple[Card, ...] = ()
    more_url: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """The board of stages."""

    columns: tuple[Lane, ...] = ()
    sentence: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of a timeline; `kind` is event, quiet (a gap) or ahead."""

    title: str
    when: str = ""
    moment: str = ""
    said: str = ""
    quote: Quote | None = None
    kind: str = "event"
    source_words: str = ""
    event_id: int | None = None
    correct_url: str = ""
    undo_url: str = ""
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """The one useful next step of an application."""

    text: str
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at an employer."""

    name: str
    part: str = ""
    address: str = ""
    edit_url: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One interview in a line or two; `quote` tells who is there."""

    title: str
    when: str = ""
    said: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail in a list; `words` is its meaning in words."""

    url: str
    subject: str
    sender: str
    on: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One application: its timeline (newest first) and what stands beside it."""

    role: str
    employer: str
    employer_url: str
    place: str = ""
    line: str = ""
    stage: str = ""
    chips: tuple[str, ...] = ()
    timeline: tuple[Happening, ...] = ()
    next: Next | None = None
    rounds: tuple[Round, ...] = ()
    people: tuple[Person, ...] = ()
    mail: tuple[Letter, ...] = ()
    note: str = ""
    advert: str = ""
    link: str = ""
    record_url: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One thing understood of the line that adds an application."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Understood:
    """How the line is understood so far, and what it still lacks."""

    told: tuple[Told, ...] = ()
    missing: str = ""
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """The page that makes two of something one."""

    title: str
    said: str
    question: str
    choices: tuple[Choice, ...]
    back_url: str
    query: str = ""


@dataclass(frozen=True, slots=True)
class Going:
    """The page that asks before something is deleted for good."""

    title: str
    said: str
    back_url: str
    loses: tuple[str, ...] = ()
    keep: Action | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done; `undo_url` is posted to."""

    text: str
    when: str
    moment: str = ""
    by: str = ""
    undo_url: str = ""
    undone: str = ""


@dataclass(frozen=True, slots=True)
class DoneShown:
    """The history: what was done, the latest first."""

    done: tuple[Done, ...] = ()
    pages: Pages = ONE_PAGE


@dataclass(frozen=True, slots=True)
class EmployerShown:
    """One employer and all that was applied for there."""

    name: str
    line: str = ""
    note: str = ""
    names: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    people: tuple[Person, ...] = ()
    door: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
