import re

import pytest

from onward.domain.interview.answers.reading import review_answer
from onward.domain.interview.answers.review import Gap
from onward.domain.interview.follow_ups.asking import follow_up_for
from onward.domain.interview.follow_ups.wordings import wordings

QUESTION = "Tell me about a time you dealt with a complaint."
STOPS = "A client was angry about his bill in March. I rang the office and checked it."
WE = "Our clients were angry about the bill. We wrote to all of them by May."


def test_the_gap_is_asked_for_and_the_reason_said() -> None:
    asked = follow_up_for(review_answer(QUESTION, STOPS))
    assert asked
    assert asked.gap is Gap.NO_RESULT
    assert "how it ended" in asked.why


def test_two_are_the_most() -> None:
    review = review_answer(
        QUESTION, "A client was angry in March. We talked about it with her for a day."
    )
    first = follow_up_for(review)
    assert first
    second = follow_up_for(review, [first])
    assert second
    assert second.gap is not first.gap
    assert follow_up_for(review, [first, second]) is None


def test_nothing_is_asked_where_nothing_is_missing() -> None:
    told = f"{STOPS} I found the mistake. He paid 40 pounds less and thanked me."
    assert follow_up_for(review_answer(QUESTION, told)) is None


def test_chance_picks_other_words_for_the_same_gap() -> None:
    review = review_answer(QUESTION, WE)
    asked = [follow_up_for(review, chance=number) for number in range(12)]
    assert {one.gap for one in asked if one} == {Gap.NO_OWN_ACTION}
    assert len({one.words for one in asked if one}) >= 10


@pytest.mark.parametrize("gap", list(Gap))
def test_each_gap_has_a_dozen_wordings_and_a_reason(gap: Gap) -> None:
    told = wordings()[gap]
    assert len(set(told.ask)) == 12
    assert told.why.endswith(".")
    assert len(told.fitting("")) >= 9


@pytest.mark.parametrize("gap", list(Gap))
def test_a_cool_interviewer_has_a_dozen_of_their_own_short_and_never_unkind(
    gap: Gap,
) -> None:
    cool = wordings()[gap].cool
    assert len(set(cool) - set(wordings()[gap].ask)) == 12
    assert len(wordings()[gap].fitting("", is_cool=True)) >= 9
    for way in cool:
        assert len(way.split()) <= 18
        assert not re.search(r"!|\b(?:wrong|bad|poor|fail|obvious|serious)", way)


def test_the_tone_changes_the_words_and_not_what_is_asked_about() -> None:
    review = review_answer(QUESTION, STOPS)
    warm, cool = follow_up_for(review), follow_up_for(review, is_cool=True)
    assert warm
    assert cool
    assert (warm.gap, warm.why) == (cool.gap, cool.why)
    assert warm.words != cool.words
