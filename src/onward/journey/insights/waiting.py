"""How long answers took, with those still awaited, each in one question."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min

from onward.domain.applications.events import EventKind
from onward.domain.applications.state import Ending, Stage
from onward.domain.odds.courses import PATIENCE
from onward.domain.odds.silence import ANSWER, days_between
from onward.domain.statistics.waiting_times import Wait
from onward.journey.applications.models import ApplicationQuerySet, Event
from onward.journey.insights.narrowing import EVERYTHING, Narrowed, sent
from onward.journey.people.models import Person

OFFER, NO, WITHDREW = "offer", "no", "withdrew"
_OFFERS = frozenset({Ending.OFFER_ACCEPTED, Ending.OFFER_DECLINED})
_OWED = (Stage.APPLIED, Stage.ASSESSMENT)


@dataclass(frozen=True, slots=True)
class Waits:
    """How long the first word took, and how long it took until it was over.

    Nothing that is still open counts as anything but open; what the person ended
    themselves stops counting on that day.
    """

    first_word: tuple[Wait, ...]
    over: tuple[Wait, ...]

    @property
    def answered(self) -> list[float]:
        """The days of those that were answered, in order."""
        return sorted(wait.days for wait in self.first_word if wait.cause)


def waits(person: Person, now: datetime, narrowed: Narrowed = EVERYTHING) -> Waits:
    """Return the waits of every application of which the day of applying is known."""
    rows = sent(person, narrowed).filter(applied_at__lte=now).order_by()
    told = rows.values_list(
        *("pk", "applied_at", "answered_at", "ended_at", "ending", "stage")
    )
    offers = _offers(person)
    first, over = [], []
    for pk, applied_at, answered_at, ended_at, ending, stage in told:
        left_at = ended_at if ending == Ending.WITHDRAWN else None
        end = answered_at or left_at or now
        first.append(Wait(days_between(applied_at, end), ANSWER if answered_at else ""))
        offered_at = offers.get(pk) if stage == Stage.OFFER else None
        until, cause = _over(ending, ended_at, offered_at)
        over.append(Wait(days_between(applied_at, until or now), cause))
    return Waits(tuple(first), tuple(over))


def _over(
    ending: str, ended_at: datetime | None, offered_at: datetime | None
) -> tuple[datetime | None, str]:
    """Return when and how it was over: an offer ends the wait, whatever came of it."""
    if offered_at or ending in _OFFERS:
        return offered_at or ended_at, OFFER
    if ending == Ending.WITHDRAWN:
        return ended_at, WITHDREW
    if ending in (Ending.REJECTED, Ending.OFFER_WITHDRAWN):
        return ended_at, NO
    return None, ""


def _offers(person: Person) -> dict[int, datetime]:
    """Return when the first offer came, by application."""
    made = Event.objects.of(person).filter(kind=EventKind.OFFER, superseded_by=None)
    rows = made.order_by().values_list("application_id", "application__merged_into_id")
    return {
        merged_into or application: at
        for application, merged_into, at in rows.annotate(at=Min("happened_at"))
    }


def silent_for(
    person: Person, days: float, now: datetime, narrowed: Narrowed = EVERYTHING
) -> ApplicationQuerySet:
    """Return open applications without an answer for longer than so many days."""
    return (
        sent(person, narrowed)
        .still_open()
        .filter(
            stage__in=_OWED,
            answered_at=None,
            last_at__lt=now - timedelta(days=days),
        )
        .order_by("last_at", "-pk")
    )


def patience_days() -> float:
    """Return after how many days nearly all who answer have done so."""
    return PATIENCE / timedelta(days=1)
