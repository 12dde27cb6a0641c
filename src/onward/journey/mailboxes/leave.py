"""Questions to a provider that wait for their answer; they live in this process."""

from dataclasses import dataclass, replace
from secrets import token_urlsafe
from threading import Lock

from onward import wiring
from onward.domain.errors import OnwardError
from onward.domain.mailboxes.consent import GIVERS, Client, Giver
from onward.journey.mailboxes.connecting import Given
from onward.ports.consent import Question

_MOST = 20


class ForgottenQuestionError(OnwardError):
    """This sign-in was begun too long ago. Begin again with your address."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mailbox to be connected, and the question its provider was asked."""

    given: Given
    question: Question


_waiting: dict[str, Waiting] = {}
_lock = Lock()


def giver_of(way: str) -> Giver | None:
    """Return who gives leave on this way; None for a password."""
    return GIVERS.get(way)


def begin(*, given: Given, client: Client, by_code: bool) -> str:
    """Ask a provider for leave; returns the name the question is known by."""
    question = wiring.question(given.way, client, given.address, by_code=by_code)
    key = token_urlsafe(16)
    with _lock:
        while len(_waiting) >= _MOST:
            _waiting.pop(next(iter(_waiting))).question.close()
        _waiting[key] = Waiting(given, question)
    return key


def waiting(key: str) -> Waiting:
    """Return a question that was asked; raises where it is not known any more."""
    found = _waiting.get(key)
    if found is None:
        raise ForgottenQuestionError
    return found


def with_leave(asked: Waiting) -> Given:
    """Return what opens the mailbox; raises `NotYetError` before there is an answer."""
    return replace(asked.given, secret=asked.question.leave())


def drop(key: str) -> None:
    """Wait no longer for an answer."""
    found = _waiting.pop(key, None)
    if found is not None:
        found.question.close()
