from datetime import UTC, date, datetime, time, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.events import EventKind
from onward.domain.development.focus import Verdict
from onward.domain.development.patterns import Leaning, Origin
from onward.domain.feedback.weigh import Standing
from onward.journey.applications.models import Application, Round
from onward.journey.development.focusing import (
    Begun,
    WeekIsFullError,
    add_time,
    begin_focus,
    drop_time,
    focus_from_note,
    hear,
    keep_plan,
    put_on_shelf,
    take_up,
)
from onward.journey.development.models import Drill, Focus
from onward.journey.development.points import blind_spots_of, patterns_of
from onward.journey.development.practising import say_done
from onward.journey.development.queries import current_focus, due_drill, waiting
from onward.journey.development.reviewing import Account, last_rating, review_round
from onward.journey.development.today import plan_candidates
from onward.journey.feedback.models import FeedbackNote, FeedbackText
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.people.models import Person
from tests.builders import NOON, TODAY, application, event, person

pytestmark = pytest.mark.django_db
EXAMPLES = "Your examples lacked detail and we heard no results."
MOVED = EventKind.INTERVIEW_SCHEDULED


@pytest.fixture(autouse=True)
def _stand_still(settings: Settings) -> None:
    settings.TODAY = TODAY


def note(about: Application, words: str = EXAMPLES, **further: object) -> FeedbackNote:
    text = FeedbackText.objects.create(
        person=about.person,
        application=about,
        source=FeedbackText.Source.PASTED,
        text=words,
        received_at=NOON,
        ready_at=NOON,
    )
    told = {"kind": FeedbackNote.Kind.IMPROVEMENT, "is_confirmed": True} | further
    return FeedbackNote.objects.create(
        person=about.person, text=text, start=0, end=len(words), **told
    )


def focus(theme: str = "evidence") -> Focus:
    return begin_focus(person=person(), begun=Begun(theme=theme, thing="give a result"))


def interview_in(days: int, about: Application | None = None) -> Application:
    about = about or application("Coming", "Analyst")
    event(about, MOVED, ago=-days, has_time=True)
    return about


def days_of(about: Focus) -> list[int]:
    rows = about.drills.order_by("number").values_list("on", flat=True)
    return [(on - TODAY).days for on in rows]


def test_three_employers_make_a_priority_and_one_of_them_twice_changes_nothing() -> (
    None
):
    for name in ("Acme", "Brill", "Cato", "Acme"):
        note(application(name))
    (pattern,) = patterns_of(person())
    assert pattern.theme == "evidence"
    assert pattern.standing is Standing.PRIORITY
    assert pattern.cells[0].voices == 3
    assert len(pattern.cells[0].points) == 4


def test_notes_that_were_not_confirmed_do_not_count() -> None:
    note(application(), is_confirmed=False)
    note(application("Brill"), kind=FeedbackNote.Kind.NOT_ABOUT_ME)
    assert patterns_of(person()) == ()


def test_what_an_adviser_said_is_a_voice_of_its_own_and_can_be_taken_back() -> None:
    note(application())
    hear(person=person(), text="Give more examples.", leaning=Leaning.BUILD)
    (pattern,) = patterns_of(person())
    assert [cell.origin for cell in pattern.cells] == [Origin.EMPLOYERS, Origin.ADVISER]
    undo_change(change=Change.objects.latest("pk"))
    assert patterns_of(person())[0].standing is Standing.NOTE


def test_another_person_has_patterns_of_their_own() -> None:
    note(application(of=Person.objects.create_user(username="other")))
    assert patterns_of(person()) == ()
    assert blind_spots_of(person()).unseen == ()


