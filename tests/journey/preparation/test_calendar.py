from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind
from onward.domain.preparation.day import ARRIVE_EARLY
from onward.journey.applications.models import Application
from onward.journey.applications.services import retract_event
from onward.journey.development.focusing import (
    Begun,
    add_time,
    begin_focus,
    keep_plan,
    put_on_shelf,
)
from onward.journey.development.models import Focus
from onward.journey.feedback.doors import Kept, keep_door
from onward.journey.feedback.invitations import renew_feed, revoke_feed
from onward.journey.people.models import Person
from onward.journey.preparation.calendar import content_for, feed_content, told
from onward.journey.preparation.services import keep
from tests.builders import NOON, TODAY, application, event, person

pytestmark = pytest.mark.django_db
PLANNED = EventKind.INTERVIEW_SCHEDULED


@pytest.fixture(autouse=True)
def _stand_still(settings: Settings) -> None:
    settings.TODAY = TODAY


def entries() -> dict[str, Any]:
    """Read the calendar as a program does that takes the standard at its word."""
    calendar = Calendar.from_ical(content_for(person()))
    for each in calendar.walk():
        assert each.errors == []
    return {str(one["UID"]): one for one in calendar.events}


def named(start: str) -> Any:
    return next(one for uid, one in entries().items() if uid.startswith(start))


def interview(days: int = 9) -> Application:
    about = application()
    event(about, PLANNED, ago=-days, has_time=True)
    return about


def focus() -> Focus:
    begun = begin_focus(person=person(), begun=Begun(thing="give a result"))
    keep_plan(focus=begun, by_on=date(2026, 12, 14))
    add_time(focus=begun, weekday=1, at=time(18), minutes=20, where="kitchen")
    return begun


def test_everything_with_a_date_is_in_it() -> None:
    about = interview()
    keep(application=about, travel_minutes=40)
    focus()
    keep_door(
        employer=about.employer,
        kept=Kept(
            next_touch_on=date(2027, 1, 4),
            reapply_from=date(2027, 3, 1),
            reserve_until=date(2027, 2, 1),
        ),
    )
    kinds = [uid.rpartition("-")[0].partition("-")[0] for uid in entries()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "round": 1,
        "way": 1,
        "week": 1,
        "practice": 4,
        "door": 3,
    }


def test_a_moved_interview_is_the_same_entry_with_a_higher_number() -> None:
    about = interview()
    first = named("round")
    assert named("round")["SEQUENCE"] == first["SEQUENCE"] == 0
    old = about.events.latest("pk")
    event(about, PLANNED, ago=-12, has_time=True, supersedes=old)
    later = named("round")
    assert (later["UID"], later["SEQUENCE"]) == (first["UID"], 1)
    assert later.start == NOON + timedelta(days=12)


def test_practices_move_in_place_with_the_interview() -> None:
    focus()
    before = {uid: one for uid, one in entries().items() if "practice" in uid}
    interview(21)
    after = {uid: one for uid, one in entries().items() if "practice" in uid}
    assert after.keys() == before.keys()
    moved = [uid for uid in after if after[uid].start != before[uid].start]
    assert moved
    assert {after[uid]["SEQUENCE"] for uid in moved} == {1}


def test_a_time_of_the_week_comes_back_up_to_the_day_of_the_goal() -> None:
    focus()
    week = named("week")
    assert week["RRULE"]["FREQ"] == ["WEEKLY"]
    assert week["RRULE"]["UNTIL"][0].date() == date(2026, 12, 14)
    assert week.start.time() == time(18)
    assert week["LOCATION"] == "kitchen"


def test_what_fell_away_is_told_as_cancelled_for_a_while() -> None:
    about = interview()
    entries()
    retract_event(event=about.events.latest("pk"))
    gone = named("round")
    assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 1)
    assert told(person=person(), at=NOON + timedelta(days=4000)) == []


def test_what_waits_on_the_shelf_is_no_longer_in_it_and_comes_back_higher() -> None:
    begun = focus()
    entries()
    put_on_shelf(focus=begun)
    assert named("week")["STATUS"] == "CANCELLED"
    Focus.objects.of(person()).update(state=Focus.State.NOW)
    week = named("week")
    assert (week["STATUS"], week["SEQUENCE"]) == ("CONFIRMED", 2)


def test_the_way_there_leaves_room_for_what_goes_wrong() -> None:
    about = interview()
    keep(application=about, travel_minutes=40, place="4 Canal Wharf")
    way = named("way")
    talk = named("round").start
    assert talk - way.start == timedelta(minutes=40 + 15) + ARRIVE_EARLY
    assert way["LOCATION"] == "4 Canal Wharf"


def test_an_interview_without_an_hour_is_a_day() -> None:
    about = application()
    event(about, PLANNED, ago=-3)
    start = named("round").start
    assert start == date(2026, 11, 26)
    assert not isinstance(start, datetime)


def test_a_revoked_address_opens_nothing_and_others_stay_apart() -> None:
    interview()
    token = renew_feed(person=person()).token
    assert feed_content(token)
    other = Person.objects.create_user(username="other")
    assert b"BEGIN:VEVENT" not in content_for(other)
    revoke_feed(person=person())
    assert feed_content(token) is None


def test_more_entries_cost_no_more_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    focus()
    for number in range(6):
        about = application(f"Employer {number}")
        event(about, PLANNED, ago=-number - 3, has_time=True)
    with django_assert_max_num_queries(14):
        content_for(person())
