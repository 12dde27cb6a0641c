from typing import Any

from onward.domain.development.drills import (
    Aim,
    ideas_for,
    question_at,
    questions_for,
)
from onward.domain.interview.questions.question import Anchors, Kind, Level, Question


def asked(
    key: str,
    kind: Kind = Kind.PAST_BEHAVIOUR,
    competency: str = "Leadership",
    **further: Any,
) -> Question:
    told = {"sectors": (), "level": Level.ANY} | further
    return Question(
        key, key, kind, competency, "tests", ("a", "b"), Anchors("1", "3", "5"), **told
    )


def test_a_question_of_the_competency_comes_first() -> None:
    bank = [asked("other", competency="Delivering at Pace"), asked("own")]
    found = questions_for(Aim("evidence", "Leadership"), bank)
    assert [each.key for each in found] == ["own", "other"]


def test_a_theme_is_practised_on_the_questions_that_exercise_it() -> None:
    bank = [asked("past"), asked("why", Kind.MOTIVATION)]
    found = questions_for(Aim("motivation"), bank)
    assert found[0].key == "why"


def test_what_belongs_to_another_trade_or_to_who_leads_is_left_out() -> None:
    bank = [asked("nurse", sectors=("nursing",)), asked("lead", level=Level.LEAD)]
    assert questions_for(Aim("evidence"), bank) == ()
    nursing = Aim("evidence", sectors=frozenset({"nursing"}))
    assert [each.key for each in questions_for(nursing, bank)] == ["nurse"]


def test_questions_come_round_again() -> None:
    asked_for = [asked("a"), asked("b")]
    assert [question_at(n, asked_for) for n in (1, 2, 3)] == ["a", "b", "a"]
    assert question_at(1, []) == ""


def test_competencies_take_turns_so_that_practice_varies() -> None:
    bank = [asked("a"), asked("b"), asked("c", competency="Delivering at Pace")]
    found = questions_for(Aim("evidence"), bank)
    assert [each.key for each in found] == ["a", "c", "b"]


def test_every_theme_has_ideas_and_an_unknown_one_the_usual() -> None:
    assert len(ideas_for("evidence")) >= 2
    assert ideas_for("Leadership") == ideas_for("any")
