"""Rating nerves before and after a technique."""

from django.db import transaction

from onward.background import clock
from onward.domain.errors import OnwardError
from onward.domain.nerves.techniques import Technique
from onward.journey.applications.models import Round
from onward.journey.nerves.models import HIGHEST, Use
from onward.journey.people.models import Person


class OffTheScaleError(OnwardError):
    """Nerves are told from 0 to 10, or not at all."""


@transaction.atomic
def rate_before(
    *,
    person: Person,
    technique: Technique,
    rating: int | None = None,
    round: Round | None = None,  # noqa: A002 - the word of the trade
    mark: str = "",
) -> Use:
    """Return the use of a technique that begins now.

    Told again with the same mark, it is the same use, and what was said last holds.
    """
    _check(rating)
    told = {"technique": technique, "round": round, "before": rating}
    begun = {**told, "begun_at": clock.now()}
    if not mark:
        return Use.objects.create(person=person, **begun)
    use, _ = Use.objects.update_or_create(
        person=person, mark=mark, defaults=told, create_defaults=begun
    )
    return use


@transaction.atomic
def rate_after(*, use: Use, rating: int | None = None) -> Use:
    """Keep how nervous the person is after it; the same again changes nothing."""
    _check(rating)
    use.after = rating
    use.ended_at = use.ended_at or clock.now()
    use.save(update_fields=["after", "ended_at"])
    return use


def _check(rating: int | None) -> None:
    if rating is not None and not 0 <= rating <= HIGHEST:
        raise OffTheScaleError
