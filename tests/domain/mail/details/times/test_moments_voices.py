from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from onward.domain.mail.details.times.moments import moments_in_text
from tests.domain.mail.letters import SENT_AT

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("They have one slot: Thursday, 12 noon.", "26 12"),
        ("Thursday, noon GMT, on the 3rd floor.", "26 12"),
        ("She has Thursday in her lunch at ten past one.", "26 13"),
        ("Come in on Thursday, 3ish.", "26 15"),
        ("Could you do Thursday? Say 2pm.", "26 14"),
        ("Thursday, 3pm til 4pm.", "26 15"),
        ("Wir freuen uns.\n\nTag Donnerstag\nZeit 13.15 bis 14.30 Uhr", "26 13"),
        ("Thursday, 1pm our time (so 2pm for you).", "26 14"),
        ("Come on Thursday, the twenty-sixth of November, at ten.", "26 10"),
        ("thrs is out, wensday nite 7pm alrite?", "25 19"),
        ("We zien je graag donderdag 26 november om 16.00 uur.", "26 16"),
        ("Thursday 26 November\n\n9.00 Tea\n10.15 Your interview\n11.00 Home", "26 10"),
        (
            "Thursday it is! All the times are ours.\n\n4.00pm: Anna\n5.00pm: Tom",
            "26 16",
        ),
    ],
)
def test_a_time_is_read_as_people_tell_it(text: str, on: str) -> None:
    found = moments_in_text(f"Interview\n{text}", SENT_AT, LONDON)
    assert [f"{moment:%d %-H}" for moment in found] == [on]


def test_choices_listed_below_one_another_are_all_read() -> None:
    text = "Thursday 26 November\n [ ] 9:30-10:15\n [ ] 11:00-11:45\n [ ] 2:15-3:00"
    found = moments_in_text(text, SENT_AT, LONDON)
    assert [f"{moment:%H:%M}" for moment in found] == ["09:30", "11:00", "14:15"]


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("KSA", 3), ("Hawaii time", -10), ("Kenyan time", 3), ("Malaysian time", 8)],
)
def test_zones_are_named_after_lands(zone: str, offset: int) -> None:
    found = moments_in_text(f"Thursday at 12:30 {zone}.", SENT_AT, LONDON)
    assert [moment.utcoffset() for moment in found] == [timedelta(hours=offset)]


def test_an_invitation_pasted_into_the_text_is_read() -> None:
    text = (
        "Interview\n\nBEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:7\n"
        "DTSTART:20261127T140000Z\nEND:VEVENT\nEND:VCALENDAR\nRegards"
    )
    (found,) = moments_in_text(text, SENT_AT, LONDON)
    assert f"{found:%d %H:%M}" == "27 14:00"


@pytest.mark.parametrize(
    ("home", "offset"), [("Asia/Riyadh", 3), ("America/Halifax", -4)]
)
def test_letters_of_two_zones_mean_the_one_at_home(home: str, offset: int) -> None:
    text = "Interview on Thursday at 11:00 (AST)"
    (found,) = moments_in_text(text, SENT_AT, ZoneInfo(home))
    assert found.utcoffset() == timedelta(hours=offset)


def test_one_moment_in_two_lands_is_read_once() -> None:
    text = "Thursday 26 November, 11:00 am New Zealand = 6:00 am in Manila."
    (found,) = moments_in_text(text, SENT_AT, ZoneInfo("Asia/Manila"))
    assert found.astimezone(ZoneInfo("Asia/Manila")).hour == 6
