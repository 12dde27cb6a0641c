"""What asking for feedback brings up on a day."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import (
    CharField,
    DateTimeField,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)

from onward.background.clock import zone_of
from onward.domain.today.steps import Candidate, Kind
from onward.journey.applications.models import Application
from onward.journey.feedback.doors import doors_due
from onward.journey.feedback.models import (
    FeedbackRequest,
    FeedbackText,
    OutgoingLetter,
    Slot,
)
from onward.journey.people.models import Person

_CALL_AHEAD = timedelta(days=2)
_CALL_LASTS = timedelta(hours=2)
_MOST = 60
State = OutgoingLetter.State
Rows = QuerySet[Any, Any]


def feedback_candidates(person: Person, now: datetime) -> Iterator[Candidate]:
    """Yield what may help now with letters, calls, feedback and doors, in one query."""
    first, *others = (
        _rows(Kind.LETTER, _stuck_letters(person), "application", F("approved_at")),
        _rows(
            Kind.CALL, _near_calls(person, now), "request__application", F("starts_at")
        ),
        _rows(Kind.FEEDBACK, _closed_words(person), "application", F("received_at")),
        _rows(Kind.FOLLOW_UP, _due_asks(person, now), "application", F("asked_at")),
        _rows(Kind.DOOR, _due_doors(person, now), "latest", _moment(now)),
    )
    for kind, pk, about, at in first.union(*others, all=True)[:_MOST]:
        if about is not None:
            yield Candidate(Kind(kind), _mark(kind, pk, at), at, about)


def _rows(kind: Kind, found: Rows, about: str, at: F | Value) -> Rows:
    """Return rows of one shape, so that all kinds fit into one query."""
    named = found.annotate(
        brought_up=Value(kind.value, output_field=CharField()), when=at
    )
    rows: Rows = named.order_by().values_list("brought_up", "pk", about, "when")
    return rows


def _mark(kind: str, pk: int, at: datetime) -> str:
    """Return the mark; what is put off comes back when its day or hour changes."""
    if kind == Kind.CALL:
        return f"{pk}-{at:%m%d%H%M}"
    return f"{pk}-{at:%m%d}" if kind == Kind.DOOR else str(pk)


def _moment(now: datetime) -> Value:
    return Value(now, output_field=DateTimeField())


def _stuck_letters(person: Person) -> QuerySet[OutgoingLetter]:
    stuck = [State.UNSURE, State.FAILED]
    return OutgoingLetter.objects.of(person).filter(state__in=stuck)


def _near_calls(person: Person, now: datetime) -> QuerySet[Slot]:
    near = (now - _CALL_LASTS, now + _CALL_AHEAD)
    agreed = Slot.objects.of(person).filter(state=Slot.State.AGREED)
    ahead = agreed.exclude(call__ended_at__isnull=False)
    return ahead.filter(starts_at__range=near)


def _closed_words(person: Person) -> QuerySet[FeedbackText]:
    return FeedbackText.objects.of(person).filter(ready_at=None)


def _due_asks(person: Person, now: datetime) -> QuerySet[FeedbackRequest]:
    day = now.astimezone(zone_of(person)).date()
    asked = FeedbackRequest.objects.of(person).filter(state=FeedbackRequest.State.ASKED)
    return asked.filter(follow_up_on__lte=day)


def _due_doors(person: Person, now: datetime) -> Rows:
    """Match doors that are due, each with the latest application there."""
    there = Application.objects.of(person).filter(employer=OuterRef("employer"))
    latest = Subquery(there.order_by("-pk").values("pk")[:1])
    day = now.astimezone(zone_of(person)).date()
    return doors_due(person, day).select_related(None).annotate(latest=latest)
