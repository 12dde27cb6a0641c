from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from onward.domain.mail.details_times import moments_in_calendars, moments_in_text
from tests.domain.mail.letters import SENT_AT

LONDON = ZoneInfo("Europe/London")


def moments(text: str, zone: ZoneInfo = LONDON) -> list[str]:
    return [
        moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
        for moment in moments_in_text(text, SENT_AT, zone)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Thursday at 2pm", "2026-11-26 14:00"),
        ("Thursday, 26th November at 14:30", "2026-11-26 14:30"),
        ("November 26, 2026, 2:30 PM", "2026-11-26 14:30"),
        ("26/11/2026 14:00", "2026-11-26 14:00"),
        ("26.11.2026 um 14:00", "2026-11-26 14:00"),
        ("2026-11-26 at 09:15", "2026-11-26 09:15"),
        ("tomorrow at 10", "2026-11-25 10:00"),
        ("at 9.30 tomorrow", "2026-11-25 09:30"),
        ("Weds 9.30am", "2026-11-25 09:30"),
        ("next Tuesday at 2", "2026-12-01 14:00"),
        ("this Friday, noon", "2026-11-27 12:00"),
        ("Friday the 4th at 11 o'clock", "2026-12-04 11:00"),
        ("3 March at 4pm", "2027-03-03 16:00"),
        ("Friday 10-11am", "2026-11-27 10:00"),
        ("Friday from 10:00 to 11:00", "2026-11-27 10:00"),
        ("Thursday 2pm EST", "2026-11-26 19:00"),
        ("Thursday at 14:00 CET", "2026-11-26 13:00"),
        ("3 July at 2pm BST", "2027-07-03 13:00"),
        ("Thursday at 3pm (New York time)", "2026-11-26 20:00"),
    ],
)
def test_a_moment_is_read_as_a_person_would(text: str, expected: str) -> None:
    assert moments(f"Can you come {text} please") == [expected]


def test_several_choices_are_all_kept_in_order() -> None:
    text = "Either Thursday at 2pm or Friday 27 November at 10.30."
    assert moments(text) == ["2026-11-26 14:00", "2026-11-27 10:30"]


def test_a_day_without_a_time_is_no_moment() -> None:
    assert moments("We will decide by Friday.") == []


@pytest.mark.parametrize(
    "text",
    ["Version 10.30 of 24 pages", "call 0115 496 0000", "a team of 12 at 3 sites"],
)
def test_numbers_that_are_no_times_are_left_alone(text: str) -> None:
    assert moments(text) == []


def test_the_time_moved_away_from_does_not_count() -> None:
    text = "I have moved us from Thursday at 2pm to Friday at 11am."
    assert moments(text) == ["2026-11-27 11:00"]


def test_without_the_day_of_sending_only_full_dates_count() -> None:
    text = "Thursday at 2pm, or 3 March 2027 at 4pm"
    found = moments_in_text(text, None, LONDON)
    assert found == (datetime(2027, 3, 3, 16, tzinfo=LONDON),)


INVITATION = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTART;TZID=Europe/London:20270303T140000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_an_invitation_gives_its_moment_with_its_zone() -> None:
    (moment,) = moments_in_calendars((INVITATION.format(method="REQUEST"),), UTC)
    assert moment == datetime(2027, 3, 3, 14, tzinfo=LONDON)
    assert moment.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "content", [INVITATION.format(method="CANCEL"), "BEGIN:VCALENDAR\r\nbroken", ""]
)
def test_a_cancelled_or_broken_invitation_gives_nothing(content: str) -> None:
    assert moments_in_calendars((content,), UTC) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I offered you Thursday at 2pm. I have had to move it to Friday 10am.",
            "27 10",
        ),
        (
            "I have taken you out of Thursday 26th at 2pm and put you in Friday 10am.",
            "27 10",
        ),
        ("OLD: Thu, Nov 26, 2:00 PM\nNEW: Fri, Nov 27, 10:00 AM", "27 10"),
        ("I can't do Thursday at 11am as arranged. Can we do Friday at 10am?", "27 10"),
        ("Date: Friday 27 November\nStart time: 10:00\nEnd time: 10:45", "27 10"),
        ("Friday 27 November, 10 o'clock to approx. 14 o'clock", "27 10"),
        (
            "Friday, November 27\n10:00 AM - 10:45 AM, Kate\n10:45 AM - 11 AM, Jo",
            "27 10",
        ),
        ("Friday 27 November, 11:00 (GMT+1)", "27 10"),
        ("Friday 27 November at 1000hrs", "27 10"),
        ("Friday the 27th, at 10h00", "27 10"),
        ("27 November, 10.00 here (that is 11.00 for you, in Rotterdam)", "27 10"),
        ("further to my letter of 23 November, on 27 November at 10am", "27 10"),
        ("a week on Thursday (3rd), at 10am", "03 10"),
    ],
)
def test_of_moved_and_doubled_times_the_one_that_holds_is_read(
    text: str, expected: str
) -> None:
    found = moments_in_text(f"Hello. {text}", SENT_AT, LONDON)
    assert [moment.astimezone(LONDON).strftime("%d %H") for moment in found] == [
        expected
    ]


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("12/1/2026 at 2pm", "Europe/London", "2026-01-12"),
        ("12/1/2026 at 2pm", "America/New_York", "2026-12-01"),
        ("Thursday 12/3 at 2pm", "Europe/London", "2026-12-03"),
        ("Thursday 3/12 at 2pm", "America/New_York", "2026-12-03"),
    ],
)
def test_whether_the_month_comes_first_is_told_by_weekday_or_home(
    text: str, zone: str, expected: str
) -> None:
    found = moments_in_text(text, SENT_AT, ZoneInfo(zone))
    assert [f"{moment:%Y-%m-%d}" for moment in found] == [expected]
