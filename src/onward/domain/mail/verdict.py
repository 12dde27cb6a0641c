"""What a message means, how sure that is, and the words it rests on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Meaning(StrEnum):
    """What a message says about a job search."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ASSESSMENT = "assessment"
    INTERVIEW_INVITATION = "interview_invitation"
    OFFER = "offer"
    REJECTION = "rejection"
    FEEDBACK = "feedback"
    FOLLOW_UP = "follow_up"
    RECRUITER_OUTREACH = "recruiter_outreach"
    NOT_JOB_RELATED = "not_job_related"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that speaks for a meaning, with its place in the text shown.

    `start` and `end` are offsets into `Reading.shown_text`; `weight` is in log-odds.
    """

    quote: str
    meaning: Meaning
    start: int
    end: int
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """A guess the person can check: a meaning, how sure (0 to 1) and its evidence."""

    meaning: Meaning
    confidence: float
    needs_asking: bool
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the message, verbatim, with offsets into the text shown."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Details:
    """What a message tells about an application; empty where it does not tell.

    `employer` is the organisation that decides, never the tracking system that sends;
    `agency` is who writes for it. `roles` has one entry for each role spoken of.
    `interviewers` are who will sit in an interview; `interviewers_said` tells so.
    `meets_at` are aware moments of an interview named in the text or an invitation.
    `stage` is one of application, screen, first, later, final, offer or empty.
    """

    employer: str = ""
    employer_domain: str = ""
    agency: str = ""
    roles: tuple[str, ...] = ()
    contact_name: str = ""
    contact_address: str = ""
    interviewers: tuple[str, ...] = ()
    interviewers_said: Passage | None = None
    meets_at: tuple[datetime, ...] = ()
    stage: str = ""
    reason: Passage | None = None
    feedback_given: Passage | None = None
    feedback_offered: Passage | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one message.

    `shown_text` is the cleaned text the person sees: subject line, blank line, then the
    words newly written in this message (quotes of earlier mail and footers cut off).
    `chance` is how likely the message is about the search, whatever it then says.
    `is_in_doubt` tells, of a quick reading, that a thorough one may say otherwise.
    """

    shown_text: str
    thread: str
    verdict: Verdict
    details: Details
    chance: float = 1.0
    is_in_doubt: bool = False
