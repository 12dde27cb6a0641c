from datetime import date, timedelta
from typing import Any

import pytest

from onward.domain.applications.events import EventKind
from onward.domain.asking.decision import Answer, should_ask
from onward.domain.asking.whom import Part
from onward.domain.letters.feedback_request import Offered
from onward.journey.applications.models import Application, Event
from onward.journey.feedback.asking import (
    begin_request,
    choices_of,
    facts_about,
    first_name,
    keep_choices,
    letter_for,
    offered_by,
)
from onward.journey.feedback.people import people_to_ask
from onward.journey.mail.models import Filing, Message
from onward.journey.outcome.models import Outcome
from tests.builders import NOON, application, event

pytestmark = pytest.mark.django_db
NO = "Data analyst\n\nWe have chosen somebody else. {more}\n\nPriya"
INVITATION = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20261101T000000Z\r\nDTSTART:20261104T110000Z\r\n"
    "ORGANIZER;CN=Priya Nair:mailto:priya.nair@hallamrowe.example\r\n"
    "ATTENDEE;CN=Me:mailto:amira@home.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def letter(about: Application, made: Event | None = None, **further: Any) -> Message:
    told: dict[str, Any] = {
        "sender_name": "Priya Nair",
        "sender_address": "priya.nair@hallamrowe.example",
        "subject": "Data analyst",
        "shown_text": NO.format(more=""),
        "sent_at": NOON,
        "kept_at": NOON,
        "meaning": "rejection",
        "confidence": 0.9,
        "digest": str(Message.objects.count()).encode(),
        **further,
    }
    message = Message.objects.create(person=about.person, **told)
    Filing.objects.create(
        person=about.person,
        message=message,
        application=about,
        event=made,
        filed_at=NOON,
    )
    return message


def rejected(more: str = "", **further: Any) -> Application:
    about = application("Hallam & Rowe")
    about.person.addresses = ["amira@home.example"]
    about.person.save()
    event(about, EventKind.INTERVIEW_HELD, 19)
    no = event(about, EventKind.REJECTED, 0)
    letter(about, no, shown_text=NO.format(more=more), **further)
    about.refresh_from_db()
    return about


def test_who_wrote_the_no_can_be_asked() -> None:
    (found,) = people_to_ask(rejected())
    assert found.known.address == "priya.nair@hallamrowe.example"


def test_who_stands_in_the_invitation_was_met_and_oneself_is_not_asked() -> None:
    about = rejected(sender_address="hr@hallamrowe.example", calendars=[INVITATION])
    found = [ranked.known.address for ranked in people_to_ask(about)]
    assert found == ["priya.nair@hallamrowe.example", "hr@hallamrowe.example"]


def test_who_an_invitation_names_was_met_when_they_write_themselves() -> None:
    about = rejected(sender_name="Ida Stone", sender_address="ida@hallamrowe.example")
    letter(about, details={"interviewers": ["Dr Ida Stone"]})
    (first, *_others) = people_to_ask(about)
    assert (first.known.name, first.known.part) == ("Ida Stone", Part.INTERVIEWER)


def test_a_system_that_sends_for_others_is_nobody() -> None:
    assert people_to_ask(rejected(sender_address="x@myworkday.com")) == ()


def test_a_broken_invitation_does_no_harm() -> None:
    assert len(people_to_ask(rejected(calendars=["BEGIN:NONSENSE"]))) == 1


def test_what_the_mail_says_about_asking_is_known() -> None:
    facts = facts_about(rejected("We are unable to give individual feedback."))
    assert facts.interviews == 1
    assert should_ask(facts).answer is Answer.LEAVE_IT


def test_a_window_in_the_mail_becomes_the_request_s() -> None:
    about = rejected("If you would like feedback, reply within five days.")
    assert begin_request(application=about).window_until == date(2026, 11, 28)


def test_beginning_twice_goes_on_with_the_same_request() -> None:
    about = rejected()
    assert begin_request(application=about) == begin_request(application=about)


def test_the_letter_is_made_of_what_is_known_and_picked() -> None:
    request = begin_request(application=rejected())
    keep_choices(request=request, detail="the question about the housing data")
    written = letter_for(request)
    assert written.subject == "Re: Data analyst"
    assert written.text.startswith("Dear Priya,")
    assert "the question about the housing data" in written.text
    assert "4 November" in written.text


def test_picking_one_thing_leaves_the_others_as_they_were() -> None:
    request = begin_request(application=rejected())
    keep_choices(request=request, detail="the stairs")
    keep_choices(request=request, asks=["strongest"])
    choices = choices_of(request)
    assert (choices.detail, choices.asks) == ("the stairs", ("strongest",))


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("Ring me any time.", Offered.CALL),
        ("Just reply for feedback.", Offered.FEEDBACK),
        ("", Offered.NOTHING),
    ],
)
def test_what_they_offered_is_taken_up(words: str, offered: Offered) -> None:
    about = rejected()
    Outcome.objects.filter(application=about).update(feedback_offered=words)
    assert offered_by(about) is offered


def test_the_person_s_own_way_of_writing_is_used() -> None:
    about = rejected()
    letter(
        about,
        own=True,
        meaning="follow_up",
        sender_name="Amira Sutcliffe",
        sent_at=NOON - timedelta(days=2),
        shown_text="Re: x\n\nHi Sam,\n\nI'd love to.\n\nAll best,\nAmira",
    )
    text = letter_for(begin_request(application=about)).text
    assert text.startswith("Hi Priya,")
    assert text.endswith("All best,\nAmira")


@pytest.mark.parametrize(
    ("name", "called"),
    [("Priya Nair", "Priya"), ("Nair, Priya", "Priya"), ("Priya", "Priya"), ("", "")],
)
def test_people_are_called_by_their_first_name(name: str, called: str) -> None:
    assert first_name(name) == called
