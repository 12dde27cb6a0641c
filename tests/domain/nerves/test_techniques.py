from datetime import date

import pytest

from onward.domain.nerves.techniques import About, Technique, on_nerves, techniques

EACH = pytest.mark.parametrize(
    "one", techniques().values(), ids=lambda one: str(one.technique)
)


def test_every_technique_has_something_said_about_it() -> None:
    assert set(techniques()) == set(Technique)


@EACH
def test_each_says_what_it_does_with_a_source_and_what_it_is_not(one: About) -> None:
    assert one.does
    assert all(found.text and found.source for found in one.does)
    assert one.is_not
    assert one.checked_on >= date(2026, 11, 25)


@EACH
def test_each_can_be_done_from_what_is_said(one: About) -> None:
    assert one.parts or one.technique is Technique.BREATHING
    assert one.minutes > 0


@EACH
def test_none_promises_better_marks(one: About) -> None:
    said = " ".join([one.title, one.line, *one.parts]).lower()
    assert not any(word in said for word in ("offer", "succeed", "proven", "cure"))


def test_what_is_known_of_nerves_has_its_sources() -> None:
    assert all(fact.source for fact in on_nerves().facts)
