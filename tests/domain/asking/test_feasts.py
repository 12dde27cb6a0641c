from datetime import date

import pytest

from onward.domain.asking.feasts import easter_in, feast_from
from onward.domain.asking.limits import last_day_in

SENT = date(2026, 3, 16)  # a Monday


@pytest.mark.parametrize(
    "easter",
    [
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(1954, 4, 18),
        date(1981, 4, 19),
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
    ],
)
def test_easter_is_where_the_calendar_has_it(easter: date) -> None:
    assert easter_in(easter.year) == easter


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("good friday", date(2026, 4, 3)),
        ("pfingsten", date(2026, 5, 24)),
        ("early may bank holiday", date(2026, 5, 4)),
        ("spring bank holiday", date(2026, 5, 25)),
        ("summer bank holiday", date(2026, 8, 31)),
        ("bank holiday", date(2026, 4, 6)),
        ("thanksgiving", date(2026, 11, 26)),
        ("burns night", date(2027, 1, 25)),
        ("new year", date(2027, 1, 1)),
    ],
)
def test_a_feast_is_the_next_of_its_name(name: str, day: date) -> None:
    assert feast_from(name, SENT) == day


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Ring me before Good Friday.", date(2026, 4, 2)),
        ("Ring me by May Day.", date(2026, 5, 1)),
        ("Write to her by St Patrick\u2019s Day.", date(2026, 3, 17)),
        ("Call me before Easter.", date(2026, 4, 4)),
        ("Call me before the bank holiday weekend.", date(2026, 4, 3)),
        ("Call me before the spring bank holiday.", date(2026, 5, 24)),
        ("Melden Sie sich vor Ostern.", date(2026, 4, 4)),
        ("Melden Sie sich bis Karfreitag.", date(2026, 4, 3)),
        ("Melden Sie sich bis Pfingsten.", date(2026, 5, 23)),
    ],
)
def test_a_feast_may_be_a_limit(said: str, until: date) -> None:
    assert last_day_in(said, SENT) == until


@pytest.mark.parametrize(
    "said",
    [
        "We are closed until Easter.",
        "We will write to you before Easter.",
        "Have a good Easter.",
        "Good Friday is a holiday here.",
    ],
)
def test_a_feast_sets_no_limit_else(said: str) -> None:
    assert last_day_in(said, SENT) is None
