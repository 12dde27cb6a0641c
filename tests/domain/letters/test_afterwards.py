from dataclasses import replace
from datetime import UTC, date, datetime

from onward.domain.letters.afterwards import (
    follow_up,
    thanks_all_the_same,
    thanks_for_feedback,
    yes_to_a_time,
)
from onward.domain.letters.feedback_request import feedback_request
from tests.domain.letters.test_feedback_request import PLAIN


def test_the_follow_up_is_shorter_and_promises_to_be_the_last() -> None:
    letter = follow_up(PLAIN, date(2026, 11, 25))
    assert letter.words < feedback_request(PLAIN).words
    assert "25 November" in letter.text
    assert "again" in letter.text


def test_thanks_say_what_is_taken_along() -> None:
    told = replace(PLAIN, detail="a number in each answer")
    assert "a number in each answer" in thanks_for_feedback(told).text


def test_thanks_without_a_point_leave_it_out() -> None:
    text = thanks_for_feedback(replace(PLAIN, detail="")).text
    assert ":" not in text


def test_a_policy_is_thanked_for_and_not_questioned() -> None:
    text = thanks_all_the_same(PLAIN).text
    assert "I understand" in text
    assert "?" not in text


def test_a_yes_names_the_time() -> None:
    slot = datetime(2026, 12, 2, 11, 0, tzinfo=UTC)
    text = yes_to_a_time(replace(PLAIN, slots=(slot,))).text
    assert "Wednesday 2 December at 11:00" in text
