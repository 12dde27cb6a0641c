from datetime import UTC, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from onward.domain.mail.details.times.moments import (
    moments_in_calendars,
    moments_in_text,
)
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
        ("on 26-11 at 14u00", "2026-11-26 14:00"),
        ("Thursday at 11 EAT", "2026-11-26 08:00"),
        ("Thursday 5pm SGT (9am London)", "2026-11-26 09:00"),
        ("Thursday 26 November, be in the hall for 0945,", "2026-11-26 09:45"),
        ("Thursday at 2pm (prep call Monday at 1)", "2026-11-26 14:00"),
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
        ("12/1/2027 at 2pm", "Europe/London", "2027-01-12"),
        ("12/1/2026 at 2pm", "America/New_York", "2026-12-01"),
        ("Thursday 12/3 at 2pm", "Europe/London", "2026-12-03"),
        ("Thursday 3/12 at 2pm", "America/New_York", "2026-12-03"),
        ("2/12/2026 at 2pm EST", "Europe/London", "2026-12-02"),
        ("12/2/2026 at 2pm EST", "Europe/London", "2026-12-02"),
    ],
)
def test_whether_the_month_comes_first_is_told_by_weekday_or_home(
    text: str, zone: str, expected: str
) -> None:
    found = moments_in_text(text, SENT_AT, ZoneInfo(zone))
    assert [f"{moment:%Y-%m-%d}" for moment in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weds 14.30", "25 14:30"),
        ("tmrw 6:15am", "25 06:15"),
        ("Friday week at 10.45", "04 10:45"),
        ("a week tomorrow at 12 noon", "02 12:00"),
        ("this Thursday at quarter to five", "26 16:45"),
        ("the 3rd, at quarter past four", "03 16:15"),
        ("2nd December at 1600 hrs", "02 16:00"),
        ("Tuesday next week at 10am", "01 10:00"),
        ("next week, on Thursday at 10am", "03 10:00"),
        ("at 8 tomorrow morning", "25 08:00"),
        ("Monday 30th, 7.30, at the yard", "30 07:30"),
        ("Thursday evening at 7.30", "26 19:30"),
        ("Mon 30/11 0930", "30 09:30"),
        ("Thursday, about 3", "26 15:00"),
        ("WHEN  Wed 2 Dec 2026, 13:00 - 14:15", "02 13:00"),
        ("3 December (Thursday), 10am", "03 10:00"),
    ],
)
def test_days_and_hours_are_read_however_they_are_told(
    text: str, expected: str
) -> None:
    found = moments_in_text(f"Can you do {text}?", SENT_AT, LONDON)
    assert [f"{moment:%d %H:%M}" for moment in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Come on Monday 30 November. Your formal interview begins at 11.20.", "11:20"),
        (
            "Monday 30 November\n9.00 Welcome\n9.30 Lesson\n11.20 Formal interview",
            "11:20",
        ),
        ("Monday 30 November. Arrive from 9.15 for a 9.30 start.", "09:30"),
        ("The panel sits on Monday 30 November. You have the 2.40 slot.", "14:40"),
        (
            "Interview: Monday 30 November, room 4.\nPlease be with us at 10.15.",
            "10:15",
        ),
        ("9:00 AM on Monday 30 November. Lunch is at 12.30.", "09:00"),
    ],
)
def test_the_hour_may_stand_apart_from_its_day(text: str, expected: str) -> None:
    (found,) = moments_in_text(text, SENT_AT, LONDON)
    assert f"{found:%d %H:%M}" == f"30 {expected}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10am on Thursday or 2pm on Friday", ["26 10", "27 14"]),
        ("Thursday: 10.00, 11.30 or 2.15", ["26 10", "26 11", "26 14"]),
        ("9.30, 11 or 2.15 on Thursday", ["26 09", "26 11", "26 14"]),
        ("Thursday or Friday at 10", ["26 10", "27 10"]),
        ("1 or 2 December at 2pm", ["01 14", "02 14"]),
        ("Thursday 26th at 8am or Friday 27th, same time", ["26 08", "27 08"]),
        ("Thursday 26 November:\n- 10:00\n- 11:30", ["26 10", "26 11"]),
    ],
)
def test_all_slots_to_choose_from_are_read(text: str, expected: list[str]) -> None:
    found = moments_in_text(f"We can offer {text}.", SENT_AT, LONDON)
    assert [f"{moment:%d %H}" for moment in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Please confirm by Friday noon.",
        "Please let me know by 5pm tomorrow.",
        "If you do nothing by 23:59 on 27/11/2026 your slot is released.",
        "Call us Monday to Friday, 9am to 5pm.",
        "It is in the week commencing 30 November. I will call at 3pm to say more.",
        "Interview on Monday 30 November. The role is 37.5 hours, 8.30 to 16.30.",
        "Interview on Monday 30 November. We close at 5pm.",
        "Thank you for coming last Tuesday at 2pm. Can you come again on Friday?",
        "Any time between 9 and 5 on Thursday suits.",
        "The Tuesday after next at 10?",
    ],
)
def test_other_hours_are_no_moment_of_a_talk(text: str) -> None:
    assert moments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thursday at 2pm no longer works, can we do Friday at 10am?",
        "Thursday at 2pm has been moved to Friday at 10am.",
        "I can't do tomorrow as arranged. Could you do Friday at 10am?",
        "Friday at 10am. Please ignore the earlier invitation for Thursday at 2pm.",
        "It is Friday at 10am now (was 2pm).",
    ],
)
def test_the_old_time_of_a_moved_talk_is_not_read(text: str) -> None:
    assert moments(text) == ["2026-11-27 10:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11am our time in Perth, that's 2pm for you", "2026-11-26 03:00"),
        ("09:30 GMT, which I make 15:00 IST", "2026-11-26 09:30"),
        ("9am PST / 12pm EST / 5pm GMT", "2026-11-26 17:00"),
        ("10:00 (Zurich)", "2026-11-26 09:00"),
        ("10:00 (all times are in CET)", "2026-11-26 09:00"),
        ("11am or 2pm ET", "2026-11-26 16:00,2026-11-26 19:00"),
    ],
)
def test_one_moment_told_on_two_clocks_is_one(text: str, expected: str) -> None:
    assert ",".join(moments(f"Thursday 26 November, {text}.")) == expected


def test_letters_of_several_zones_mean_the_one_at_home() -> None:
    found = moments("7/9/2027, 1:15 PM MST", ZoneInfo("America/Phoenix"))
    assert found == ["2027-07-09 20:15"]


@pytest.mark.parametrize(
    "piece",
    [
        "mon ",
        "9.30, ",
        "Tuesday at 10 or ",
        "12.",
        "( ",
        "between 9 and ",
        "BEGIN:VCALENDAR\n",
        "5 til 6, ",
    ],
)
def test_a_long_line_is_read_soon(piece: str) -> None:
    began = perf_counter()
    moments((piece * 12_000)[:12_000])
    assert perf_counter() - began < 2
