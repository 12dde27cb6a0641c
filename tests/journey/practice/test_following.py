import json

import pytest

from onward.domain.interview.answers.review import Gap, PartName
from onward.domain.interview.follow_ups.wordings import wordings
from onward.domain.practice.rungs import Rung
from onward.domain.speech.heard import Heard
from onward.journey.practice.following import next_follow_up, said_later
from onward.journey.practice.hearing import keep_heard
from onward.journey.practice.keeping import switch_model
from onward.journey.practice.models import Asked, Take
from onward.journey.practice.sittings import bank_question
from onward.journey.practice.takes import begin_take, end_take
from onward.journey.practice.words import put_of
from tests.adapters.language.test_chat import Model, model  # noqa: F401 - a fixture
from tests.builders import person
from tests.journey.practice.made_up import NO_RESULT, SHOP, asked, spoken

pytestmark = pytest.mark.django_db
RESULT = "After a month the difference had fallen from 40 pounds a week to 2 pounds."


def answered(text: str, of: Asked) -> Take:
    take = begin_take(asked=of)
    return keep_heard(take=end_take(take=take, text=text), heard=None)


def followed() -> Asked:
    return asked(Rung.FOLLOWED)


def test_an_answer_without_its_end_is_asked_about_and_the_reason_is_kept() -> None:
    main = answered(NO_RESULT, followed())
    follow_up = next_follow_up(take=main)
    assert follow_up is not None
    put = put_of(follow_up)
    assert put is not None
    assert put.question.endswith("?")
    assert put.reason
    assert b"sheet" not in bytes(follow_up.put)


def test_asked_twice_about_the_same_answer_it_is_the_same_question() -> None:
    main = answered(NO_RESULT, followed())
    assert next_follow_up(take=main) == next_follow_up(take=main)


def test_two_are_the_most_whatever_is_answered() -> None:
    take = answered("I did some things.", followed())
    count = 0
    while (follow_up := next_follow_up(take=take)) is not None:
        keep_heard(take=end_take(take=follow_up, text="Some things."), heard=None)
        take, count = follow_up, count + 1
        assert count <= 2
    assert count == 2


@pytest.mark.parametrize("rung", [Rung.WRITE, Rung.RECORD])
def test_the_gentle_rungs_ask_nothing_on(rung: Rung) -> None:
    assert next_follow_up(take=answered(NO_RESULT, asked(rung))) is None


def test_under_pressure_the_same_gap_is_asked_about_in_a_cooler_tone() -> None:
    follow_up = next_follow_up(take=answered(NO_RESULT, asked(Rung.PRESSURE)))
    assert follow_up is not None
    put = put_of(follow_up)
    assert put is not None
    cool = wordings()[Gap(follow_up.gap)].fitting(put.quote, is_cool=True)
    assert put.question in {way.format(quote=put.quote) for way in cool}


def test_what_was_left_out_and_told_when_asked_is_found() -> None:
    main = answered(NO_RESULT, followed())
    follow_up = next_follow_up(take=main)
    assert follow_up is not None
    assert said_later(main, PartName.RESULT) == ""
    keep_heard(take=end_take(take=follow_up, text=RESULT), heard=None)
    assert "40 pounds" in said_later(main, PartName.RESULT)


def test_where_no_words_are_known_they_ask_what_usually_follows() -> None:
    one = followed()
    main = spoken(Heard(8.0, missing="Nothing turns speech into words here."), one)
    follow_up = next_follow_up(take=main)
    assert follow_up is not None
    put, known = put_of(follow_up), bank_question(one)
    assert put is not None
    assert known is not None
    assert put.question == known.probes[0]


def test_a_full_answer_read_again_asks_no_more_than_it_must() -> None:
    main = answered(SHOP, followed())
    follow_up = next_follow_up(take=main)
    assert follow_up is None or follow_up.gap != "no_result"


def says(model: Model, question: str) -> None:  # noqa: F811 - the fixture's value
    told = {"choices": [{"message": {"content": question}}]}
    model.answer = json.dumps(told).encode()
    switch_model(person=person(), address=model.address, model="small")


def test_a_model_that_was_switched_on_may_word_it_and_that_is_marked(
    model: Model,  # noqa: F811 - the fixture's value
) -> None:
    says(model, "And how did that turn out for the shop?")
    follow_up = next_follow_up(take=answered(NO_RESULT, followed()))
    assert follow_up is not None
    put = put_of(follow_up)
    assert put is not None
    assert put.question == "And how did that turn out for the shop?"
    assert follow_up.is_worded_by_model


@pytest.mark.parametrize(
    "said",
    [
        "You did badly.",
        "Great! How did it go?",
        "How did Tesco save 300 pounds?",
        "One? Two?",
        "",
        "word " * 60 + "?",
    ],
)
def test_what_a_model_makes_up_or_judges_is_not_used(
    model: Model,  # noqa: F811 - the fixture's value
    said: str,
) -> None:
    says(model, said)
    follow_up = next_follow_up(take=answered(NO_RESULT, followed()))
    assert follow_up is not None
    assert not follow_up.is_worded_by_model
    put = put_of(follow_up)
    assert put is not None
    assert put.question != said


def test_a_model_that_is_gone_costs_nothing_but_its_words() -> None:
    switch_model(person=person(), address="http://127.0.0.1:9/v1", model="small")
    follow_up = next_follow_up(take=answered(NO_RESULT, followed()))
    assert follow_up is not None
    assert not follow_up.is_worded_by_model
