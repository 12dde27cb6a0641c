from datetime import date, timedelta
from typing import Any

from onward.domain.development.drills import (
    Aim,
    drills_for,
    ideas_for,
    questions_for,
)
from onward.domain.interview.questions.question import Anchors, Kind, Level, Question
from onward.domain.nerves.ladder import Rung

MONDAY = date(2026, 11, 23)


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


def test_each_day_has_the_next_question_and_they_come_round_again() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(3)]
    found = drills_for([asked("a"), asked("b")], days, Rung.RECORD, after=1)
    assert [(one.number, one.question) for one in found] == [
        (2, "b"),
        (3, "a"),
        (4, "b"),
    ]
    assert {one.rung for one in found} == {Rung.RECORD}


def test_every_theme_has_ideas_and_an_unknown_one_the_usual() -> None:
    assert len(ideas_for("evidence")) >= 2
    assert ideas_for("Leadership") == ideas_for("any")
