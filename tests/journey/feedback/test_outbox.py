import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.utils.timezone import now

from onward.background import processes
from onward.journey.feedback.models import AngryVersion, MailAccount, OutgoingLetter
from onward.journey.feedback.outbox import (
    GRACE,
    MOST_TRIES,
    AlreadyGoneError,
    AngryWordsError,
    Approval,
    StillWaitingError,
    approve,
    hold_back,
    own_up_to_breaks,
    say_it_went,
    send_again,
    send_due,
)
from onward.journey.feedback.writing import Draft
from onward.ports.post import Delivery, Post, Receipt
from tests.builders import application

pytestmark = pytest.mark.django_db(transaction=True)
State = OutgoingLetter.State
TEXT = "Dear Priya,\n\nThank you for your time.\n\nKind regards,\nAmira"


class Answering:
    """A server that answers as told and remembers what it was given."""

    def __init__(self, *answers: Delivery) -> None:
        self.answers = list(answers)
        self.given: list[bytes] = []

    def send(self, raw: bytes, *_: str) -> Receipt:
        self.given.append(raw)
        return Receipt(self.answers.pop(0) if self.answers else Delivery.SENT, "said")

    def check(self) -> Receipt:
        return Receipt(Delivery.SENT)

    def __call__(self, _: MailAccount) -> Post:
        return self


def approval(text: str = TEXT, **further: object) -> Approval:
    about = application()
    account, _ = MailAccount.objects.get_or_create(
        person=about.person, address="amira@home.example", host="127.0.0.1"
    )
    draft = Draft(
        "Amira", account.address, "Priya", "priya@hr.example", "Re: x", text, "<a@b>"
    )
    purpose = OutgoingLetter.Purpose.REQUEST
    return Approval(about, draft, purpose, account, **further)  # type: ignore[arg-type]


def a_process_that_ended() -> str:
    """Return the name of a process of this machine that is no more."""
    script = "from onward.background import processes; print(processes.own_name())"
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return told.stdout.strip()


def due(letter: OutgoingLetter) -> OutgoingLetter:
    OutgoingLetter.objects.filter(pk=letter.pk).update(send_at=now())
    return letter


def state_of(letter: OutgoingLetter) -> str:
    letter.refresh_from_db()
    return letter.state


def test_nothing_goes_within_the_first_minute() -> None:
    letter = approve(approval())
    server = Answering()
    assert send_due(server) == 0
    assert letter.send_at - letter.approved_at >= GRACE
    assert server.given == []


def test_after_its_minute_a_letter_goes_once() -> None:
    letter = due(approve(approval()))
    server = Answering()
    send_due(server)
    send_due(server)
    assert state_of(letter) == State.SENT
    assert server.given == [bytes(letter.raw)]


def test_a_later_hour_is_kept() -> None:
    later = now() + timedelta(hours=9)
    assert approve(approval(send_at=later)).send_at == later


def test_a_letter_held_back_never_goes() -> None:
    letter = approve(approval())
    hold_back(letter)
    server = Answering()
    send_due(server)
    due(letter)
    send_due(server)
    assert (state_of(letter), server.given) == (State.CANCELLED, [])


def test_what_has_gone_cannot_be_held_back() -> None:
    letter = due(approve(approval()))
    send_due(Answering())
    with pytest.raises(AlreadyGoneError):
        hold_back(letter)


def test_angry_words_stop_a_letter_and_nothing_else_does() -> None:
    asked = approval()
    AngryVersion.objects.create(
        person=asked.application.person,
        text="You wasted my whole week and never once looked me in the eye.",
        written_at=now(),
    )
    approve(asked)
    with pytest.raises(AngryWordsError):
        approve(approval(text="Dear Priya, you wasted my whole week and never once."))
    assert OutgoingLetter.objects.count() == 1


def test_pressing_send_twice_sends_one_letter() -> None:
    asked = approval()
    approve(asked)
    with pytest.raises(StillWaitingError):
        approve(asked)


def test_a_server_that_is_busy_is_tried_again_later_and_not_for_ever() -> None:
    letter = due(approve(approval()))
    server = Answering(*[Delivery.NOT_NOW] * MOST_TRIES)
    for _ in range(MOST_TRIES + 2):
        send_due(server)
        due(letter)
    assert len(server.given) == MOST_TRIES
    assert state_of(letter) == State.FAILED


def test_a_refusal_is_kept_with_the_server_s_words() -> None:
    letter = due(approve(approval()))
    send_due(Answering(Delivery.REFUSED))
    assert state_of(letter) == State.FAILED
    assert letter.problem == "said"


def test_a_letter_nobody_answered_for_is_not_sent_again_by_itself() -> None:
    letter = due(approve(approval()))
    server = Answering(Delivery.UNSURE)
    send_due(server)
    send_due(server)
    assert (state_of(letter), len(server.given)) == (State.UNSURE, 1)


def test_what_a_killed_process_was_sending_is_unsure() -> None:
    letter = approve(approval())
    sending = OutgoingLetter.objects.filter(pk=letter.pk)
    sending.update(state=State.SENDING, sender=a_process_that_ended())
    assert own_up_to_breaks() == 1
    assert state_of(letter) == State.UNSURE


def test_what_is_being_sent_right_now_is_left_alone() -> None:
    letter = approve(approval())
    sending = OutgoingLetter.objects.filter(pk=letter.pk)
    sending.update(state=State.SENDING, sender=processes.own_name())
    assert own_up_to_breaks() == 0


@pytest.mark.parametrize(
    ("decide", "after"), [(say_it_went, State.SENT), (send_again, State.WAITING)]
)
def test_the_person_settles_what_is_unsure(
    decide: Callable[[OutgoingLetter], OutgoingLetter], after: str
) -> None:
    letter = due(approve(approval()))
    send_due(Answering(Delivery.UNSURE))
    decide(letter)
    assert state_of(letter) == after


def test_only_what_was_approved_goes() -> None:
    letter = due(approve(approval()))
    OutgoingLetter.objects.filter(pk=letter.pk).update(raw=b"Subject: other\r\n\r\nx")
    server = Answering()
    send_due(server)
    assert (state_of(letter), server.given) == (State.FAILED, [])


def test_an_answer_goes_into_its_thread() -> None:
    raw = bytes(approve(approval()).raw)
    message = message_from_bytes(raw, policy=policy.default)
    assert message["In-Reply-To"] == "<a@b>"
    assert message["To"].addresses[0].addr_spec == "priya@hr.example"
    assert message.get_content().replace("\r\n", "\n").rstrip() == TEXT
