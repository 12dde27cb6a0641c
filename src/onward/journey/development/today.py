"""What the plan brings up on a day: a practice that is due, a round to look back on."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from onward.background.clock import zone_of
from onward.domain.today.steps import Candidate, Kind
from onward.journey.development.queries import (
    current_focus,
    due_drill,
    round_to_review,
)
from onward.journey.feedback.models import FeedbackNote
from onward.journey.people.models import Person

# Later, the round is told in a reflection, if at all; nothing asks for it any more.
_STANDS = timedelta(days=10)
# A point picked long ago was let go, or came to nothing.
_TRY_STANDS = timedelta(days=28)


def plan_candidates(person: Person, now: datetime) -> Iterator[Candidate]:
    """Yield what the plan has for today: one thing of each kind at the most."""
    focus = current_focus(person)
    if focus is None:
        yield from _points_to_try(person, now)
        return
    drill = due_drill(focus, now.astimezone(zone_of(person)).date())
    if drill is not None:
        yield Candidate(Kind.DRILL, f"{drill.pk}")
    held = round_to_review(focus, now, now - _STANDS)
    if held is not None:
        yield Candidate(Kind.REVIEW, f"{held.pk}", held.starts_at, held.application_id)


def _points_to_try(person: Person, now: datetime) -> Iterator[Candidate]:
    """Yield the latest point of feedback that they chose to try once."""
    chosen = FeedbackNote.objects.of(person).filter(
        decision=FeedbackNote.Decision.TRY, decided_at__gt=now - _TRY_STANDS
    )
    latest = chosen.order_by("-decided_at", "-pk")
    rows = latest.values_list("pk", "text__application", "decided_at")
    for pk, about, at in rows[:1]:
        yield Candidate(Kind.TRY, f"{pk}", at, about)