def test_patterns_cost_the_same_however_many_notes_there_are(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(6):
        note(application(f"Employer {number}"))
    with django_assert_max_num_queries(8):
        patterns_of(person())


def test_there_is_one_focus_at_a_time_and_the_one_before_waits() -> None:
    first, second = focus(), focus("structure")
    assert current_focus(person()) == second
    assert list(waiting(person())) == [first]
    take_up(focus=first)
    assert list(waiting(person())) == [second]
    undo_change(change=Change.objects.latest("pk"))
    assert current_focus(person()) == second


def test_trying_a_point_of_feedback_becomes_the_focus_once() -> None:
    point = note(application(), decision=FeedbackNote.Decision.TRY)
    begun = focus_from_note(note=point)
    assert (begun.note, begun.theme) == (point, "evidence")
    put_on_shelf(focus=begun)
    assert focus_from_note(note=point) == begun
    assert current_focus(person()) == begun


def test_practices_are_spaced_evenly_up_to_the_next_interview() -> None:
    interview_in(10)
    begun = keep_plan(focus=focus(), supporter="J.")
    assert days_of(begun) == [0, 3, 6, 9]
    assert Drill.objects.exclude(question="").count() == 4


def test_practices_move_when_the_interview_moves_and_what_is_done_stays() -> None:
    about = interview_in(10)
    begun = keep_plan(focus=focus(), thing="say the result")
    first = begun.drills.order_by("number").first()
    assert first
    say_done(drill=first)
    old = about.events.latest("pk")
    event(about, MOVED, ago=-17, has_time=True, supersedes=old)
    assert days_of(begun) == [0, 1, 9, 16]


def test_a_new_interview_that_is_nearer_pulls_the_practices_in() -> None:
    begun = keep_plan(focus=focus(), thing="say the result")
    assert days_of(begun) == [0, 2, 4, 6]
    interview_in(3)
    assert days_of(begun) == [0, 1, 2]


def test_practices_that_found_no_room_come_back_when_there_is_some() -> None:
    begun = keep_plan(focus=focus(), thing="say the result")
    about = interview_in(2)
    assert days_of(begun) == [0, 1]
    old = about.events.latest("pk")
    event(about, MOVED, ago=-13, has_time=True, supersedes=old)
    assert days_of(begun) == [0, 4, 8, 12]


def test_on_the_day_of_the_interview_nothing_is_planned_until_it_moves() -> None:
    begun = keep_plan(focus=focus(), thing="say the result")
    about = application("Coming", "Analyst")
    event(about, MOVED, ago=-0.1, has_time=True)
    assert days_of(begun) == []
    event(about, MOVED, ago=-5, has_time=True, supersedes=about.events.latest("pk"))
    assert days_of(begun) == [0, 1, 3, 4]


def test_another_rung_plans_what_is_ahead_anew() -> None:
    begun = keep_plan(focus=focus(), thing="say the result")
    keep_plan(focus=begun, rung="record", times=2)
    assert set(begun.drills.values_list("rung", flat=True)) == {"record"}
    assert begun.drills.count() == 2


def test_a_missed_practice_waits_and_is_due_alone() -> None:
    begun = keep_plan(focus=focus(), thing="say the result")
    begun.drills.update(on=TODAY - timedelta(days=3))
    due = due_drill(begun, TODAY)
    assert due
    assert due.number == 1
    assert [one.mark for one in plan_candidates(person(), NOON)] == [str(due.pk)]


def test_a_time_of_the_week_can_be_had_back() -> None:
    begun = focus()
    told = {"weekday": 1, "at": time(18), "minutes": 20, "where": "kitchen"}
    added = add_time(focus=begun, **told)
    drop_time(focus=begun, number=added.pk)
    assert not begun.week.exists()
    undo_change(change=Change.objects.latest("pk"))
    assert begun.week.get().where == "kitchen"
    for weekday in range(4):
        add_time(focus=begun, **told | {"weekday": weekday})
    with pytest.raises(WeekIsFullError):
        add_time(focus=begun, **told)


def held_after(begun: Focus) -> Round:
    Focus.objects.of(begun.person).filter(pk=begun.pk).update(
        begun_at=NOON - timedelta(days=9)
    )
    event(application("Held"), MOVED, ago=2, has_time=True)
    return Round.objects.of(begun.person).latest("pk")


def test_a_round_is_looked_back_on_once() -> None:
    held = held_after(focus())
    found = [one for one in plan_candidates(person(), NOON) if one.kind == "review"]
    assert [one.mark for one in found] == [str(held.pk)]
    begun = current_focus(person())
    assert begun
    told = Account(Verdict.CARRY, done="yes", rating=4)
    review_round(focus=begun, held=held, account=told)
    assert last_rating(begun) == 4
    assert not [one for one in plan_candidates(person(), NOON) if one.kind == "review"]


def test_what_is_done_with_leaves_room_for_the_next() -> None:
    begun = focus()
    review_round(focus=begun, held=None, account=Account(Verdict.RETIRE))
    assert current_focus(person()) is None
    undo_change(change=Change.objects.latest("pk"))
    assert current_focus(person()) == begun


def test_a_goal_keeps_its_day() -> None:
    by = date(2026, 12, 12)
    begun = keep_plan(focus=focus(), by_on=by, confidence=6)
    begun.refresh_from_db()
    assert (begun.by_on, begun.confidence) == (by, 6)
    assert begun.begun_at == datetime(2026, 11, 23, 12, tzinfo=UTC)
