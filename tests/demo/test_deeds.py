"""What is told of the person fits the letters, the bank of questions, and the days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from onward.demo.correspondence import correspondence
from onward.demo.dates import moment_of
from onward.demo.deeds.search import deeds
from onward.demo.sources import letters
from onward.demo.truth import application_truths
from onward.domain.interview.questions.bank import question

TODAY = date(2026, 11, 25)
DAYS = [TODAY + timedelta(days=more) for more in range(7)]
ENDS = ("when", "read", "facts_at", "meaning_at")
LONGEST = 300


def _all(told: Any) -> Iterator[tuple[str, Any]]:
    """Yield everything that is told, with the name it is told under."""
    if isinstance(told, dict):
        for name, value in told.items():
            yield name, value
            yield from _all(value)
    elif isinstance(told, list):
        for each in told:
            yield from _all(each)


def test_deeds_speak_of_letters_and_applications_that_are_there() -> None:
    keys, applications = {one.key for one in letters()}, application_truths(TODAY)
    for name, value in _all(deeds()):
        if name in {"letter", "asked"}:
            assert value in keys, value
        elif name in {"application", "letter_for"}:
            assert value in applications, value


def test_points_she_went_through_stand_in_the_letters() -> None:
    words = {one.key: one.words for one in letters()}
    for told in deeds()["feedback"]:
        about = [text for key, text in words.items() if told["application"] in key]
        for note in told.get("notes", ()):
            for says in note["says"]:
                assert any(says in text for text in about), says


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_everything_was_done_before_today_and_answers_after_they_came(
    today: date,
) -> None:
    sent = {one.letter.key: one.sent_at for one in correspondence(today)}
    for name, when in _all(deeds()):
        if name in ENDS:
            assert moment_of(when, today, "Europe/London").date() < today, when
    for told in deeds()["feedback"]:
        if "read" in told and "letter" in told:
            read = moment_of(told["read"], today, "Europe/London")
            assert sent[told["asked"]] < sent[told["letter"]] < read


def test_three_noes_overlap_and_the_third_waits_to_be_read() -> None:
    unread = [told["application"] for told in deeds()["feedback"] if "read" not in told]
    assert unread == ["wharfedale-student"]
    assert "I could have ticked it" in deeds()["place"]["evidence"]
    assert "stories with the ending left off" in deeds()["place"]["evidence"]


def test_practised_questions_are_in_the_bank_and_cards_fit_on_a_card() -> None:
    assert all(question(told["key"]) for told in deeds()["practice"])
    fields = [text for card in deeds()["card"] for text in card.values()]
    assert max(len(text) for text in fields if isinstance(text, str)) <= LONGEST
    keys = {card["key"] for card in deeds()["card"]}
    assert {laid["card"] for laid in deeds()["prepare"]["laid"]} <= keys
