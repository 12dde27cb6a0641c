"""Questions about how applications ended."""

from collections.abc import Collection

from django.db.models import Q

from onward.domain.applications.loop import Taken
from onward.domain.applications.state import Stage
from onward.domain.landing.reached import Reached, stage_of
from onward.journey.applications.models import Application
from onward.journey.outcome.models import Outcome

_MET = frozenset({Stage.INTERVIEW, Stage.OFFER})


def how_taken(applications: Collection[Application]) -> dict[int, Taken]:
    """Return how each of them ended and was taken, by its id, in one question."""
    if not applications:
        return {}
    ids = [application.pk for application in applications]
    here = Q(application__in=ids) | Q(application__merged_into__in=ids)
    rows = Outcome.objects.standing().filter(here).order_by("learned_at", "pk")
    found = rows.select_related("landing", "application")
    return {
        row.application.merged_into_id or row.application_id: taken(row)
        for row in found
    }


def taken(outcome: Outcome | None) -> Taken:
    """Return the same of one ending; of none that nothing is known."""
    if outcome is None:
        return Taken()
    landing = getattr(outcome, "landing", None)
    landed_at = landing.landed_at if landing else None
    return Taken(
        is_offered=bool(outcome.feedback_offered),
        is_refused=bool(outcome.feedback_refused),
        is_met=is_met(outcome),
        has_landed=landed_at is not None,
        has_reflected=outcome.reflected_at is not None,
        feedback_done_at=outcome.feedback_done_at,
    )


def is_met(outcome: Outcome) -> bool:
    """Tell whether somebody there had met them: as they say, else as it was read."""
    landing = getattr(outcome, "landing", None)
    told = landing.reached if landing else ""
    if told in set(Reached):
        return stage_of(Reached(told)) in _MET
    return outcome.stage in _MET
