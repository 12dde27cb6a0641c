"""The day a line speaks of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.days import day_in

MONDAY = date(2026, 11, 23)
PAST = st.dates(date(2018, 1, 1), MONDAY)


def day_of(line: str) -> date | None:
    found = day_in(line, MONDAY)
    return found.day if found else None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3 Nov", date(2026, 11, 3)),
        ("3rd of November", date(2026, 11, 3)),
        ("Nov 3", date(2026, 11, 3)),
        ("November 3rd, 2025", date(2025, 11, 3)),
        ("3 Nov '25", date(2025, 11, 3)),
        ("Tue 3 Nov", date(2026, 11, 3)),
        ("Tuesday the 3rd of Nov", date(2026, 11, 3)),
        ("3/11", date(2026, 11, 3)),
        ("11/13", date(2026, 11, 13)),
        ("03/11/26", date(2026, 11, 3)),
        ("3.11.2026", date(2026, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("25 Dec", date(2025, 12, 25)),
        ("24 Nov", date(2025, 11, 24)),
        ("today", MONDAY),
        ("this morning", MONDAY),
        ("yesterday", date(2026, 11, 22)),
        ("last night", date(2026, 11, 22)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 24)),
        ("3 days ago", date(2026, 11, 20)),
        ("two weeks ago", date(2026, 11, 9)),
        ("a fortnight ago", date(2026, 11, 9)),
        ("a couple of weeks ago", date(2026, 11, 9)),
        ("last week", date(2026, 11, 16)),
        ("last Monday", date(2026, 11, 16)),
        ("Monday", MONDAY),
        ("on Sunday", date(2026, 11, 22)),
        ("Tue", date(2026, 11, 17)),
        ("3 Dec 2030", date(2030, 12, 3)),
    ],
)
def test_people_tell_a_day_in_many_ways(said: str, day: date) -> None:
    assert day_of(said) == day
    assert day_of(f"Acme, Data Analyst, applied {said}, referral") == day


@pytest.mark.parametrize(
    "line",
    [
        "Acme, Data Analyst",
        "Sheffield Wednesday, Groundsman",
        "The Sun, Reporter",
        "Monday.com, Analyst",
        "May & Baker, Chemist",
        "Acme, 24/7 Support",
        "Acme, Python 3.11 Developer",
        "Acme, 31 February",
        "Acme, 45/13",
        "Fry's, March Hare",
    ],
)
def test_not_every_word_is_a_day(line: str) -> None:
    assert day_of(line) is None


def test_the_day_of_applying_counts_among_several() -> None:
    assert day_of("advert 1 Nov, applied 3 Nov") == date(2026, 11, 3)


def test_the_place_of_the_day_is_told() -> None:
    line = "Acme, applied on 3 Nov, referral"
    found = day_in(line, MONDAY)
    assert found
    assert line[found.start : found.end] == "applied on 3 Nov"


@given(PAST)
def test_a_day_with_its_year_is_that_day(day: date) -> None:
    for said in (f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}", f"{day.day} {day:%b %Y}"):
        assert day_of(f"Acme, {said}") == day


@given(PAST)
def test_a_day_without_a_year_is_the_latest_one(day: date) -> None:
    found = day_of(f"{day.day} {day:%B}")
    assert found
    assert (found.day, found.month) == (day.day, day.month)
    assert found <= MONDAY


@given(st.integers(0, 900))
def test_days_ago_are_counted_back(count: int) -> None:
    assert day_of(f"Acme, {count} days ago") == MONDAY - timedelta(days=count)


@given(st.text())
def test_no_text_is_too_strange(line: str) -> None:
    found = day_in(line, MONDAY)
    assert found is None or 0 <= found.start <= found.end <= len(line)
