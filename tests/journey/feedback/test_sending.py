from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import now

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Event
from onward.journey.feedback.models import (
    AngryVersion,
    FeedbackRequest,
    MailAccount,
    OutgoingLetter,
)
from onward.journey.feedback.outbox import AngryWordsError, hold_back, send_due
from onward.journey.feedback.sending import (
    NobodyToSendToError,
    NothingToSendError,
    back_to_draft,
    draft_file_of,
    mailto_of,
    say_it_was_sent,
    send_request,
    usual_time,
)
from tests.builders import application, event
from tests.journey.feedback.test_outbox import Answering

pytestmark = pytest.mark.django_db(transaction=True)
State = FeedbackRequest.State
TUESDAY_NIGHT = datetime(2026, 11, 24, 22, 15, tzinfo=UTC)


def request(**further: object) -> FeedbackRequest:
    about = application("Hallam & Rowe")
    event(about, EventKind.REJECTED, 1)
    told: dict[str, object] = {
        "to_name": "Priya Nair",
        "to_address": "priya@hr.example",
        "subject": "Re: Data analyst",
        "text": "Dear Priya,\n\nMay I ask you one thing?\n\nAmira",
        **further,
    }
    return FeedbackRequest.objects.create(
        person=about.person, application=about, begun_at=now(), **told
    )


def account(of: FeedbackRequest) -> MailAccount:
    return MailAccount.objects.create(
        person=of.person, address="amira@home.example", host="127.0.0.1"
    )


def sent(asked: FeedbackRequest) -> OutgoingLetter:
    letter = send_request(request=asked, account=account(asked))
    OutgoingLetter.objects.update(send_at=now())
    send_due(Answering())
    asked.refresh_from_db()
    return letter


def test_once_it_has_gone_the_request_waits_for_an_answer() -> None:
    asked = request()
    sent(asked)
    assert asked.state == State.ASKED
    assert asked.asked_at is not None
    assert asked.follow_up_on is not None
    assert 9 <= (asked.follow_up_on - asked.asked_at.date()).days <= 13


def test_asking_becomes_part_of_the_history_once() -> None:
    asked = request()
    sent(asked)
    say_it_was_sent(request=asked)
    asks = Event.objects.filter(kind=EventKind.FEEDBACK_REQUESTED)
    assert asks.count() == 1


def test_a_letter_held_back_makes_it_a_draft_again() -> None:
    asked = request()
    letter = send_request(request=asked, account=account(asked))
    hold_back(letter)
    back_to_draft(request=asked)
    asked.refresh_from_db()
    assert asked.state == State.DRAFT


@pytest.mark.parametrize(
    ("told", "error"),
    [({"to_address": " "}, NobodyToSendToError), ({"text": "\n"}, NothingToSendError)],
)
def test_what_is_missing_is_said(told: dict[str, str], error: type[Exception]) -> None:
    asked = request(**told)
    with pytest.raises(error):
        send_request(request=asked, account=account(asked))
    assert not OutgoingLetter.objects.exists()


def test_it_is_sent_the_next_working_morning() -> None:
    morning = datetime(2026, 11, 25, 9, 0, tzinfo=ZoneInfo("Europe/London"))
    assert usual_time(request(), TUESDAY_NIGHT) == morning


def test_a_window_that_closes_today_goes_before_a_good_night_s_sleep() -> None:
    asked = request(window_until=date(2026, 11, 24))
    assert usual_time(asked, TUESDAY_NIGHT) == TUESDAY_NIGHT


def test_a_mail_program_gets_the_same_letter() -> None:
    asked = request(subject="Zoë & the 4th?", text="Dear Priya,\n\nA & B\n")
    parts = urlsplit(mailto_of(asked))
    told = parse_qs(parts.query)
    assert parts.path == "priya@hr.example"
    assert told["subject"] == ["Zoë & the 4th?"]
    assert told["body"] == ["Dear Priya,\r\n\r\nA & B\r\n"]


def test_the_draft_file_is_the_letter_and_is_marked_unsent() -> None:
    asked = request()
    raw = draft_file_of(asked, "amira@home.example")
    message = message_from_bytes(raw, policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].addr_spec == "priya@hr.example"


def test_angry_words_go_no_way_at_all() -> None:
    words = "you kept me waiting for five weeks and then this"
    asked = request(text=f"Dear Priya, {words}.")
    AngryVersion.objects.create(person=asked.person, text=words, written_at=now())
    for way in (mailto_of, lambda one: draft_file_of(one, "a@b.example")):
        with pytest.raises(AngryWordsError):
            way(asked)


def test_what_the_person_sent_themselves_counts_from_when_they_say() -> None:
    asked = request()
    say_it_was_sent(request=asked, at=now() - timedelta(days=2))
    asked.refresh_from_db()
    assert asked.state == State.ASKED
