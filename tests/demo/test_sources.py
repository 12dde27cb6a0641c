"""The letters' own format is read as it is written, and nothing in it is misspelt."""

from datetime import date

import pytest

from onward.demo.dates import dated, day_of
from onward.demo.rendering import SHAPES
from onward.demo.sources import letters

# A Wednesday.
TODAY = date(2026, 11, 25)
FLAGS = {
    *("me", "re", "nosign", "noquote", "nothread", "noreferences"),
    *("feedback_given", "feedback_offered"),
}
TOLD = {
    *("from", "re", "app", "id", "shape", "zone", "brand", "attach"),
    *("invite", "minutes", "place", "title", "uid", "sequence", "method"),
}


def test_every_word_in_a_letters_first_line_is_a_known_one() -> None:
    for letter in letters():
        assert letter.flags - {letter.when} <= FLAGS, letter.key
        assert set(letter.told) <= TOLD, letter.key
        assert letter.shape in SHAPES, letter.key


def test_no_two_letters_share_a_key_or_their_words() -> None:
    read = letters()
    assert len({letter.key for letter in read}) == len(read)
    assert len({letter.words for letter in read}) == len(read)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("-1w mon", date(2026, 11, 16)),
        ("-1w sun", date(2026, 11, 22)),
        ("-1d", date(2026, 11, 24)),
        ("-3d", date(2026, 11, 20)),
        ("+3d", date(2026, 11, 30)),
    ],
)
def test_a_day_is_counted_from_today_and_moved_to_a_working_day(
    when: str, expected: date
) -> None:
    assert day_of(when, TODAY) == expected


def test_a_word_that_is_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="no day of the search"):
        day_of("next tuesday", TODAY)


def test_days_in_a_text_are_filled_in() -> None:
    said = dated("{-1w tue|A d B Y}, the {-1w mon|o}, {-2w thu|d/m/y}", TODAY, TODAY)
    assert said == "Tuesday 17 November 2026, the 16th, 12/11/26"


@pytest.mark.parametrize(
    ("day", "expected"), [(23, "this week"), (25, "this week"), (26, "next week")]
)
def test_soon_leaves_time_to_answer(day: int, expected: str) -> None:
    assert dated("{soon}", TODAY, date(2026, 11, day)) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("-2w wed", "11th"),
        ("-2w thu", "12th"),
        ("-2w fri", "13th"),
        ("-1w sat", "21st"),
        ("-1w sun", "22nd"),
        ("+5d", "30th"),
    ],
)
def test_a_day_of_the_month_has_its_ending(when: str, expected: str) -> None:
    assert dated(f"{{{when}|o}}", TODAY, TODAY) == expected
