from datetime import date

import pytest

from onward.domain.asking.routes import Route, access_request, routes
from onward.domain.letters.locales import Locale
from onward.domain.letters.tone import check

EACH = pytest.mark.parametrize("route", routes(), ids=lambda route: route.key)


@EACH
def test_every_route_says_what_it_costs_and_when_it_was_checked(route: Route) -> None:
    assert route.cost
    assert route.pages
    assert route.checked_on >= date(2026, 11, 1)


@EACH
def test_no_deadline_is_computed(route: Route) -> None:
    words = " ".join(fact.text for fact in route.facts)
    assert "three months" not in words
    assert "180 days" not in words


def test_a_claim_about_the_world_has_a_source() -> None:
    for route in routes():
        for fact in route.facts:
            has_figure = any(letter.isdigit() for letter in fact.text)
            assert fact.source or not has_figure, fact.text


def written(locale: Locale, *days: date) -> str:
    return access_request(
        person="Amira",
        employer="Hallam & Rowe",
        role="Data Analyst",
        days=days,
        locale=locale,
    )


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("days", [(), (date(2026, 11, 4), date(2026, 11, 12))])
def test_the_request_passes_the_tone_check(
    locale: Locale, days: tuple[date, ...]
) -> None:
    tone = check(written(locale, *days), hour=9)
    assert tone.flags == ()
    assert tone.politeness > 0.6


def test_the_request_is_narrow_and_threatens_nobody() -> None:
    text = written(Locale.UK, date(2026, 11, 4))
    assert "4 November" in text
    assert "other people" in text
    assert not any(word in text.lower() for word in ("solicitor", "legal", "breach"))


def test_to_an_employer_nobody_knows_it_is_written_plainly() -> None:
    text = access_request(
        person="Amira", employer="", role="Buyer", days=(), locale=Locale.UK
    )
    assert text.startswith("Dear Sir or Madam,")
