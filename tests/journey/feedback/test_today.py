from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from onward.domain.today.steps import Kind
from onward.journey.feedback.doors import Kept, keep_door
from onward.journey.feedback.invitations import pick_time
from onward.journey.feedback.models import FeedbackText, OutgoingLetter
from onward.journey.feedback.outbox import approve
from onward.journey.feedback.today import feedback_candidates
from onward.web.shown.day import today_of
from tests.builders import application, person
from tests.journey.feedback.test_invitations import asked, slot
from tests.journey.feedback.test_outbox import approval

pytestmark = pytest.mark.django_db


def kinds() -> set[Kind]:
    return {one.kind for one in feedback_candidates(person(), now())}


def words() -> FeedbackText:
    about = application("Tarn")
    return FeedbackText.objects.create(
        person=about.person,
        application=about,
        source="pasted",
        text="You were clear.",
        received_at=now(),
    )


def test_nothing_asked_brings_up_nothing() -> None:
    application()
    assert kinds() == set()


def test_words_that_came_are_offered_and_stay_closed() -> None:
    words()
    assert kinds() == {Kind.FEEDBACK}
    step = today_of(person()).steps[0]
    assert "Tarn" in step.title
    assert "clear" not in step.said


def test_a_letter_nobody_answered_for_comes_first() -> None:
    words()
    letter = approve(approval())
    OutgoingLetter.objects.filter(pk=letter.pk).update(state="unsure")
    first = today_of(person()).steps[0]
    assert first.kind == Kind.LETTER
    assert first.actions[0].url == f"/letters/{letter.pk}/"


def test_a_call_is_named_when_it_is_near() -> None:
    request = asked()
    near = slot(request, now() + timedelta(hours=20))
    pick_time(request=request, slot=near.pk)
    assert kinds() == {Kind.CALL}
    near.starts_at = now() + timedelta(days=5)
    near.save()
    assert kinds() == set()


def test_the_follow_up_is_named_once_its_day_has_come() -> None:
    asked(days_ago=1)
    assert kinds() == set()
    asked(days_ago=14)
    assert kinds() == {Kind.FOLLOW_UP}


def test_a_door_is_named_on_its_day() -> None:
    about = application("Tarn")
    keep_door(employer=about.employer, kept=Kept("yes", next_touch_on=now().date()))
    step = today_of(person()).steps[0]
    assert step.actions[0].url == f"/employers/{about.employer.pk}/door/"


def test_another_person_s_words_are_theirs() -> None:
    words()
    assert list(feedback_candidates(person("charlie"), now())) == []


def test_more_of_everything_costs_no_more_queries(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for _ in range(12):
        words()
    me = person()
    with django_assert_num_queries(1):
        list(feedback_candidates(me, now()))
