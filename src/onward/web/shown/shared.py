"""Values that several pages show: quotes, actions, choices, verdicts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, verbatim, with where they are from; `url` opens the mail."""

    text: str
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to press: a link (`get`) or a form of its own (`post`)."""

    label: str
    url: str
    primary: bool = False
    method: str = "get"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers; `said` explains it in smaller letters."""

    value: str
    label: str
    said: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A list to narrow a page by; `name` is the parameter in the address."""

    name: str
    label: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Where in a long list one is, and the addresses of the pages beside."""

    number: int = 1
    count: int = 1
    total: int = 0
    before_url: str = ""
    after_url: str = ""


ONE_PAGE = Pages()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A guess in words, how sure it is in words, and the quotes it rests on.

    `right_url` is posted to, `wrong_url` leads to the correction; `confirmed` ("You
    said so on 3 November") takes the place of both.
    """

    words: str
    sure: str
    unsure: bool = False
    quotes: tuple[Quote, ...] = ()
    right_url: str = ""
    wrong_url: str = ""
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """The line at the bottom after something was done; `url` is posted to."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: the theme, where we are, and the counts beside."""

    theme: str = ""
    here: str = ""
    applications: int = 0
    mail_to_check: int = 0
    undo: Undo | None = None
