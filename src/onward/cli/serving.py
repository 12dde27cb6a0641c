"""Serves the pages on this machine alone, with the worker beside."""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from threading import Timer
from types import FrameType

from onward.cli.beside import Beside
from onward.cli.browser import open_browser
from onward.cli.claim import Claim, Running
from onward.domain.errors import OnwardError
from onward.settings.environment import environment
from onward.settings.secret import prepare_data_dir

HOST = "127.0.0.1"
THREADS = 4
TRIES = 20
LARGEST_FORM_BYTES = 10 * 1024**3
SECONDS_FOR_FIRST = 60.0
# After this whatever is still going on is cut off. The database does not mind.
SECONDS_TO_END = 2.5


class NoPortError(OnwardError):
    """No free port was found. Try `onward --port 0`, which takes any."""


class NeverReadyError(OnwardError):
    """Onward seems to be starting in another window, and does not get ready."""


def serve_until_told(*, port: int | None, may_open: bool) -> None:
    """Serve until a signal comes, or show where Onward runs already."""
    chosen = environment()
    claim = Claim(prepare_data_dir(chosen.data_dir))
    running = _first_or_running(claim)
    opening = may_open and chosen.open_browser
    if running is not None:
        _say_where(running, opening=opening)
        return
    try:
        _serve(claim, chosen.port if port is None else port, opening=opening)
    finally:
        claim.release()


def _first_or_running(claim: Claim) -> Running | None:
    """Take the folder, or return who has it; they may still be getting ready."""
    patience = time.monotonic() + SECONDS_FOR_FIRST
    while not claim.take():
        if running := claim.holder():
            return running
        if time.monotonic() > patience:
            raise NeverReadyError
        time.sleep(0.1)
    return None


def _serve(claim: Claim, port: int, *, opening: bool) -> None:
    listening = listen(port)
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings all of Django

    get_ready()
    from onward.journey.people.models import Person  # noqa: PLC0415 - after Django

    Person.objects.local()  # so that no page has to make anybody
    run = _server(listening)
    beside = Beside()
    beside.start()
    running = _running(listening)
    claim.tell(running)
    _end_in_time()
    _say_where(running, opening=opening)
    try:
        run()
    finally:
        beside.stop()


def listen(port: int) -> socket.socket:
    """Return a socket on this port, or on the next that is free."""
    for number in range(port, port + TRIES) if port else [0]:
        found = _bound(number)
        if found is not None:
            if number != port:
                sys.stderr.write(f"Port {port} is taken, so this is {number}.\n")
            return found
    raise NoPortError


def _bound(port: int) -> socket.socket | None:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two programs share a port
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen()  # or a second Onward of this moment would be let in, too
    except OSError:
        found.close()
        return None
    return found


def _server(listening: socket.socket) -> Callable[[], None]:
    from waitress.server import create_server  # noqa: PLC0415 - after Django is ready

    from onward.web.wsgi import application  # noqa: PLC0415 - after Django is ready

    server = create_server(
        application,
        sockets=[listening],
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST_FORM_BYTES,
        clear_untrusted_proxy_headers=True,
    )
    run: Callable[[], None] = server.run
    return run


def _running(listening: socket.socket) -> Running:
    from django.conf import settings  # noqa: PLC0415 - after Django is ready

    port: int = listening.getsockname()[1]
    return Running(pid=os.getpid(), port=port, token=settings.START_TOKEN)


def _say_where(running: Running, *, opening: bool) -> None:
    address = f"http://{HOST}:{running.port}/"
    sys.stdout.write(f"Onward is open at {address}?token={running.token}\n")
    sys.stdout.flush()
    if opening:
        open_browser(address, running.token)


def _end_in_time() -> None:
    """Let the first signal end the server, and a clock end what does not end itself."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        for each in signals:
            signal.signal(each, signal.SIG_IGN)
        last = Timer(SECONDS_TO_END, os._exit, (0,))
        last.daemon = True
        last.start()
        raise SystemExit(0)

    signals = [signal.SIGINT, signal.SIGTERM]
    signals += [signal.SIGHUP] if hasattr(signal, "SIGHUP") else []
    for each in signals:
        signal.signal(each, end)
