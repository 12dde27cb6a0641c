from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from onward.domain.meetings.invitations import (
    Attendee,
    Meeting,
    calendar_feed,
    invitation,
)

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
CALL = Meeting(
    uid="call-1@onward.invalid",
    sequence=0,
    title="Call about my interview",
    starts_at=datetime(2026, 12, 2, 11, 0, tzinfo=LONDON),
    length=timedelta(minutes=15),
    said="I will ring 0113 496 0142.",
    organiser=Attendee("amira@home.example", "Amira"),
    attendees=(Attendee("priya.nair@hallamrowe.example", "Priya Nair"),),
)
HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        "x\r\nATTENDEE:mailto:evil@evil.example",
        'a";CN="b":mailto:c',
        "END:VEVENT\nBEGIN:VEVENT",
        "🙂 ; , \\ : \t",
    ]
)


def read(content: bytes) -> Calendar:
    return Calendar.from_ical(content)


def event_in(content: bytes) -> Event:
    (event,) = read(content).events
    return event


def test_a_request_names_both_sides_and_the_zone() -> None:
    calendar = read(invitation(CALL, NOW))
    (event,) = calendar.events
    assert calendar["METHOD"] == "REQUEST"
    assert event["UID"] == "call-1@onward.invalid"
    assert event["ORGANIZER"] == "mailto:amira@home.example"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert event.start == CALL.starts_at
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]


def test_a_change_keeps_the_name_and_grows_the_number() -> None:
    later = Meeting(
        CALL.uid, 1, CALL.title, CALL.starts_at + timedelta(hours=1), CALL.length
    )
    event = event_in(invitation(later, NOW))
    assert (event["UID"], event["SEQUENCE"]) == (CALL.uid, 1)


def test_a_cancellation_says_so_twice() -> None:
    off = Meeting(
        CALL.uid, 2, CALL.title, CALL.starts_at, CALL.length, is_cancelled=True
    )
    calendar = read(invitation(off, NOW))
    assert calendar["METHOD"] == "CANCEL"
    assert calendar.walk("VEVENT")[0]["STATUS"] == "CANCELLED"


def test_nobody_is_invited_by_the_private_calendar() -> None:
    calendar = read(calendar_feed([CALL], NOW, "Onward"))
    assert calendar["METHOD"] == "PUBLISH"
    assert "ATTENDEE" not in calendar.walk("VEVENT")[0]


def test_an_empty_calendar_is_a_calendar_too() -> None:
    assert read(calendar_feed([], NOW, "Onward")).walk("VEVENT") == []


@example(title="", said="", place="", name="\\")
@given(title=HOSTILE, said=HOSTILE, place=HOSTILE, name=HOSTILE)
def test_no_text_can_add_a_line_of_its_own(
    title: str, said: str, place: str, name: str
) -> None:
    meeting = Meeting(
        "a@b",
        0,
        title,
        CALL.starts_at,
        CALL.length,
        said=said,
        place=place,
        organiser=Attendee("amira@home.example", name),
        attendees=(Attendee("p@hr.example", name),),
    )
    calendar = read(invitation(meeting, NOW))
    (event,) = calendar.events
    assert event["ATTENDEE"] == "mailto:p@hr.example"
    assert event["ORGANIZER"] == "mailto:amira@home.example"
    assert set(event.keys()) <= {
        *("UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "STATUS"),
        *("TRANSP", "DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE"),
    }


@pytest.mark.parametrize("zone", ["Europe/London", "Europe/Berlin", "America/New_York"])
def test_the_moment_survives_writing_and_reading(zone: str) -> None:
    start = datetime(2027, 3, 29, 9, 30, tzinfo=ZoneInfo(zone))
    meeting = Meeting("a@b", 0, "Call", start, CALL.length)
    event = event_in(invitation(meeting, NOW))
    assert event.start == start
    assert event.end == start + CALL.length


def test_one_for_the_whole_day_tells_the_date_and_keeps_nobody_busy() -> None:
    day = replace(CALL, is_all_day=True)
    event = event_in(calendar_feed([day], NOW, "Onward"))
    assert event.start == date(2026, 12, 2)
    assert event.end == date(2026, 12, 3)
    assert event["TRANSP"] == "TRANSPARENT"


def test_one_that_comes_back_each_week_ends_with_its_last_day() -> None:
    weekly = replace(CALL, weekly_until=date(2026, 12, 16))
    event = event_in(calendar_feed([weekly], NOW, "Onward"))
    (rule,) = event.rrules
    assert rule["FREQ"] == ["WEEKLY"]
    assert rule["UNTIL"] == [datetime(2026, 12, 16, 23, 59, 59, tzinfo=UTC)]
