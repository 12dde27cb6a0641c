import os
import signal
import time
from collections.abc import Iterator

import psutil
import pytest

from onward.background.beside import HelpEndedError, done_beside


def test_what_is_made_beside_comes_in_the_order_it_was_given() -> None:
    assert list(done_beside(range(7), lambda n: n * n, 2)) == [n * n for n in range(7)]


def test_pieces_larger_than_a_pipe_do_not_stop_it() -> None:
    pieces = [bytes([n]) * 3_000_000 for n in range(5)]
    assert list(done_beside(pieces, lambda piece: piece, 2)) == pieces


def test_a_slow_piece_holds_up_none_of_the_others() -> None:
    def work(piece: int) -> int:
        time.sleep(0 if piece else 1)
        return os.getpid()

    slow, *others = done_beside(range(4), work, 2)
    assert len(set(others)) == 1
    assert slow not in others


def test_it_is_done_by_other_processes_and_none_is_left() -> None:
    numbers = set(done_beside(range(4), lambda _: os.getpid(), 2))
    assert len(numbers) == 2
    assert os.getpid() not in numbers
    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_a_helper_that_is_killed_is_told_of() -> None:
    with pytest.raises(HelpEndedError):
        list(done_beside([1], lambda _: os.kill(os.getpid(), signal.SIGKILL), 1))


def test_work_that_fails_ends_the_help() -> None:
    with pytest.raises(HelpEndedError):
        list(done_beside([0], lambda n: 1 / n, 1))


def test_what_breaks_off_here_goes_through_and_leaves_nobody() -> None:
    def given() -> Iterator[int]:
        yield 1
        raise KeyError

    before = psutil.Process().children()
    with pytest.raises(KeyError):
        list(done_beside(given(), lambda n: n, 2))
    assert set(psutil.Process().children()) <= set(before)
