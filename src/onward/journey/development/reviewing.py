"""Looking back on the one thing after a round: carry it, change it, or be done."""

from dataclasses import dataclass

from django.db import transaction

from onward.background import clock
from onward.domain.development.focus import Verdict
from onward.journey.applications.models import Round
from onward.journey.development.focusing import retire
from onward.journey.development.models import Focus, Review
from onward.journey.development.practising import space_drills


@dataclass(frozen=True, slots=True)
class Account:
    """What the person says of how the one thing went; empty where they do not."""

    verdict: Verdict
    done: str = ""
    rating: int | None = None
    said: str = ""


@transaction.atomic
def review_round(*, focus: Focus, held: Round | None, account: Account) -> Review:
    """Keep how it went, and do what follows from it."""
    review = Review.objects.create(
        person_id=focus.person_id,
        focus=focus,
        round=held,
        done=account.done,
        rating=account.rating,
        said=account.said,
        verdict=account.verdict,
        written_at=clock.now(),
    )
    if account.verdict is Verdict.RETIRE:
        retire(focus=focus)
    else:
        space_drills(focus=focus)
    return review


def last_rating(focus: Focus) -> int | None:
    """Return how the person rated the thing last time, if they did."""
    rated = focus.reviews.exclude(rating=None).order_by("-written_at", "-pk")
    return rated.values_list("rating", flat=True).first()
