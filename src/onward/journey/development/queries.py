"""Questions about the focus: the one of now, those waiting, and what is next."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Q

from onward.background.clock import zone_of
from onward.journey.applications.models import Application, Round
from onward.journey.development.models import Drill, Focus, Review
from onward.journey.people.models import Person

State = Focus.State


def has_focus(person: Person) -> bool:
    """Tell whether there is anything whose dates could move."""
    return Focus.objects.of(person).exists()


def current_focus(person: Person) -> Focus | None:
    """Return the one thing being worked on, if there is one."""
    found = Focus.objects.of(person).filter(state=State.NOW)
    return found.select_related("note__text__application__employer").first()


def waiting(person: Person) -> Sequence[Focus]:
    """Return what waits on the shelf, the latest first."""
    shelf = Focus.objects.of(person).filter(state=State.SHELF)
    return list(shelf.order_by("-begun_at", "-pk"))


def retired(person: Person) -> Sequence[Focus]:
    """Return what was worked on and is done with, the latest first."""
    done = Focus.objects.of(person).filter(state=State.RETIRED)
    return list(done.order_by("-ended_at", "-pk"))


def next_interview(person: Person, now: datetime) -> Application | None:
    """Return the application whose interview comes next, if any is planned."""
    mine = Application.objects.of(person).whole().unarchived().still_open()
    return (
        mine.with_employer().filter(next_at__gt=now).order_by("next_at", "pk").first()
    )


def interview_day(person: Person, now: datetime) -> date | None:
    """Return the day of the next interview, where the person lives."""
    application = next_interview(person, now)
    if application is None or application.next_at is None:
        return None
    return application.next_at.astimezone(zone_of(person)).date()


def due_drill(focus: Focus, today: date) -> Drill | None:
    """Return the practice that is due: the first one not done; missed ones wait."""
    open_ones = focus.drills.filter(done_at=None, on__lte=today)
    return open_ones.order_by("number").first()


def round_to_review(focus: Focus, now: datetime, since: datetime) -> Round | None:
    """Return the latest round since the focus began that was not looked back on."""
    seen = Review.objects.of(focus.person_id).filter(focus=focus)
    held = Round.objects.of(focus.person_id).filter(
        Q(starts_at__lt=now) & Q(starts_at__gt=max(since, focus.begun_at)),
        event__isnull=False,
    )
    rounds = held.exclude(pk__in=seen.exclude(round=None).values("round"))
    found = rounds.select_related("application__employer__merged_into")
    return found.order_by("-starts_at", "-pk").first()
