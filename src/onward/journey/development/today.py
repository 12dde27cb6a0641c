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
from onward.journey.people.models import Person

# Later, the round is told in a reflection, if at all; nothing asks for it any more.
_STANDS = timedelta(days=10)


def plan_candidates(person: Person, now: datetime) -> Iterator[Candidate]:
    """Yield what the plan has for today: one thing of each kind at the most."""
    focus = current_focus(person)
    if focus is None:
        return
    drill = due_drill(focus, now.astimezone(zone_of(person)).date())
    if drill is not None:
        yield Candidate(Kind.DRILL, f"{drill.pk}")
    held = round_to_review(focus, now, now - _STANDS)
    if held is not None:
        yield Candidate(Kind.REVIEW, f"{held.pk}", held.starts_at, held.application_id)
