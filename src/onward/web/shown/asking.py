"""What the pages about asking for feedback show."""

from dataclasses import dataclass

from onward.web.shown.shared import Action, Choice, Quote


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of advice, with their words or its source beside it."""

    text: str
    quote: Quote | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ShouldShown:
    """Whether to ask: the answer, its reasons, what to expect, what comes first."""

    title: str
    reasons: tuple[Said, ...]
    expect: tuple[Said, ...] = ()
    first: tuple[Action, ...] = ()
    first_said: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    fairness_url: str = ""


@dataclass(frozen=True, slots=True)
class WhomShown:
    """Who can be asked; each choice says why it stands where it does."""

    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the walk a screen is, and the ways from it."""

    number: int
    count: int
    back_url: str
    leave_url: str
    application: str
    application_url: str
    application_pk: int


@dataclass(frozen=True, slots=True)
class LetterShown:
    """The letter before it goes: who gets it, when, and by which way."""

    title: str
    said: str
    to: str
    words: int
    times: tuple[str, ...] = ()
    send_label: str = ""
    mailto: str = ""
    file_url: str = ""
    has_account: bool = False
    is_edited: bool = False
    window: str = ""


@dataclass(frozen=True, slots=True)
class FlagShown:
    """One thing of a letter to look at: its words, why, and better ones, if any.

    `is_cut` says that the letter reads better without the words.
    """

    number: int
    quote: str
    why: str
    instead: str = ""
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class ToneShown:
    """How a letter sounds: a bar from 0 to 100, one sentence, and what to look at."""

    share: int
    sentence: str
    flags: tuple[FlagShown, ...] = ()
