from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.state import Ending, Stage
from onward.domain.asking.decision import Answer, Facts, Wait, should_ask

TODAY = date(2026, 11, 23)
MET = Facts(today=TODAY, interviews=2, ended_on=TODAY)


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (MET, Answer.ASK),
        (replace(MET, given="Your examples were clear."), Answer.READ_FIRST),
        (replace(MET, offered="Just ring me."), Answer.TAKE_IT_UP),
        (replace(MET, rule="We give no feedback."), Answer.LEAVE_IT),
        (replace(MET, was_asked=True), Answer.ASKED_ALREADY),
        (replace(MET, interviews=0, stage=Stage.APPLIED), Answer.LEAVE_IT),
        (replace(MET, ending=Ending.WITHDRAWN), Answer.LEAVE_IT),
        (replace(MET, ended_on=TODAY - timedelta(days=90)), Answer.MAY_ASK),
        (replace(MET, window_until=TODAY - timedelta(days=1)), Answer.TOO_LATE),
    ],
)
def test_the_answer_an_adviser_would_give(facts: Facts, answer: Answer) -> None:
    assert should_ask(facts).answer is answer


def test_an_offer_goes_before_a_general_rule() -> None:
    both = replace(MET, offered="Ring me.", rule="No feedback is given.")
    assert should_ask(both).answer is Answer.TAKE_IT_UP


def test_words_that_offer_and_limit_at_once_are_shown_once() -> None:
    said = "Ask within ten days."
    told = replace(MET, offered=said, window_said=said, window_until=MET.today)
    assert [reason.source for reason in should_ask(told).reasons] == [said]


def test_their_words_stand_beside_what_is_said_of_them() -> None:
    advice = should_ask(replace(MET, rule="We give no feedback."))
    assert advice.reasons[0].source == "We give no feedback."


def test_expectations_are_low_and_carry_their_source() -> None:
    advice = should_ask(MET)
    assert "5 and 7 in 10" in advice.expect[0].text
    assert all(reason.source for reason in advice.expect)


def test_a_low_day_comes_before_a_letter_unless_time_runs_out() -> None:
    low = replace(MET, feeling=2)
    assert Wait.REST_FIRST in should_ask(low).first
    assert Wait.REST_FIRST not in should_ask(replace(low, window_until=TODAY)).first
    assert Wait.REST_FIRST not in should_ask(replace(low, feeling=3)).first


def test_a_worry_about_fairness_comes_first_of_all() -> None:
    worried = replace(MET, worried_about_fairness=True, feeling=1)
    assert should_ask(worried).first[0] is Wait.RIGHTS_FIRST


def test_nobody_to_write_to_is_said() -> None:
    assert Wait.NOBODY_TO_WRITE_TO in should_ask(replace(MET, people=0)).first


@given(
    st.builds(
        Facts,
        today=st.just(TODAY),
        ending=st.sampled_from(Ending),
        stage=st.sampled_from(Stage),
        interviews=st.integers(0, 4),
        given=st.sampled_from(["", "x"]),
        offered=st.sampled_from(["", "x"]),
        rule=st.sampled_from(["", "x"]),
        people=st.integers(0, 2),
        feeling=st.sampled_from([None, 1, 3, 5]),
        was_asked=st.booleans(),
    )
)
def test_there_is_always_an_answer_with_a_reason(facts: Facts) -> None:
    advice = should_ask(facts)
    assert advice.reasons
    assert "!" not in "".join(reason.text for reason in advice.reasons)
