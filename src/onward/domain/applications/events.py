"""What can happen to an application, from whom we know it, and how sure that is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """Something that happened to an application, in the usual order of a day.

    `FOUND` is an advert written down before applying. `INVITED` is dated when the
    invitation came, `INTERVIEW_SCHEDULED` when the talk is. `WROTE` is the person's own
    mail, `HEARD` any other word of the employer's. `RETRACTED` takes the event it
    supersedes out of the history that counts.
    """

    FOUND = "found"
    APPROACHED = "approached"
    APPLIED = "applied"
    ACKNOWLEDGED = "acknowledged"
    ASSESSMENT = "assessment"
    INVITED = "invited"
    INTERVIEW_SCHEDULED = "interview_scheduled"
    INTERVIEW_HELD = "interview_held"
    OFFER = "offer"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    OFFER_WITHDRAWN = "offer_withdrawn"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED_SILENT = "closed_silent"
    FEEDBACK_REQUESTED = "feedback_requested"
    FEEDBACK_RECEIVED = "feedback_received"
    WROTE = "wrote"
    HEARD = "heard"
    RETRACTED = "retracted"


class Source(StrEnum):
    """From where we know that something happened."""

    MESSAGE = "message"
    PERSON = "person"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Happened:
    """One event as a value.

    `confidence` is 0 to 1. `supersedes` is the id of the event this one replaces,
    always a smaller one. Without `has_time` only the day is known.
    """

    id: int
    kind: EventKind
    happened_at: datetime
    recorded_at: datetime
    source: Source = Source.PERSON
    confidence: float = 1.0
    supersedes: int | None = None
    has_time: bool = True
