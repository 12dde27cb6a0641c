from datetime import UTC, datetime
from pathlib import Path

import pytest

from onward.adapters.calendars import calendars_at, is_on_the_web
from onward.domain.meetings.busy import Span, busy_in
from onward.ports.calendar import (
    CalendarAwayError,
    CalendarError,
    CalendarLockedError,
    CalendarPlace,
    NotACalendarError,
)
from tests.adapters.calendars.serving import (
    Served,
    collection,
    entry,
    event,
    leads_to,
    serving,
    told,
)

WITHIN = Span(datetime(2026, 11, 25, tzinfo=UTC), datetime(2026, 12, 9, tzinfo=UTC))
WEEKLY = event("b", "20261102T090000Z", "20261102T093000Z", "RRULE:FREQ=WEEKLY\n")
# A server as they are: from its address to the person, to theirs, to two calendars.
DAV = {
    ("PROPFIND", "/"): (207, told(leads_to("/", "D:current-user-principal", "/me/"))),
    ("PROPFIND", "/me/"): (207, told(leads_to("/me/", "C:calendar-home-set", "/of/"))),
    ("PROPFIND", "/of/"): (
        207,
        told(collection("/of/work/"), collection("/of/home/"), "<D:response/>"),
    ),
    ("PROPFIND", "/of/work/"): (207, told(collection("/of/work/"))),
    ("REPORT", "/of/work/"): (207, told(entry(event()))),
    ("REPORT", "/of/home/"): (207, told(entry(WEEKLY))),
}


def dav() -> Served:
    return Served({asked: (*answer, {}) for asked, answer in DAV.items()}, "heron-7")


def read(place: CalendarPlace, way: str = "") -> list[str]:
    ways = dict(calendars_at(place, may_be_near=True))
    calendar = ways[way] if way else next(iter(ways.values()))
    spans = busy_in(calendar.read(WITHIN), WITHIN, UTC).spans
    return [f"{span.start:%d %b %H:%M}" for span in spans]


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://cal.example/a.ics", True),
        ("webcal://cal.example/a", True),
        ("/home/amira/a.ics", False),
        ("C:\\Users\\amira\\a.ics", False),
    ],
)
def test_an_address_is_told_from_a_path(address: str, *, is_one: bool) -> None:
    assert is_on_the_web(address) is is_one


def test_a_file_is_read_and_anything_else_is_refused(tmp_path: Path) -> None:
    good, bad = tmp_path / "me.ics", tmp_path / "me.txt"
    good.write_text(event())
    bad.write_text("hello")
    assert read(CalendarPlace(f" {good} ")) == ["27 Nov 10:00"]
    for path in (bad, tmp_path / "nowhere.ics", tmp_path):
        with pytest.raises(NotACalendarError):
            read(CalendarPlace(str(path)))


def test_a_calendar_at_an_address_is_read_with_what_comes_back_each_week() -> None:
    content = (event() + WEEKLY).encode()
    with serving(Served({("GET", "/a.ics?key=1"): (200, content, {})})) as served:
        found = read(CalendarPlace(served.address("/a.ics?key=1")))
    assert found == ["27 Nov 10:00", "30 Nov 09:00", "07 Dec 09:00"]


def test_a_page_that_is_no_calendar_is_refused() -> None:
    page = Served({("GET", "/"): (200, b"<html>Welcome</html>", {})})
    with serving(page) as served:
        for way in ("published", "caldav"):
            with pytest.raises(NotACalendarError):
                read(CalendarPlace(served.address()), way)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/", ["27 Nov 10:00", "30 Nov 09:00", "07 Dec 09:00"]),
        ("/of/work/", ["27 Nov 10:00"]),
    ],
)
def test_a_server_is_asked_for_the_stretch_alone_from_whatever_address(
    path: str, found: list[str]
) -> None:
    with serving(dav()) as served:
        place = CalendarPlace(served.address(path), "amira", "heron-7")
        assert read(place) == found
    reports = [body for method, _, body in served.asked if method == "REPORT"]
    assert b'start="20261125T000000Z" end="20261209T000000Z"' in reports[0]


def test_the_place_that_servers_agreed_on_is_tried_as_well() -> None:
    served = dav()
    served.answers["PROPFIND", "/.well-known/caldav"] = (301, b"", {"Location": "/"})
    with serving(served):
        place = CalendarPlace(served.address("/nothing/"), "amira", "heron-7")
        assert len(read(place)) == 3


def test_a_wrong_password_is_said_at_once() -> None:
    with serving(dav()) as served, pytest.raises(CalendarLockedError):
        read(CalendarPlace(served.address(), "amira", "adder-3"))
    assert len(served.asked) == 1


def test_where_nobody_answers_it_may_be_away() -> None:
    with pytest.raises(CalendarAwayError):
        read(CalendarPlace("http://127.0.0.1:9/a.ics"))


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><D:multistatus xmlns:D='DAV:'/>",
        b"<D:multistatus",
        b"",
        "<D:multistatus xmlns:D='DAV:'/>".encode("utf-16"),
    ],
)
def test_an_odd_answer_of_a_server_is_no_calendar(content: bytes) -> None:
    odd = Served({("PROPFIND", "/"): (207, content, {})})
    with serving(odd) as served, pytest.raises(CalendarError):
        read(CalendarPlace(served.address()), "caldav")
