"""Keeping what is usual, and since when the person does something differently."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from onward.domain.errors import OnwardError
from onward.domain.statistics.priors import HEAVIEST, LIGHTEST, Step
from onward.journey.history.services import record_change, undoer
from onward.journey.insights.models import NewWay, OwnUsual
from onward.journey.people.models import Person

# Who looks back further knows already how it went, and would pick the best day.
LATEST_AFTER = timedelta(days=7)


class TooLateToCompareError(OnwardError):
    """A new way can be written down for a week. Later, you know how it went."""


class ImpossibleShareError(OnwardError):
    """Give a number between 1 and 99 out of 100, and a weight of 1 to 100 cases."""


def keep_usual(
    *, person: Person, step: Step, share: float, weight: float, on: date
) -> OwnUsual:
    """Keep what the person takes as usual for a step, from today on."""
    if not 0 < share < 1 or not LIGHTEST <= weight <= HEAVIEST:
        raise ImpossibleShareError
    told = {"share": share, "weight": weight, "set_on": on}
    kept, _made = OwnUsual.objects.update_or_create(
        person=person, step=step, defaults=told
    )
    return kept


def drop_usual(*, person: Person, step: Step) -> None:
    """Go by what Onward knows again."""
    OwnUsual.objects.of(person).filter(step=step).delete()


def write_new_way(*, person: Person, words: str, began_on: date, today: date) -> NewWay:
    """Write down what the person does differently, before its numbers are known."""
    if today - began_on > LATEST_AFTER:
        raise TooLateToCompareError
    return NewWay.objects.create(
        person=person, words=words, began_on=began_on, written_at=now()
    )


@transaction.atomic
def drop_new_way(*, new_way: NewWay) -> None:
    """Drop a new way that was written down; it can be taken back."""
    record_change(
        person=new_way.person,
        text=_("Dropped a new way: %(words)s") % {"words": new_way.words},
        undoer="insights.new-way",
        arguments={
            "words": new_way.words,
            "began_on": new_way.began_on.isoformat(),
            "written_at": new_way.written_at.isoformat(),
        },
    )
    new_way.delete()


@undoer("insights.new-way")
def _bring_back(*, person: Person, words: str, began_on: str, written_at: str) -> None:
    NewWay.objects.create(
        person=person,
        words=words,
        began_on=date.fromisoformat(began_on),
        written_at=datetime.fromisoformat(written_at),
    )
