"""Likely questions come with the reason why."""

from onward.domain.interview.adverts.criterion import Criterion, Kind
from onward.domain.interview.questions.bank import sectors
from onward.domain.interview.questions.likely import (
    Asked,
    Stage,
    Why,
    likely_questions,
)
from onward.domain.interview.questions.question import Kind as Way


def _criterion(quote: str, *, must_have: bool = True) -> Criterion:
    return Criterion(quote, 0, len(quote), Kind.SKILL, (), must_have=must_have)


def test_what_this_employer_asked_before_comes_first() -> None:
    asked = [
        Asked("What would you do with a lost umbrella?", by_them=False),
        Asked("Why do you want to work in care?", by_them=True),
    ]
    first, second, *_ = likely_questions([], Stage.FIRST, "care", asked)
    assert (first.why, second.why) == (Why.ASKED_BY_THEM, Why.ASKED_ELSEWHERE)
    assert first.question is not None
    assert first.question.key == "care-why"
    assert second.question is None
    assert second.text == "What would you do with a lost umbrella?"


def test_a_question_says_which_line_of_the_advert_it_is_about() -> None:
    quote = "Calm with angry customers and their complaints"
    found = likely_questions([_criterion(quote)], Stage.FIRST)
    by_criterion = [each for each in found if each.why is Why.CRITERION]
    assert by_criterion
    assert all(each.quote == quote for each in by_criterion)


def test_a_telephone_talk_asks_about_the_person_and_an_assessment_sets_tasks() -> None:
    ways = {
        stage: [
            each.question.kind for each in likely_questions([], stage) if each.question
        ]
        for stage in (Stage.TELEPHONE, Stage.ASSESSMENT)
    }
    assert Way.TASK not in ways[Stage.TELEPHONE]
    assert ways[Stage.ASSESSMENT].count(Way.TASK) >= 3


def test_no_question_of_another_trade_is_expected() -> None:
    for each in likely_questions([], Stage.LATER, "nursing", most=60):
        assert each.question is not None
        assert not each.question.sectors or "nursing" in each.question.sectors


def test_no_question_comes_twice() -> None:
    asked = [Asked("Tell me about yourself", by_them=True)] * 2
    found = likely_questions([], Stage.TELEPHONE, asked_before=asked)
    texts = [each.question.key if each.question else each.text for each in found]
    assert len(texts) == len(set(texts))


def test_the_trades_of_the_bank_are_known_by_name() -> None:
    assert {"care", "retail", "nursing", "software", "civil service"} <= set(sectors())
