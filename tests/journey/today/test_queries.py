from datetime import timedelta

import pytest

from onward.domain.applications.events import EventKind
from onward.domain.landing.walk import Screen
from onward.domain.today.steps import Kind
from onward.journey.applications.merging import merge_applications
from onward.journey.applications.models import Round
from onward.journey.applications.services import retract_event
from onward.journey.outcome.landing import go_to
from onward.journey.outcome.models import Outcome
from onward.journey.today.queries import candidates, counts
from tests.builders import NOON, application, event, person

pytestmark = pytest.mark.django_db


def _kinds() -> set[Kind]:
    return {step.kind for step in candidates(person(), NOON)} - {Kind.START}


def test_an_interview_just_held_is_worth_writing_down() -> None:
    event(application(), EventKind.INTERVIEW_SCHEDULED, ago=1)
    assert _kinds() == {Kind.REFLECT}


def test_an_interview_that_has_barely_begun_is_left_alone() -> None:
    event(application(), EventKind.INTERVIEW_SCHEDULED, ago=0.02)
    assert _kinds() == set()


def test_an_interview_written_down_is_not_brought_up_again() -> None:
    acme = application()
    event(acme, EventKind.INTERVIEW_SCHEDULED, ago=1)
    event(acme, EventKind.INTERVIEW_HELD, ago=1, said="They asked about SQL.")
    assert _kinds() == set()


def test_an_interview_with_notes_of_its_own_is_not_brought_up() -> None:
    held = event(application(), EventKind.INTERVIEW_SCHEDULED, ago=1)
    assert Round.objects.of(person()).filter(event=held).update(said="It was warm.")
    assert _kinds() == set()


def test_an_interview_taken_back_is_not_brought_up() -> None:
    held = event(application(), EventKind.INTERVIEW_SCHEDULED, ago=1)
    retract_event(event=held)
    assert Kind.REFLECT not in _kinds()


def test_after_a_no_the_interview_before_it_is_not_brought_up() -> None:
    acme = application()
    event(acme, EventKind.INTERVIEW_SCHEDULED, ago=2)
    event(acme, EventKind.REJECTED, ago=1)
    assert _kinds() == {Kind.ANSWER}


def test_a_no_that_was_taken_in_makes_room_and_can_be_asked_about_later() -> None:
    acme, brook = application("Acme"), application("Brook")
    for made, ago in ((acme, 0.1), (brook, 1)):
        event(made, EventKind.INTERVIEW_HELD, ago=4, said="Fine.")
        event(made, EventKind.REJECTED, ago=ago)
        go_to(outcome=Outcome.objects.get(application=made), screen=Screen.DONE)
    found = [step for step in candidates(person(), NOON) if step.application]
    assert [(step.kind, step.application) for step in found] == [(Kind.ASK, brook.pk)]


def test_whom_they_never_met_there_is_little_to_ask() -> None:
    acme = application()
    event(acme, EventKind.APPLIED, ago=9)
    event(acme, EventKind.REJECTED, ago=1)
    go_to(outcome=Outcome.objects.get(), screen=Screen.DONE)
    assert _kinds() == set()
    Outcome.objects.update(feedback_offered="Just ring.")
    assert _kinds() == {Kind.ASK}


def test_once_asked_nothing_is_brought_up() -> None:
    acme = application()
    event(acme, EventKind.INTERVIEW_HELD, ago=9, said="Fine.")
    event(acme, EventKind.REJECTED, ago=2)
    go_to(outcome=Outcome.objects.get(), screen=Screen.DONE)
    event(acme, EventKind.FEEDBACK_REQUESTED, ago=1)
    assert _kinds() == set()


def test_a_test_is_brought_up_until_something_comes_after_it() -> None:
    acme = application()
    event(acme, EventKind.ASSESSMENT, ago=3)
    assert _kinds() == {Kind.ASSESSMENT}
    event(acme, EventKind.WROTE, ago=1)
    assert _kinds() == set()


def test_what_was_put_away_is_not_brought_up() -> None:
    event(application(archived_at=NOON), EventKind.REJECTED, ago=1)
    event(application(archived_at=NOON), EventKind.INTERVIEW_SCHEDULED, ago=1)
    assert _kinds() == set()


def test_an_offer_stays_until_it_is_answered() -> None:
    acme = application()
    event(acme, EventKind.OFFER, ago=5)
    assert _kinds() == {Kind.OFFER}
    event(acme, EventKind.OFFER_ACCEPTED, ago=1)
    assert _kinds() == set()


def test_an_answer_by_mail_asks_to_be_written_down() -> None:
    acme, brook = application("Acme"), application("Brook")
    event(acme, EventKind.OFFER, ago=5)
    event(acme, EventKind.WROTE, ago=3)
    event(brook, EventKind.WROTE, ago=6)
    event(brook, EventKind.OFFER, ago=4)
    found = {step.kind: step.application for step in candidates(person(), NOON)}
    assert found[Kind.TELL_ANSWER] == acme.pk
    assert found[Kind.OFFER] == brook.pk


def test_an_offer_made_again_is_there_to_be_answered() -> None:
    acme = application()
    for kind, ago in ((EventKind.OFFER, 5), (EventKind.WROTE, 3), (EventKind.OFFER, 1)):
        event(acme, kind, ago=ago)
    assert _kinds() == {Kind.OFFER}


def test_what_was_written_at_a_part_of_it_counts_too() -> None:
    acme, same = application("Acme"), application("Acme")
    event(acme, EventKind.OFFER, ago=5)
    event(same, EventKind.WROTE, ago=3)
    merge_applications(whole=acme, other=same)
    assert _kinds() == {Kind.TELL_ANSWER}


def test_a_mailbox_is_proposed_to_who_began_by_hand() -> None:
    assert candidates(person(), NOON) == []
    application()
    assert [step.kind for step in candidates(person(), NOON)] == [Kind.START]


def test_nobody_meets_the_steps_of_another() -> None:
    event(application(of=person("sam")), EventKind.REJECTED, ago=1)
    assert _kinds() == set()


def test_what_waits_and_what_went_quiet_are_counted_apart() -> None:
    event(application("Acme"), EventKind.APPLIED, ago=5)
    event(application("Brook"), EventKind.APPLIED, ago=40)
    event(application("Cole"), EventKind.OFFER, ago=1)
    talk = application("Dean")
    event(talk, EventKind.APPLIED, ago=40)
    event(talk, EventKind.INTERVIEW_SCHEDULED, ago=-2)
    found = counts(person(), NOON)
    assert (found.applications, found.waiting, found.quiet) == (4, 2, 1)


def test_quiet_is_what_the_state_says() -> None:
    event(application("Acme"), EventKind.APPLIED, ago=30)
    just = application("Brook")
    event(just, EventKind.APPLIED, ago=30)
    event(just, EventKind.HEARD, ago=20.9)
    found = [step for step in candidates(person(), NOON) if step.kind is Kind.QUIET]
    assert [step.at for step in found] == [NOON - timedelta(days=30)]
