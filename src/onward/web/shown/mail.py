"""What the pages about mail show."""

from dataclasses import dataclass

from onward.web.shown.shared import ONE_PAGE, Choice, Filter, Pages, Verdict


@dataclass(frozen=True, slots=True)
class Import:
    """One reading of a mailbox.

    `state` is waiting, running, paused, done, stopped or refused; `share` is 0 to 100,
    or None while the length is unknown. `kept`, `ordinary`, `known` and `refused` add
    up to all that was read. The addresses that apply now are posted to.
    """

    id: int
    name: str
    state: str
    sentence: str
    share: int | None = None
    rate: str = ""
    remaining: str = ""
    kept: str = ""
    ordinary: str = ""
    known: str = ""
    refused: str = ""
    problems: tuple[str, ...] = ()
    pause_url: str = ""
    resume_url: str = ""
    cancel_url: str = ""
    dismiss_url: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to a mail that waits, the likeliest first.

    `asks_employer` tells that a new application needs an employer the mail does not
    name. `wrong_url` leads to saying something else.
    """

    id: int
    url: str
    question: str
    likely: tuple[Choice, ...]
    new: Choice
    not_mine: Choice
    asks_employer: bool = False
    wrong_url: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One mail Onward is not sure about, with the likeliest answers."""

    id: int
    url: str
    sender: str
    subject: str
    on: str
    verdict: Verdict
    answers: Answers


@dataclass(frozen=True, slots=True)
class Filed:
    """One mail that was read and filed."""

    url: str
    on: str
    sender: str
    subject: str
    words: str
    application: str = ""
    application_url: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much mail was kept and how much was not, as numbers in words."""

    kept: str
    ordinary: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Line:
    """One kept mail, where it lay and why it was fetched."""

    url: str
    on: str
    sender: str
    subject: str
    folder: str
    why: str


@dataclass(frozen=True, slots=True)
class MailboxShown:
    """A connected mailbox as a card shows it, and as its own page does.

    `share` is 0 to 100 while it is read, `trouble` what stands in the way. Counts are
    words, empty where there is nothing to count.
    """

    id: int
    name: str
    url: str
    sentence: str
    state: str
    is_live: bool
    share: int | None = None
    trouble: str = ""
    needs_person: bool = False
    seen: str = ""
    kept: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    lines: tuple[Line, ...] = ()
    folders: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Inbox:
    """The mail page; `live` keeps it asking how far the reading is.

    `cut` says that a search found more than is listed.
    """

    imports: tuple[Import, ...] = ()
    mailboxes: tuple[MailboxShown, ...] = ()
    live: bool = False
    can_connect: bool = False
    waiting: tuple[Waiting, ...] = ()
    waiting_total: int = 0
    filed: tuple[Filed, ...] = ()
    query: str = ""
    filters: tuple[Filter, ...] = ()
    pages: Pages = ONE_PAGE
    cut: str = ""
    counts: Counts | None = None
    widths: tuple[Choice, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text shown; marked where it is evidence."""

    text: str
    marked: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a mail may be put: the likeliest first, then what is new, then all others.

    `is_open` tells that nothing is chosen yet. `employer` is what the mail says of it.
    """

    likely: tuple[Choice, ...] = ()
    plain: tuple[Choice, ...] = ()
    others: tuple[Choice, ...] = ()
    is_open: bool = False
    employer: str = ""


@dataclass(frozen=True, slots=True)
class MessageShown:
    """One mail, what Onward makes of it, and how to put it right."""

    subject: str
    sender: str
    address: str
    on: str
    pieces: tuple[Piece, ...]
    verdict: Verdict
    moment: str = ""
    application: str = ""
    application_url: str = ""
    tie: str = ""
    faults: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    correct_url: str = ""
    meanings: tuple[Choice, ...] = ()
    places: Places = Places()
    answers: Answers | None = None
    look_alikes: str = ""
    undo_url: str = ""
    forget_url: str = ""
