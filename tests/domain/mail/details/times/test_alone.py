from zoneinfo import ZoneInfo

import pytest

from onward.domain.mail.details.times.moments import moments_in_text
from tests.domain.mail.letters import SENT_AT

LONDON = ZoneInfo("Europe/London")


def told(text: str) -> list[str]:
    found = moments_in_text(f"Hello\n\n{text}", SENT_AT, LONDON)
    return [f"{moment:%d %H:%M}" for moment in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pop round Thursday between 9 and 10.15 and ask for Meg.", "26 09:00"),
        ("We can ring on Thursday between 3 and half past, all right?", "26 15:00"),
        ("Thursday 26 November, four til five, at the studio.", "26 16:00"),
        ("Be at the depot Thursday, 7 sharp, and bring boots.", "26 07:00"),
        ("You meet the team on Thursday from 10 to 12, as said.", "26 10:00"),
        ("fri 10 at the unit ok? ask for Bel", "27 10:00"),
        ("can you do sat 11 before we open?", "28 11:00"),
        ("could u do 11 tmrw at the shop", "25 11:00"),
        ("Go in for 9 on Thursday, they know you are coming.", "26 09:00"),
        ("Can you come thursday at 2 between the two sittings?", "26 14:00"),
        ("It is Thursday 26 November at 14 h 30, at the mill.", "26 14:30"),
        ("Thursday 26 November at 10 h suits us both.", "26 10:00"),
    ],
)
def test_a_bare_number_is_an_hour_where_people_tell_it_so(
    text: str, expected: str
) -> None:
    assert told(text) == [expected]


def test_of_two_bare_hours_on_a_day_both_are_read() -> None:
    text = "On the 26th I could do 9, before the gates open at 10, or 4 when it ends."
    assert told(text) == ["26 09:00", "26 16:00"]


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday we are between 10 and 12 people.",
        "Come on Thursday. We open Mon-Thu, Sat 9-2.",
        "On Thursday can you do 3 or 4 tables?",
        "On Thursday it took 3 h 30 of talk.",
    ],
)
def test_a_bare_number_of_other_things_is_no_hour(text: str) -> None:
    assert told(text) == []
