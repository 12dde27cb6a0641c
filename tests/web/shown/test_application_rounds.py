from typing import Any

import pytest

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application, Round
from onward.journey.applications.queries import rounds_of
from onward.web.shown.application_rounds import names_told, rounds_shown
from onward.web.shown.applications import Round as Shown
from tests.builders import NOON, application, event, message

pytestmark = pytest.mark.django_db
SAID = "You will meet Ida Stone and Otto Prior."


def invited(**details: Any) -> Application:
    about = application("Hill Farm", "Baker")
    told = message(about, "Interview", SAID, details=details)
    event(about, EventKind.INTERVIEW_SCHEDULED, -3, message_key=told.key)
    return about


def shown(about: Application) -> Shown:
    (found,) = rounds_shown(rounds_of(about), NOON)
    return found


def test_an_interview_shows_who_is_there_with_the_words_that_tell() -> None:
    said = {"quote": SAID, "start": 11, "end": 50}
    about = invited(interviewers=["Ida Stone", "Otto Prior"], interviewers_said=said)
    found = shown(about)
    assert found.said == "With Ida Stone, Otto Prior"
    assert found.quote is not None
    assert found.quote.text == SAID


def test_what_the_person_wrote_comes_before_what_mail_tells() -> None:
    about = invited(interviewers=["Ida Stone"])
    Round.objects.update(panel="Ida and somebody new")
    assert shown(about).said == "Ida and somebody new"


def test_a_mail_that_names_nobody_adds_nothing() -> None:
    assert (shown(invited()).said, shown(invited()).quote) == ("", None)


def test_the_names_alone_are_there_for_the_morning_of_an_interview() -> None:
    (held,) = rounds_of(invited(interviewers=["Ida Stone", "Otto Prior"]))
    assert names_told(held) == "Ida Stone, Otto Prior"
