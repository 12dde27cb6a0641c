from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from onward.domain.meetings.busy import Span, busy_in

LONDON = ZoneInfo("Europe/London")
WEEK = Span(datetime(2026, 11, 30, tzinfo=LONDON), datetime(2026, 12, 5, tzinfo=LONDON))
OTHERS = Path(__file__).parents[4] / "shared" / "data" / "icalendar"
FILES = sorted(path for path in OTHERS.rglob("*") if path.is_file())


def calendar(*events: str) -> bytes:
    parts = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTAMP:20261101T000000Z\r\n{event}\r\nEND:VEVENT\r\n"
        for n, event in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{parts}END:VCALENDAR\r\n".encode()


def hours(content: bytes) -> list[str]:
    return [f"{span.start:%a %H:%M}" for span in busy_in(content, WEEK, LONDON).spans]


def test_an_hour_is_busy() -> None:
    dentist = calendar("DTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z")
    assert hours(dentist) == ["Tue 10:00"]


def test_what_comes_every_week_comes_this_week() -> None:
    choir = calendar(
        "DTSTART:20260903T190000Z\r\nDTEND:20260903T210000Z\r\nRRULE:FREQ=WEEKLY"
    )
    assert hours(choir) == ["Thu 19:00"]


def test_what_is_marked_free_or_off_is_free() -> None:
    both = calendar(
        "DTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z\r\nTRANSP:TRANSPARENT",
        "DTSTART:20261201T120000Z\r\nDTEND:20261201T130000Z\r\nSTATUS:CANCELLED",
    )
    assert hours(both) == []


def test_a_birthday_keeps_nobody_from_the_phone() -> None:
    assert hours(calendar("DTSTART;VALUE=DATE:20261201")) == []


def test_an_hour_without_a_zone_is_the_person_s_own() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    content = calendar("DTSTART:20261201T100000\r\nDTEND:20261201T110000")
    (span,) = busy_in(content, WEEK, berlin).spans
    assert span.start == datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def test_one_broken_entry_does_not_spoil_the_rest() -> None:
    content = calendar(
        "DTSTART:nonsense",
        "DTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z",
    )
    found = busy_in(content, WEEK, LONDON)
    assert (len(found.spans), found.unread) == (1, 1)


def test_a_rule_that_never_rests_is_left_alone() -> None:
    content = calendar("DTSTART:20200101T000000Z\r\nRRULE:FREQ=SECONDLY")
    assert busy_in(content, WEEK, LONDON).unread == 1


@pytest.mark.parametrize("content", [b"", b"no calendar", b"BEGIN:VCALENDAR", b"\xff"])
def test_what_is_no_calendar_is_counted_and_not_raised(content: bytes) -> None:
    assert busy_in(content, WEEK, LONDON).spans == ()


@pytest.mark.skipif(not FILES, reason="the calendar files of others are not at hand")
def test_the_oddest_files_are_read_without_an_exception() -> None:
    for path in FILES:
        assert busy_in(path.read_bytes(), WEEK, LONDON).unread >= 0, path.name
