import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from onward.cli.beside import Beside

PATIENCE_SECONDS = 20
# Leaves its number behind, then lives until its input ends.
WAITS = "import os, sys, pathlib; pathlib.Path(sys.argv[1], str(os.getpid())).touch()"
WAITS += "; sys.stdin.read()"


def _waits(folder: Path) -> tuple[str, ...]:
    return (sys.executable, "-c", WAITS, str(folder))


def _until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not there():
        assert time.monotonic() < end
        time.sleep(0.02)


def _numbers(folder: Path) -> list[int]:
    return [int(path.name) for path in folder.iterdir()]


def _is_gone(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    return False


def test_what_dies_is_started_anew_and_then_ended(tmp_path: Path) -> None:
    beside = Beside(_waits(tmp_path), 0)
    beside.start()
    _until(lambda: len(_numbers(tmp_path)) == 1)
    os.kill(_numbers(tmp_path)[0], signal.SIGKILL)
    _until(lambda: len(_numbers(tmp_path)) == 2)
    beside.stop()
    assert all(_is_gone(number) for number in _numbers(tmp_path))


def test_it_ends_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    starts = f"""
import time
from onward.cli.beside import Beside
Beside({_waits(tmp_path)!r}, 0).start()
time.sleep(600)
"""
    starter = subprocess.Popen([sys.executable, "-c", starts])
    _until(lambda: len(_numbers(tmp_path)) == 1)
    starter.kill()
    starter.wait()
    _until(lambda: _is_gone(_numbers(tmp_path)[0]))


def test_what_does_not_heed_is_ended_by_force(tmp_path: Path) -> None:
    deaf = WAITS.replace("sys.stdin.read()", "__import__('time').sleep(600)")
    beside = Beside((sys.executable, "-c", deaf, str(tmp_path)), 0)
    beside.start()
    _until(lambda: len(_numbers(tmp_path)) == 1)
    beside.stop()
    assert _is_gone(_numbers(tmp_path)[0])


def test_ending_before_it_began_starts_nothing(tmp_path: Path) -> None:
    beside = Beside(_waits(tmp_path), 0)
    beside.stop()
    beside.start()
    assert _numbers(tmp_path) == []
