"""Whether and how an employer's door is kept open, and when that is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from onward.background.clock import now
from onward.domain.errors import OnwardError
from onward.journey.applications.models import Employer
from onward.journey.feedback.models import Door
from onward.journey.people.models import Person

# A light touch more often than once a quarter is felt as pressing (convention).
QUARTER = timedelta(days=91)


class TooSoonError(OnwardError):
    """You were in touch less than three months ago. Choose a later day."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the person decides about a door; empty where they left it out."""

    again: str = ""
    reserve_until: date | None = None
    reapply_from: date | None = None
    different: str = ""
    next_touch_on: date | None = None
    is_connected: bool = False


def door_of(employer: Employer) -> Door | None:
    """Return what was decided about an employer's door, if anything was."""
    return Door.objects.of(employer.person_id).filter(employer=employer.root).first()


@transaction.atomic
def keep_door(*, employer: Employer, kept: Kept) -> Door:
    """Keep what the person decides; a "no" takes it out of every reminder."""
    door, _ = Door.objects.select_for_update().get_or_create(
        person_id=employer.person_id, employer=employer.root
    )
    free_from = door.touched_on + QUARTER if door.touched_on else None
    if kept.next_touch_on and free_from and kept.next_touch_on < free_from:
        raise TooSoonError
    for name in ("again", "reserve_until", "reapply_from", "different"):
        setattr(door, name, getattr(kept, name))
    door.is_connected = kept.is_connected
    wanted = kept.again != Door.Again.NO
    door.next_touch_on = kept.next_touch_on if wanted else None
    door.decided_at = now()
    door.save()
    return door


@transaction.atomic
def say_touched(*, door: Door, on: date) -> Door:
    """Note that the person was in touch; the next time is a quarter away."""
    door.touched_on = on
    door.next_touch_on = on + QUARTER
    door.save(update_fields=["touched_on", "next_touch_on"])
    return door


def doors_due(person: Person, day: date) -> QuerySet[Door]:
    """Return the doors with something due: a touch, a return, a list that ends."""
    soon = day + timedelta(days=7)
    due = (
        Q(next_touch_on__lte=day)
        | Q(reapply_from__lte=day, reapply_from__gt=day - timedelta(days=14))
        | Q(reserve_until__gte=day, reserve_until__lte=soon)
    )
    open_doors = Door.objects.of(person).exclude(again=Door.Again.NO)
    return open_doors.filter(due).select_related("employer").order_by("pk")
