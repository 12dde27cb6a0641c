"""What looking back brings up on a day."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.domain.applications.loop import OVER_AFTER
from onward.domain.applications.state import Ending, Stage
from onward.domain.landing.feelings import Feeling
from onward.domain.today.steps import Candidate, Kind
from onward.journey.outcome.models import Outcome
from onward.journey.people.models import Person

# The first days belong to the news, and to asking; low ones ask for more of them.
FIRST_DAYS = timedelta(days=3)
LOW_DAYS = timedelta(days=6)
_ENDINGS = (Ending.REJECTED, Ending.OFFER_WITHDRAWN)
# Their no may be all the mail there is, and tell of a talk.
_MET = (Stage.INTERVIEW, Stage.OFFER)
_MOST = 20


def meaning_candidates(person: Person, now: datetime) -> Iterator[Candidate]:
    """Yield interviews whose outcome was taken in, and that nobody looked back on."""
    low = Q(landing__feeling__lt=Feeling.BETWEEN, learned_at__gt=now - LOW_DAYS)
    rows = (
        Outcome.objects.of(person)
        .standing()
        .filter(
            ending__in=_ENDINGS,
            learned_at__range=(now - OVER_AFTER, now - FIRST_DAYS),
            landing__landed_at__isnull=False,
            reflected_at=None,
            application__archived_at=None,
        )
        .filter(Q(application__interviews__gt=0) | Q(stage__in=_MET))
        .exclude(low)
        .annotate(whole=Coalesce("application__merged_into", "application"))
        .order_by("-learned_at", "-pk")
    )
    for about, at in rows.values_list("whole", "learned_at")[:_MOST]:
        yield Candidate(Kind.MEANING, f"{about}-{at:%m%d}", at, about)
