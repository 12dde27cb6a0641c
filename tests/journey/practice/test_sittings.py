import pytest

from onward.domain.interview.questions.bank import questions
from onward.domain.interview.questions.question import Kind
from onward.domain.practice.rungs import Rung
from onward.journey.development.focusing import Begun, begin_focus
from onward.journey.development.models import Drill
from onward.journey.development.practising import space_drills
from onward.journey.practice.choosing import Wanted, choose_questions
from onward.journey.practice.models import Asked, Sitting
from onward.journey.practice.sittings import next_question, rate_nerves, show_question
from tests.builders import application, person
from tests.journey.practice.made_up import SHOP, asked, sitting, typed

About = Sitting.About
pytestmark = pytest.mark.django_db


def test_a_sitting_has_as_many_questions_as_asked_for_each_once() -> None:
    keys = [one.key for one in sitting(count=10).questions.all()]
    assert len(keys) == len(set(keys)) == 10


def test_a_kind_of_question_asks_that_kind_alone() -> None:
    chosen = choose_questions(person(), Wanted(About.KIND, 3, kind="motivation"))
    kinds = {one.key: one.kind for one in questions()}
    assert {kinds[one.key] for one in chosen} == {Kind.MOTIVATION}


def test_what_was_practised_least_comes_first() -> None:
    wanted = Wanted(About.KIND, 1, kind="motivation")
    first = sitting(about=About.KIND, kind="motivation").questions.get()
    (second,) = choose_questions(person(), wanted)
    assert second.key != first.key


def test_a_focus_asks_about_its_own_skill() -> None:
    focus = begin_focus(person=person(), begun=Begun(competency="Working Together"))
    chosen = choose_questions(person(), Wanted(About.FOCUS, 2, focus=focus))
    assert {one.competency for one in chosen} == {"Working Together"}


def test_an_application_asks_what_its_role_is_likely_to_ask() -> None:
    made = application("Leeds City Council", "Data Analyst")
    chosen = choose_questions(person(), Wanted(About.APPLICATION, 5, application=made))
    assert len(chosen) == 5
    assert all(one.text for one in chosen)


def test_one_certain_question_comes_first() -> None:
    key = questions()[7].key
    assert choose_questions(person(), Wanted(About.AGAIN, 1, key=key))[0].key == key


def test_what_cannot_be_chosen_for_is_a_surprise() -> None:
    assert choose_questions(person(), Wanted(About.KIND, 1, kind="riddle"))
    assert len(choose_questions(person(), Wanted(About.FOCUS, 0))) == 1


def test_nerves_stay_between_nought_and_ten_or_unsaid() -> None:
    made = sitting()
    assert rate_nerves(sitting=made, before=True, rating=14).nerves_before == 10
    assert rate_nerves(sitting=made, before=True, rating=None).nerves_before is None
    assert rate_nerves(sitting=made, before=False, rating=3).nerves_after == 3


def test_when_a_question_was_first_put_does_not_change() -> None:
    one = show_question(asked=asked())
    first = one.shown_at
    assert show_question(asked=Asked.objects.get(pk=one.pk)).shown_at == first


def test_after_the_last_question_there_is_none() -> None:
    made = sitting(Rung.WRITE, 2)
    one, two = made.questions.all()
    assert next_question(one) == two
    assert next_question(two) is None


def test_a_practice_that_was_planned_for_today_is_ticked_off() -> None:
    focus = begin_focus(person=person(), begun=Begun(competency="Working Together"))
    space_drills(focus=focus)
    due = Drill.objects.of(person()).order_by("number")[0]
    typed(SHOP, asked(about=About.AGAIN, key=due.question))
    due.refresh_from_db()
    assert due.done_at is not None
