"""What the pages about feedback show."""

from dataclasses import dataclass

from onward.web.shown.shared import Action, Choice, Quote


@dataclass(frozen=True, slots=True)
class TextRow:
    """Feedback that came, without its words until the person is ready."""

    title: str
    said: str
    url: str
    state: str


@dataclass(frozen=True, slots=True)
class FeedbackShown:
    """All feedback of one application and the ways to bring in more."""

    rows: tuple[TextRow, ...]
    application: str
    application_url: str
    take_in_url: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note in a list: its words, what it is about, what was decided."""

    url: str
    quote: Quote
    kind: str
    behaviour: str = ""
    decision: str = ""
    weight: str = ""
    is_unsure: bool = False
    focus_url: str = ""


@dataclass(frozen=True, slots=True)
class TextShown:
    """One feedback text: closed until ready, then its words and its notes."""

    title: str
    said: str
    is_ready: bool
    text: str
    notes: tuple[NoteRow, ...]
    application: str
    application_url: str
    next_url: str = ""
    left: int = 0


@dataclass(frozen=True, slots=True)
class NoteShown:
    """One step with one note: sort, translate, weigh or decide."""

    step: str
    number: int
    count: int
    title: str
    quote: Quote
    unsure: str = ""
    kinds: tuple[Choice, ...] = ()
    competencies: tuple[Choice, ...] = ()
    credit: str = ""
    ideas: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    weight: str = ""
    matches: tuple[Choice, ...] = ()
    noise: str = ""
    decisions: tuple[Choice, ...] = ()
    back_url: str = ""
    leave_url: str = ""


@dataclass(frozen=True, slots=True)
class PointsPart:
    """The points that were decided on in one way, newest first."""

    title: str
    said: str
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class PointsShown:
    """Everything that was made of feedback over time."""

    parts: tuple[PointsPart, ...]
    sentence: str
    actions: tuple[Action, ...] = ()
