import pytest
from pytest_django import Settings

from onward.domain.applications.events import EventKind
from onward.domain.landing.explanations import Tray
from onward.domain.landing.walk import Screen, Today
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.outcome import landing
from onward.journey.outcome.landing import Account
from onward.journey.outcome.models import Landing, Outcome
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


@pytest.fixture
def no() -> Outcome:
    made = builders.application()
    builders.event(made, EventKind.INTERVIEW_HELD, ago=9)
    builders.event(made, EventKind.REJECTED, ago=0.1)
    return Outcome.objects.get()


def kept(no: Outcome) -> Landing:
    return Landing.objects.get(outcome=no)


def texts(no: Outcome) -> list[tuple[str, str]]:
    return [(card["text"], card["tray"]) for card in kept(no).cards]


def test_looking_keeps_nothing(no: Outcome) -> None:
    found = landing.landing_of(no)
    assert found.screen == Screen.FACTS
    assert not Landing.objects.exists()


def test_where_they_are_is_found_again(no: Outcome) -> None:
    landing.go_to(outcome=no, screen=Screen.MEANING)
    again = Outcome.objects.ending(no.application)
    assert again
    assert landing.landing_of(again).screen == Screen.MEANING


def test_what_they_say_counts_from_then_on(no: Outcome) -> None:
    landing.keep_account(outcome=no, account=Account(interviewed=6, reached="final"))
    assert (kept(no).interviewed, kept(no).reached) == (6, "final")
    assert kept(no).told_at == builders.NOON


def test_after_a_low_answer_the_card_comes_once(no: Outcome) -> None:
    landing.keep_feeling(outcome=no, feeling=2, words=["tired"])
    assert landing.offer_support(outcome=no)
    assert not landing.offer_support(outcome=no)
    assert kept(no).feeling_words == ["tired"]


@pytest.mark.parametrize("feeling", [None, 3, 4, 5])
def test_without_a_low_answer_there_is_no_card(
    no: Outcome, feeling: int | None
) -> None:
    landing.keep_feeling(outcome=no, feeling=feeling)
    assert not landing.offer_support(outcome=no)


def test_cards_are_laid_down_and_sorted_by_the_person(no: Outcome) -> None:
    landing.add_card(outcome=no, text="  Thin   research ", key="research")
    landing.add_card(outcome=no, text="Bad luck", tray=Tray.UNKNOWN)
    landing.sort_cards(outcome=no, trays={1: Tray.MINE, 9: Tray.THEIRS})
    assert texts(no) == [("Thin research", "mine"), ("Bad luck", "unknown")]
    assert landing.cards_of(kept(no))[0].tray is Tray.MINE


def test_the_same_card_lies_there_once_and_an_empty_one_never(no: Outcome) -> None:
    for words in ("Bad luck", "Bad luck", "   "):
        landing.add_card(outcome=no, text=words)
    assert texts(no) == [("Bad luck", "")]


def test_there_are_no_more_cards_than_one_can_look_at(no: Outcome) -> None:
    for number in range(landing.MOST_CARDS + 3):
        landing.add_card(outcome=no, text=f"Card {number}")
    assert len(kept(no).cards) == landing.MOST_CARDS


def test_a_card_taken_away_can_be_had_back_where_it_lay(no: Outcome) -> None:
    landing.add_card(outcome=no, text="Bad luck", tray=Tray.THEIRS)
    landing.take_card_away(outcome=no, number=1)
    assert texts(no) == []
    undo_change(change=Change.objects.get())
    assert texts(no) == [("Bad luck", "theirs")]


def test_taking_away_what_is_gone_changes_nothing(no: Outcome) -> None:
    landing.add_card(outcome=no, text="Bad luck")
    landing.take_card_away(outcome=no, number=7)
    assert texts(no) == [("Bad luck", "")]
    assert not Change.objects.exists()


@pytest.mark.parametrize("end", [Screen.KIND_NOTE, Screen.DONE])
def test_behind_the_last_question_the_no_is_taken_in(no: Outcome, end: Screen) -> None:
    landing.go_to(outcome=no, screen=Screen.TODAY)
    assert kept(no).landed_at is None
    landing.go_to(outcome=no, screen=end)
    landing.go_to(outcome=no, screen=Screen.ODDS)
    assert kept(no).landed_at == builders.NOON


def test_one_thing_for_today_can_be_chosen_or_none(no: Outcome) -> None:
    landing.choose_for_today(outcome=no, today=Today.WALK)
    assert kept(no).today == "walk"
    landing.choose_for_today(outcome=no, today=None)
    assert kept(no).today == ""


def test_a_kind_note_that_says_nothing_is_none(no: Outcome) -> None:
    landing.keep_kind_note(outcome=no, parts=["It rained.", "", "Rest."])
    assert kept(no).kind_note == ["It rained.", "", "Rest."]
    landing.keep_kind_note(outcome=no, parts=["", "", ""])
    assert kept(no).kind_note == []


def test_lines_of_the_advert_are_kept_with_what_was_shown(no: Outcome) -> None:
    landing.keep_criteria(outcome=no, lines=[("SQL", True), ("Dutch", False)])
    assert kept(no).criteria == [
        {"text": "SQL", "is_shown": True},
        {"text": "Dutch", "is_shown": False},
    ]


def test_an_ending_that_counts_no_more_lends_no_number(no: Outcome) -> None:
    landing.keep_account(outcome=no, account=Account(interviewed=6))
    assert Landing.objects.with_numbers_seen().exists()
    Outcome.objects.update(stands=False)
    assert not Landing.objects.with_numbers_seen().exists()
