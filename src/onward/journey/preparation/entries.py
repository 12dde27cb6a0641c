"""What has a date: interviews, the way there, the week, practices, calls and doors."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.utils.translation import gettext as _

from onward.background.clock import zone_of
from onward.domain.development.focus import Place, next_times
from onward.domain.interview.questions.bank import question
from onward.domain.meetings.invitations import Meeting
from onward.domain.preparation.day import way_to
from onward.journey.applications.models import Round
from onward.journey.development.focusing import name_of
from onward.journey.development.models import Focus
from onward.journey.development.queries import current_focus
from onward.journey.feedback.invitations import calls_of
from onward.journey.feedback.models import Door
from onward.journey.people.models import Person
from onward.journey.preparation.models import Preparation

_ROUND_LENGTH = timedelta(hours=1)
_DAY = timedelta(days=1)
# A week plan without an end is meant for about so long.
_USUAL_SPAN = timedelta(weeks=8)
_TITLE_LENGTH = 80


def entries_of(person: Person) -> list[Meeting]:
    """Return everything of a person's search that has a date."""
    focus = current_focus(person)
    return list(
        chain(
            calls_of(person),
            _rounds(person),
            _week(focus) if focus else (),
            _practices(focus) if focus else (),
            _doors(person),
        )
    )


def _rounds(person: Person) -> Iterator[Meeting]:
    rounds = Round.objects.of(person).exclude(starts_at=None).exclude(event=None)
    rows = rounds.select_related("application__employer__merged_into", "event")
    prepared = Preparation.objects.of(person).in_bulk(field_name="application_id")
    for held in rows.order_by("starts_at", "pk"):
        if held.starts_at is not None:
            yield from _round(held, held.starts_at, prepared, person)


def _round(
    held: Round,
    starts_at: datetime,
    prepared: dict[int, Preparation],
    person: Person,
) -> Iterator[Meeting]:
    preparation = prepared.get(held.application_id)
    at = starts_at.astimezone(zone_of(person))
    name = held.application.employer.root.called
    has_time = held.event is None or held.event.has_time
    place = held.place or (preparation.place if preparation else "")
    yield Meeting(
        uid=f"round-{held.pk}@onward.invalid",
        sequence=0,
        title=_("Interview, %(where)s") % {"where": name},
        starts_at=at,
        length=_ROUND_LENGTH if has_time else _DAY,
        said=held.application.role,
        place=place,
        is_all_day=not has_time,
    )
    if preparation and preparation.travel_minutes and has_time:
        yield _way(held, at, preparation, name)


def _way(held: Round, at: datetime, preparation: Preparation, name: str) -> Meeting:
    travel = timedelta(minutes=preparation.travel_minutes or 0)
    buffer = preparation.buffer_minutes
    spare = None if buffer is None else timedelta(minutes=buffer)
    way = way_to(at, travel, spare)
    return Meeting(
        uid=f"way-{held.pk}@onward.invalid",
        sequence=0,
        title=_("Leave for %(where)s") % {"where": name},
        starts_at=way.leave_at,
        length=at - way.leave_at,
        place=held.place or preparation.place,
    )


def _week(focus: Focus) -> Iterator[Meeting]:
    begun = focus.begun_at.astimezone(zone_of(focus.person))
    until = focus.by_on or (begun + _USUAL_SPAN).date()
    for row in focus.week.order_by("pk"):
        place = Place(row.weekday, row.at, row.minutes)
        times = next_times(place, begun, until)
        if times:
            yield Meeting(
                uid=f"week-{row.pk}@onward.invalid",
                sequence=0,
                title=_("Time for one thing"),
                starts_at=times[0],
                length=timedelta(minutes=row.minutes),
                said=name_of(focus),
                place=row.where,
                weekly_until=until,
            )


def _practices(focus: Focus) -> Iterator[Meeting]:
    for drill in focus.drills.order_by("number"):
        asked = question(drill.question)
        yield _all_day(
            f"practice-{drill.pk}",
            _("Practise one question"),
            drill.on,
            focus.person,
            asked.text if asked else "",
        )


def _doors(person: Person) -> Iterator[Meeting]:
    wanted = Door.objects.of(person).exclude(again=Door.Again.NO)
    for door in wanted.select_related("employer__merged_into").order_by("pk"):
        name = door.employer.root.called
        days = {
            "touch": (_("A line to %(where)s"), door.next_touch_on),
            "again": (_("You can apply to %(where)s again"), door.reapply_from),
            "list": (_("The reserve list of %(where)s ends"), door.reserve_until),
        }
        for kind, (title, day) in days.items():
            if day is not None:
                uid = f"door-{door.pk}-{kind}"
                yield _all_day(uid, title % {"where": name}, day, person)


def _all_day(
    name: str, title: str, day: date, person: Person, said: str = ""
) -> Meeting:
    return Meeting(
        uid=f"{name}@onward.invalid",
        sequence=0,
        title=title[:_TITLE_LENGTH],
        starts_at=datetime.combine(day, time(0), tzinfo=zone_of(person)),
        length=_DAY,
        said=said,
        is_all_day=True,
    )
