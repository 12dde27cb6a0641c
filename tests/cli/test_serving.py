import http.client
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from onward.cli.serving import listen
from tests.running import OPEN, Onward, kill, said, start, started, stop

PATIENCE_SECONDS = 30
SECONDS_TO_END = 3.0


def _until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not there():
        assert time.monotonic() < end
        time.sleep(0.05)


def _status(onward: Onward, path: str = "/", cookie: str = "") -> tuple[int, str]:
    """Ask for a page; return the answer's number and the pass it gives."""
    host = onward.address.removeprefix("http://")
    with closing(http.client.HTTPConnection(host, timeout=30)) as connection:
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        return answer.status, (answer.getheader("Set-Cookie") or "").partition(";")[0]


def _worker(onward: Onward) -> psutil.Process | None:
    children = psutil.Process(onward.process.pid).children()
    return children[0] if children else None


def _ends(process: psutil.Process) -> None:
    _until(lambda: not process.is_running() or process.status() == "zombie")


def test_it_lets_in_who_has_the_token_and_nobody_else(folder: Path) -> None:
    with started(folder) as onward:
        assert _status(onward)[0] == 403
        status, given = _status(onward, onward.url.removeprefix(onward.address))
        assert (status, _status(onward, cookie=given)[0]) == (302, 200)


def test_it_listens_on_this_machine_alone(folder: Path) -> None:
    with started(folder) as onward:
        open_sockets = psutil.Process(onward.process.pid).net_connections("inet")
        listening = {each.laddr.ip for each in open_sockets if each.status == "LISTEN"}
        assert listening == {"127.0.0.1"}


def test_what_it_keeps_only_its_owner_can_read(folder: Path) -> None:
    with started(folder) as onward:
        _status(onward)
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode)
            for path in folder.rglob("*")
            if path.name != "said.log"
        }
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert "onward.sqlite3" in modes
        assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all_of_it(folder: Path, by: signal.Signals) -> None:
    onward = start(folder)
    _until(lambda: _worker(onward) is not None)
    worker = _worker(onward)
    assert worker
    assert stop(onward, by) == 0
    _ends(worker)
    assert "Traceback" not in said(folder)
    kill(onward.process)


def test_ctrl_c_in_the_window_reaches_both_and_ends_both_well(folder: Path) -> None:
    onward = start(folder)
    _until(lambda: _worker(onward) is not None)
    worker = _worker(onward)
    assert worker
    os.killpg(onward.process.pid, signal.SIGINT)
    assert onward.process.wait(PATIENCE_SECONDS) == 0
    _ends(worker)
    assert said(folder) == ""
    kill(onward.process)


def test_the_worker_ends_when_the_server_is_killed(folder: Path) -> None:
    onward = start(folder)
    _until(lambda: _worker(onward) is not None)
    worker = _worker(onward)
    assert worker
    onward.process.kill()
    onward.process.wait()
    _ends(worker)
    with started(folder) as again:
        assert again.url != onward.url
    kill(onward.process)


def test_a_worker_that_is_killed_is_started_anew(folder: Path) -> None:
    onward = start(folder)
    try:
        _until(lambda: _worker(onward) is not None)
        first = _worker(onward)
        assert first
        first.kill()
        _until(lambda: (_worker(onward) or first).pid != first.pid)
        assert _status(onward)[0] == 403
    finally:
        assert stop(onward) == 0
        kill(onward.process)


def test_a_second_start_shows_where_the_first_is(folder: Path) -> None:
    with started(folder) as onward:
        second = subprocess.run(
            [sys.executable, "-m", "onward", "--no-open"],
            env=os.environ | {"ONWARD_DATA_DIR": str(folder)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert second.stdout == f"{OPEN}{onward.url}\n"
        assert second.stderr == ""


def test_the_browser_is_given_a_code_that_opens_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {given}.new; mv {given}.new {given}\n')
    browser.chmod(0o700)
    with started(folder) as onward:
        monkeypatch.setenv("BROWSER", f"{browser} %s")
        monkeypatch.setenv("DISPLAY", ":99")
        monkeypatch.delenv("CI", raising=False)
        surroundings = os.environ | {"ONWARD_DATA_DIR": str(folder)}
        subprocess.run(
            [sys.executable, "-m", "onward"],
            env=surroundings,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        _until(given.exists)
        path = given.read_text().strip().removeprefix(onward.address)
        assert path not in onward.url
        status, kept = _status(onward, path)
        assert (status, _status(onward, cookie=kept)[0]) == (302, 200)
        assert _status(onward, path)[0] == 403


def test_two_folders_are_two_onwards_that_do_not_share_a_pass(tmp_path: Path) -> None:
    with started(tmp_path / "one") as one, started(tmp_path / "two") as two:
        _, given = _status(one, one.url.removeprefix(one.address))
        assert _status(one, cookie=given)[0] == 200
        assert _status(two, cookie=given)[0] == 403


def test_the_token_of_the_last_start_opens_nothing(folder: Path) -> None:
    with started(folder) as first:
        shown = first.url.removeprefix(first.address)
        _, given = _status(first, shown)
    with started(folder) as second:
        assert _status(second, shown)[0] == 403
        assert _status(second, cookie=given)[0] == 403


def test_a_port_that_is_taken_gives_way_to_the_next(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with closing(listen(port)) as found:
            chosen = found.getsockname()[1]
    assert chosen > port
    assert capsys.readouterr().err == f"Port {port} is taken, so this is {chosen}.\n"


def test_two_that_start_at_once_do_not_take_one_port() -> None:
    with closing(listen(0)) as first:
        port = first.getsockname()[1]
        with closing(listen(port)) as second:
            assert second.getsockname()[1] != port
