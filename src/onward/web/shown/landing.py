"""What the screens of taking in a no show."""

from dataclasses import dataclass

from django.forms import BoundField

from onward.web.shown.shared import Action, Choice, Quote


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the walk one is; `number` 0 is a screen beside it.

    `url` is posted to with `go`: next, skip, back, leave or stay.
    """

    url: str
    application: str
    application_url: str
    number: int = 0
    of: int = 0
    can_go_back: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """One field with what is known for it, in words, and where that is from.

    `value` is empty where nothing is known; `quote` are words of theirs, `said` is
    anything else it rests on.
    """

    field: BoundField
    value: str = ""
    quote: Quote | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """How it ended: their words, what is known and can be put right, and what is not.

    `more` are folded questions, open where an answer was not understood.
    """

    title: str
    heard: str
    quote: Quote | None = None
    correct_url: str = ""
    edit_url: str = ""
    known: tuple[Ask, ...] = ()
    more: tuple[Ask, ...] = ()
    is_more_open: bool = False


@dataclass(frozen=True, slots=True)
class Feeling:
    """The scale in words, and the words to choose from."""

    scale: tuple[Choice, ...]
    words: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An explanation; `choices` are the trays it can lie in."""

    id: int
    text: str
    choices: tuple[Choice, ...]
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Tray:
    """A tray with its cards; the one without a value holds what is not sorted yet."""

    value: str
    title: str
    said: str = ""
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An explanation that is offered, with the fact it comes from."""

    key: str
    text: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A question asked when all cards lie on one side; without a kind there is none."""

    kind: str = ""
    question: str = ""
    said_back: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The trays, what is offered beside them, and what the advert has to do with it."""

    loose: Tray
    trays: tuple[Tray, ...]
    suggestions: tuple[Suggestion, ...]
    nudge: Nudge
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Sourced:
    """A sentence, with where it is from."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Odds:
    """The odds in sentences; `assumed` says what they take for granted."""

    sentences: tuple[Sourced, ...]
    assumed: tuple[str, ...]
    bias: Sourced
    rights_url: str = ""
    tell_url: str = ""


@dataclass(frozen=True, slots=True)
class PrivatePage:
    """A page for nobody; sealed, its text is not given."""

    text: str = ""
    sealed: str = ""
    is_written: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What was chosen, what they wrote, and what can come next."""

    chosen: str = ""
    next: str = ""
    kind_note: tuple[Quote, ...] = ()
    private_url: str = ""
    actions: tuple[Action, ...] = ()
    again: tuple[Action, ...] = ()
