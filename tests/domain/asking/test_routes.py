from datetime import date

import pytest

from onward.domain.asking.routes import Route, access_request, routes
from onward.domain.letters.locales import Locale

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


def test_the_request_is_narrow_and_threatens_nobody() -> None:
    text = access_request(
        person="Amira",
        employer="Hallam & Rowe",
        role="Data Analyst",
        days=(date(2026, 11, 4),),
        locale=Locale.UK,
    )
    assert "4 November" in text
    assert "other people" in text
    assert not any(word in text.lower() for word in ("solicitor", "legal", "breach"))
