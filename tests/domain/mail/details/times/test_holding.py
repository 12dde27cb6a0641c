from zoneinfo import ZoneInfo

import pytest

from onward.domain.mail.details.times.moments import moments_in_text
from tests.domain.mail.letters import SENT_AT

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 9 o'clock on Friday, it has gone. That leaves the 3.15, so.", "27 15:15"),
        ("Everything on Friday slips a little, your 10:30 becomes 11.", "27 11:00"),
        ("Can we push Friday's chat about the post from 1 to 3.30 pm?", "27 15:30"),
        (
            "It was Wednesday at 4, then Thursday at 1; now can it be Friday 9.30am?",
            "27 09:30",
        ),
        ("Instead of 11.15-12.30 on Thursday let's do 2-3pm on Friday.", "27 14:00"),
        ("start 2026-11-27 16:30\nend   2026-11-27 18:00", "27 16:30"),
        ("Start: 27 November 10:00\nEnd: 27 November 12:00", "27 10:00"),
        ("Friday 27 November, 3pm.\n\nLast updated Mon 30 Nov 2026 6:05pm", "27 15:00"),
        ("Come on Friday at noon. The shop shuts at 4 on a Saturday.", "27 12:00"),
        ("We meet Friday, 1pm. Your train gets in at 10.20 on Thursday.", "27 13:00"),
        (
            "Friday at 2pm. If you get through that, a trial on the Monday, 5.30am.",
            "27 14:00",
        ),
        ("See me in my office on Friday 27th November by 8:30am.", "27 08:30"),
        ("Pop in on Friday at half two when the lorries have gone.", "27 14:30"),
        ("Friday 27 November\n\nYour own interview is at 11.20.", "27 11:20"),
        (
            "You're the 11.30. She sees three on Friday 27th:\n10.00 Al\n11.30 You",
            "27 11:30",
        ),
        (
            "Friday 27 November. After tea, at 11.00, you will be interviewed.",
            "27 11:00",
        ),
        ("Could you come on Friday 27 November? I have 13:45.", "27 13:45"),
    ],
)
def test_the_time_of_the_talk_is_told_from_other_times(
    text: str, expected: str
) -> None:
    found = moments_in_text(f"Hello\n\n{text}", SENT_AT, LONDON)
    assert [f"{moment:%d %H:%M}" for moment in found] == [expected]


def test_a_day_on_which_all_are_rung_is_not_that_of_the_talk() -> None:
    text = (
        "Running order for Friday 27 November\n\nYour own interview is at 11.20. "
        "Anna plans to ring all five on Monday 30 November."
    )
    (found,) = moments_in_text(text, SENT_AT, LONDON)
    assert f"{found:%d %H:%M}" == "27 11:20"
