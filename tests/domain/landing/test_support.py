from datetime import date, timedelta

import pytest

from onward.domain.landing.support import lines, lines_elsewhere, lines_near


@pytest.mark.parametrize(
    ("zone", "number"), [("Europe/London", "116 123"), ("America/Chicago", "988")]
)
def test_a_line_near_by_comes_first(zone: str, number: str) -> None:
    assert lines_near(zone)[0].number == number


@pytest.mark.parametrize("zone", ["", "Europe/Berlin", "Mars/Olympus"])
def test_everywhere_else_the_list_of_all_countries_does(zone: str) -> None:
    assert lines_near(zone)[0].page == "findahelpline.com"


@pytest.mark.parametrize("zone", ["", "Europe/Dublin", "America/Toronto"])
def test_no_line_is_left_out_because_of_a_clock(zone: str) -> None:
    shown = (*lines_near(zone), *lines_elsewhere(zone))
    assert sorted(line.name for line in shown) == sorted(line.name for line in lines())


def test_a_number_not_checked_for_a_year_is_stale() -> None:
    line = lines()[0]
    assert not line.is_stale(line.checked_on + timedelta(days=365))
    assert line.is_stale(line.checked_on + timedelta(days=366))


def test_every_line_says_when_it_was_checked() -> None:
    assert all(line.checked_on >= date(2026, 11, 1) for line in lines())
