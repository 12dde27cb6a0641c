"""What the screens of looking back show."""

from dataclasses import dataclass

from onward.web.shown.shared import Action, Choice


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a sitting one is; `number` 0 is a screen beside it.

    `url` is posted to with `go`. `mark` changes whenever something else is kept here,
    `draft_keys` lock what the browser holds while there is no connection, and
    `seconds_left` are those until the quarter of an hour is over.
    """

    url: str
    hub_url: str
    application: str
    walk: str
    title: str
    said: str = ""
    number: int = 0
    of: int = 0
    can_go_back: bool = False
    mark: str = ""
    draft_keys: str = ""
    seconds_left: int = 0


@dataclass(frozen=True, slots=True)
class Scale:
    """A row of choices; `low`, `middle` and `high` say what some of them look like."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    low: str = ""
    middle: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the interview, to be marked."""

    question: str
    place: str
    example: str
    scales: tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the advert: what there was to show, and how strong it was."""

    text: str
    name: str
    evidence: str
    scale: Scale


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was written, under its heading."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview on the page of all of them.

    `facts` and `meaning` say how far each sitting is; an empty url is one that cannot
    begin yet.
    """

    title: str
    when: str
    facts: str = ""
    facts_action: Action | None = None
    meaning: str = ""
    meaning_action: Action | None = None
    guess: str = ""
    told: tuple[Told, ...] = ()
    others: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Hub:
    """All interviews of an application, and what was written of each.

    `draft_keys` open what this browser may still hold of them.
    """

    application: str
    application_url: str
    interviews: tuple[Interview, ...]
    tell_url: str = ""
    wants_passphrase: bool = False
    private_url: str = ""
    draft_keys: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The long form on one sheet; parts without words leave room to write by hand."""

    title: str
    when: str
    back_url: str
    parts: tuple[Told, ...]
