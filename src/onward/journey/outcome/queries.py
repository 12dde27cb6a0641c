"""Questions about how applications ended."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.journey.applications.models import Application
from onward.journey.outcome.models import Outcome


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether feedback was offered with an ending, and how far the person has come.

    They may have taken it in, and may have looked back on it.
    """

    is_offered: bool = False
    has_landed: bool = False
    has_reflected: bool = False


def how_taken(applications: Collection[Application]) -> dict[int, Taken]:
    """Return how each of them ended and was taken, by its id, in one question."""
    if not applications:
        return {}
    ids = [application.pk for application in applications]
    here = Q(application__in=ids) | Q(application__merged_into__in=ids)
    whole = Coalesce("application__merged_into_id", "application_id")
    rows = Outcome.objects.standing().filter(here).order_by("learned_at")
    found = rows.values_list(
        whole, "feedback_offered", "landing__landed_at", "reflected_at"
    )
    return {
        pk: Taken(bool(offered), landed is not None, reflected is not None)
        for pk, offered, landed, reflected in found
    }


def taken(outcome: Outcome | None) -> Taken:
    """Return the same of one ending; of none that nothing is known."""
    if outcome is None:
        return Taken()
    landing = getattr(outcome, "landing", None)
    landed_at = landing.landed_at if landing else None
    return Taken(
        is_offered=bool(outcome.feedback_offered),
        has_landed=landed_at is not None,
        has_reflected=outcome.reflected_at is not None,
    )
