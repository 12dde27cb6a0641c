"""Questions about how applications ended."""

from collections.abc import Collection

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.journey.applications.models import Application
from onward.journey.outcome.models import Outcome


def with_offers(applications: Collection[Application]) -> set[int]:
    """Return the ids of those that offered feedback when they ended."""
    if not applications:
        return set()
    ids = [application.pk for application in applications]
    here = Q(application__in=ids) | Q(application__merged_into__in=ids)
    offered = Outcome.objects.standing().exclude(feedback_offered="").filter(here)
    whole = Coalesce("application__merged_into_id", "application_id")
    return set(offered.values_list(whole, flat=True))
