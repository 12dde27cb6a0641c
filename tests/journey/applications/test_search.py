"""Full text search, on whichever database the run is about."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.journey.applications import search
from onward.journey.applications.models import Passage
from tests import builders

pytestmark = pytest.mark.django_db


def found(words: str, of: str = "message") -> set[int]:
    """Return the numbers found for the person of this machine."""
    return set(search.find_numbers(builders.person(), words, of))


@pytest.mark.parametrize(
    "words",
    ["panel", "PANEL", "pan", "the panel felt", "felt panel", "cafe", "Café", "priya"],
)
def test_a_text_is_found_by_words_it_holds_or_begins_with(words: str) -> None:
    text = "The panel felt you did well at the café.\nWrite to priya@acme.example."
    search.index(builders.person(), "message:7", text)
    assert found(words) == {7}


@pytest.mark.parametrize("words", ["anel", "panel offer", "the panels", "", "  ", "🙂"])
def test_a_text_is_not_found_by_other_words(words: str) -> None:
    search.index(builders.person(), "message:7", "The panel felt you did well.")
    assert found(words) == set()


@pytest.mark.parametrize(
    "words",
    ['"', "'", "panel AND", "NOT", "panel*", "(panel", "text:panel", "a:* & !b", "^x"],
)
def test_no_sign_is_an_operator(words: str) -> None:
    search.index(builders.person(), "message:7", "The panel felt you did well.")
    assert found(words) <= {7}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(), words=st.text())
def test_any_text_can_be_kept_and_any_words_asked_for(text: str, words: str) -> None:
    search.index(builders.person(), "message:7", f"{text} {words}")
    assert found(words) == ({7} if search.words_of(words) else set())


def test_a_new_text_takes_the_place_of_the_old() -> None:
    search.index(builders.person(), "message:7", "about apples")
    search.index(builders.person(), "message:7", "about pears")
    assert (found("apples"), found("pears")) == (set(), {7})


def test_what_was_removed_is_not_found() -> None:
    search.index(builders.person(), "message:7", "about apples")
    search.remove(builders.person(), "message:7")
    assert found("apples") == set()
    assert not Passage.objects.exists()


def test_each_person_finds_their_own() -> None:
    search.index(builders.person("sam"), "message:7", "about apples")
    assert found("apples") == set()


def test_a_mail_leads_to_its_application_and_through_a_merged_one() -> None:
    person = builders.person()
    whole, part = builders.application(), builders.application("Acme Ltd")
    part.merged_into = whole
    part.save()
    search.index(person, "message:7", "about apples", part)
    search.index(person, "message:8", "about pears", whole)
    search.index(person, "message:9", "about pears and apples")
    assert list(search.find_applications(person, "apples")) == [whole.pk]
    assert list(search.find_applications(person, "pears")) == [whole.pk]
