"""Questions about how applications ended."""

from django.db.models import Exists, OuterRef, Q

from onward.journey.applications.models import ApplicationQuerySet
from onward.journey.outcome.models import Outcome


def with_offers(applications: ApplicationQuerySet) -> ApplicationQuerySet:
    """Let each application know whether feedback was offered when it ended."""
    of_it = Q(application=OuterRef("pk")) | Q(application__merged_into=OuterRef("pk"))
    offered = Outcome.objects.standing().filter(of_it).exclude(feedback_offered="")
    return applications.annotate(is_offered=Exists(offered))
