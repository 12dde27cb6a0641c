import io

import pytest

from onward.adapters.companions import messages
from onward.adapters.companions.process import Companion, CompanionGoneError, Idle


def test_messages_arrive_whole_and_in_order() -> None:
    pipe = io.BytesIO()
    messages.send(pipe, b"A", b"one")
    messages.send(pipe, b"B")
    pipe.seek(0)
    assert messages.receive(pipe) == (b"A", b"one")
    assert messages.receive(pipe) == (b"B", b"")
    assert messages.receive(pipe) is None


def test_half_a_message_is_none() -> None:
    assert messages.receive(io.BytesIO(b"A\x09\x00\x00\x00abc")) is None


def _gone() -> Companion:
    """Begin a process that ends at once."""
    return Companion("this")  # prints a poem and ends


def test_a_companion_that_ended_is_told_in_one_line() -> None:
    companion = _gone()
    with pytest.raises(CompanionGoneError, match="try it again"):
        companion.answer(b"Z")
    assert not companion.is_alive


def test_only_a_living_companion_is_given_again() -> None:
    idle = Idle(_gone, 60)
    first = idle.take()
    first.end()
    idle.keep(first)
    second = idle.take()
    assert second is not first
    second.end()
    idle.unload()
