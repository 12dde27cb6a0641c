"""The sending process killed at many points, before a real mail server."""

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from types import FrameType
from typing import Any

import pytest
from django.db import connections
from django.utils.timezone import now

from onward.adapters.post.smtp import Smtp
from onward.journey.feedback.models import FeedbackRequest, OutgoingLetter
from onward.journey.feedback.outbox import own_up_to_breaks, send_due
from onward.journey.feedback.sending import send_request
from onward.ports.post import Account
from tests.adapters.post.test_smtp import Sink, serving
from tests.journey.feedback.test_sending import account, request

WATCHED = ("outbox.py", "smtp.py", "durable.py", "smtplib.py")
KILLS = 50
SENT, UNSURE = OutgoingLetter.State.SENT, OutgoingLetter.State.UNSURE


def _letter() -> OutgoingLetter:
    asked = request()
    letter = send_request(request=asked, account=account(asked))
    OutgoingLetter.objects.filter(pk=letter.pk).update(send_at=now())
    return letter


def _stepping(at_step: Callable[[int], None]) -> Any:
    """Return a tracer that counts the lines run on the way to the server."""
    steps = 0

    def trace(frame: FrameType, happened: str, _: Any) -> Any:
        nonlocal steps
        if not frame.f_code.co_filename.endswith(WATCHED):
            return None
        if happened == "line":
            steps += 1
            at_step(steps)
        return trace

    return trace


def _send(via: Account) -> None:
    """Do what the worker does every few seconds."""
    own_up_to_breaks()
    send_due(lambda _: Smtp(via))


def _steps(via: Account) -> int:
    """Return how many lines an undisturbed sending takes."""
    seen: list[int] = []
    _letter()
    sys.settrace(_stepping(seen.append))
    try:
        _send(via)
    finally:
        sys.settrace(None)
    return len(seen)


def _send_and_die(via: Account, step: int) -> None:
    """Send in a process of its own that is killed at this line."""
    connections.close_all()
    child = os.fork()
    if child:
        assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
        return
    try:
        sys.settrace(_stepping(lambda at: _die() if at == step else None))
        _send(via)
    finally:
        os._exit(0)


def _name_of(content: bytes | None) -> str:
    return str(message_from_bytes(content or b"")["Message-ID"])


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_at_fifty_points_a_letter_goes_once_or_is_said_to_be_unsure() -> None:
    sink, states = Sink(), dict[str, str]()
    with serving(sink) as via:
        steps = _steps(via)
        for number in range(KILLS):
            letter = _letter()
            _send_and_die(via, 1 + number * steps // KILLS)
            _send(via)
            _send(via)
            letter.refresh_from_db()
            states[letter.message_id] = letter.state
    taken = Counter(_name_of(one.original_content) for one in sink.taken)
    assert set(taken.values()) == {1}
    assert set(states.values()) == {SENT, UNSURE}
    assert {id_ for id_, state in states.items() if state == SENT} <= set(taken)
    assert FeedbackRequest.objects.filter(state="asked").count() == 1 + sum(
        state == SENT for state in states.values()
    )
