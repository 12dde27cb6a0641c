from datetime import UTC, date, datetime, time

import pytest

from onward.domain.development.focus import Look, Place, looks_at, next_times, phrase


@pytest.mark.parametrize(
    ("thing", "look"),
    [
        ("be more confident in interviews", Look.TRAIT),
        ("get the job at Acme this year", Look.THEIRS),
        ("be better", Look.SHORT),
        (" ".join(["word"] * 30), Look.LONG),
    ],
)
def test_a_goal_that_cannot_be_seen_gets_another_look(thing: str, look: Look) -> None:
    assert look in looks_at(thing)


def test_a_goal_that_can_be_seen_passes() -> None:
    assert looks_at("give one result with a number in every answer") == ()
    assert looks_at("") == ()


def test_words_go_on_in_a_sentence() -> None:
    assert phrase("They ask for an example.") == "they ask for an example"
    assert phrase("I lose the thread") == "I lose the thread"
    assert phrase("SQL comes up") == "SQL comes up"


def test_a_time_of_the_week_comes_round_until_the_day() -> None:
    start = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
    found = next_times(Place(0, time(9)), start, date(2026, 12, 8))
    assert [moment.day for moment in found] == [30, 7]
    assert next_times(Place(2, time(18)), start, date(2026, 11, 24)) == ()
