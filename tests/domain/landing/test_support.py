from datetime import date, timedelta

import pytest

from onward.domain.landing.support import lines, lines_for


@pytest.mark.parametrize(("country", "number"), [("GB", "116 123"), ("us", "988")])
def test_a_line_of_one_s_own_country_comes_first(country: str, number: str) -> None:
    assert lines_for(country)[0].number == number


@pytest.mark.parametrize("country", ["", "DE", "XX"])
def test_everywhere_else_there_is_a_list(country: str) -> None:
    assert [line.page for line in lines_for(country)] == ["findahelpline.com"]


def test_a_number_not_checked_for_a_year_is_stale() -> None:
    line = lines()[0]
    assert not line.is_stale(line.checked_on + timedelta(days=365))
    assert line.is_stale(line.checked_on + timedelta(days=366))


def test_every_line_says_when_it_was_checked() -> None:
    assert all(line.checked_on >= date(2026, 11, 1) for line in lines())
