"""What linking works with: what a message tells, and what is known of applications."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from onward.domain.mail.verdict import Meaning

STARTS = frozenset(
    {
        *(Meaning.ACKNOWLEDGEMENT, Meaning.ASSESSMENT, Meaning.INTERVIEW_INVITATION),
        *(Meaning.OFFER, Meaning.REJECTION, Meaning.FEEDBACK),
    }
)
# These say nothing of a step; they need a closer tie to be put to an application.
QUIET = frozenset({Meaning.OTHER, Meaning.RECRUITER_OUTREACH, Meaning.NOT_JOB_RELATED})


class Sign(StrEnum):
    """Something in a message's words that matters for where it is filed."""

    APPLIES = "applies"
    WITHDRAWS = "withdraws"
    DECLINES = "declines"
    FORWARDED = "forwarded"
    SEVERAL = "several"
    OPTIONS = "options"
    BULK = "bulk"
    ACCOUNT = "account"


class Why(StrEnum):
    """What ties a message to an application."""

    THREAD = "thread"
    REFERENCE = "reference"
    EMPLOYER_AND_ROLE = "employer_and_role"
    EMPLOYER = "employer"
    SENDER = "sender"
    AGENCY = "agency"
    WORDS = "words"
    ROLE = "role"
    RARE_ROLE = "rare_role"
    NAMED = "named"
    COLLEAGUE = "colleague"
    FIRST_WORD = "first_word"
    NOTHING = ""


# What an answer to a request for feedback is easily taken for.
WORDS_AFTER_ASKING = frozenset({Meaning.INTERVIEW_INVITATION, Meaning.ACKNOWLEDGEMENT})
# Later, an invitation is more likely to be a new step.
_SOON = timedelta(days=21)


def is_soon(asked_at: datetime | None, moment: datetime | None) -> bool:
    """Tell whether a moment lies soon after feedback was asked for."""
    if asked_at is None or moment is None:
        return False
    return timedelta(0) <= moment - asked_at <= _SOON


@dataclass(frozen=True, slots=True)
class Clue:
    """What one message tells about the application it belongs to.

    `ids` are the message ids it names, its own among them; `writers` the addresses of
    the other side; `also` other names it gives somebody; `people` whom it names in
    full, `writer` who writes it, both in small letters. `text` is given only where the
    rest may not tell (`needs_text`); `evidence` are the places in it that its meaning
    rests on. `is_sure` says that its meaning needs no asking.
    """

    id: int
    sent_at: datetime | None
    meaning: Meaning
    order: str = ""
    own: bool = False
    is_sure: bool = True
    ids: tuple[str, ...] = ()
    thread: str = ""
    employer: str = ""
    domain: str = ""
    agency: str = ""
    roles: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    writer: str = ""
    signs: frozenset[Sign] = frozenset()
    text: str = ""
    evidence: tuple[tuple[int, int], ...] = ()

    @property
    def own_references(self) -> tuple[str, ...]:
        """The numbers it is about; a receipt may name earlier ones after its own."""
        begins = self.meaning is Meaning.ACKNOWLEDGEMENT
        return self.references[:1] if begins else self.references

    @property
    def role(self) -> str:
        """The role it speaks of most."""
        return self.roles[0] if self.roles else ""


@dataclass(slots=True)
class Known:
    """An application as far as linking knows it; it learns from what is put to it.

    `id` is that of the application, or below zero for one that is not kept yet;
    `tellers` are the addresses of those who told of a step, `first_names` what they are
    called; `people` are named by its mail, in full and with an initial.
    """

    id: int
    employers: list[str] = field(default_factory=list)
    domains: set[str] = field(default_factory=set)
    agencies: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    writers: set[str] = field(default_factory=set)
    tellers: set[str] = field(default_factory=set)
    first_names: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    threads: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    first_at: datetime | None = None
    last_at: datetime | None = None
    acknowledged_at: datetime | None = None
    asked_at: datetime | None = None
    ended_at: datetime | None = None

    def spread_to(self, moment: datetime | None) -> None:
        """Let the time it is known for reach to a moment."""
        if moment is None:
            return
        self.first_at = min(self.first_at or moment, moment)
        self.last_at = max(self.last_at or moment, moment)


@dataclass(frozen=True, slots=True)
class Link:
    """Where a message belongs.

    `application` is None when it belongs to none, or to none surely. One that `waits`
    asks the person: where it belongs, with `choices` as the likeliest answers, or, when
    it has an application, whether it means what it seems to. `role` is the one it is
    about; `is_meant` is false where one is named, but what is said is about another.
    """

    application: int | None
    confidence: float
    why: Why = Why.NOTHING
    choices: tuple[int, ...] = ()
    waits: bool = False
    role: str = ""
    is_meant: bool = True


def needs_text(clue: Clue) -> bool:
    """Tell whether what a message tells so far may be too little to file it by.

    A step that somebody else tells of may go on with what a system acknowledged under
    another name: its words say so.
    """
    begins = clue.meaning is Meaning.ACKNOWLEDGEMENT
    is_step = clue.meaning in STARTS and not (begins or clue.own)
    return is_step or not clue.employer or not clue.roles


def each_once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return one link to each application: where two roles lead to it, what is meant.

    None comes of no links; those to no application count as one.
    """
    found: dict[int | None, Link] = {}
    for one in links:
        before = found.setdefault(one.application, one)
        if (one.is_meant, one.confidence) > (before.is_meant, before.confidence):
            found[one.application] = one
    return tuple(found.values())
