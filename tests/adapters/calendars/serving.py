"""A small server of calendars on this machine, which notes what it was asked."""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext, SSLError
from threading import Thread
from typing import Any

EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Made up//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261101T000000Z
DTSTART:{start}
DTEND:{end}
{more}SUMMARY:Quinsybramble with Sam
END:VEVENT
END:VCALENDAR
"""


def event(
    uid: str = "a",
    start: str = "20261127T100000Z",
    end: str = "20261127T110000Z",
    more: str = "",
) -> str:
    """Return a calendar file with one entry."""
    return EVENT.format(uid=uid, start=start, end=end, more=more).replace("\n", "\r\n")


def collection(path: str) -> str:
    """Return what a server says of a calendar."""
    return (
        f"<D:response><D:href>{path}</D:href><D:propstat><D:prop><D:resourcetype>"
        "<D:collection/><C:calendar/></D:resourcetype></D:prop></D:propstat>"
        "</D:response>"
    )


def leads_to(path: str, name: str, target: str) -> str:
    """Return what a server says of where to look on."""
    return (
        f"<D:response><D:href>{path}</D:href><D:propstat><D:prop><{name}><D:href>"
        f"{target}</D:href></{name}></D:prop></D:propstat></D:response>"
    )


def entry(calendar: str) -> str:
    """Return an entry as a report holds it."""
    return (
        "<D:response><D:href>/a.ics</D:href><D:propstat><D:prop><C:calendar-data>"
        f"{calendar}</C:calendar-data></D:prop></D:propstat></D:response>"
    )


def told(*parts: str) -> bytes:
    """Return parts as one answer."""
    names = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
    return f"<D:multistatus {names}>{''.join(parts)}</D:multistatus>".encode()


@dataclass(slots=True)
class Served:
    """What a server answers: to a method and a path, a status, content and headers."""

    answers: dict[tuple[str, str], tuple[int, bytes, dict[str, str]]]
    password: str = ""
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)
    port: int = 0

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return an address here."""
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving(served: Served, tls: SSLContext | None = None) -> Iterator[Served]:
    """Lend the server on a free port."""

    class Answering(BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            served.asked.append((self.command, self.path, self.rfile.read(size)))
            status, content, headers = served.answers.get(
                (self.command, self.path), (404, b"", {})
            )
            if served.password and _password(self.headers) != served.password:
                status, content, headers = 401, b"", {}
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PROPFIND = do_REPORT = answer  # noqa: N815 - the library's names

        def handle(self) -> None:
            with suppress(SSLError, ConnectionError):
                super().handle()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        served.port = server.server_port
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def _password(headers: Any) -> str:
    given = headers.get("Authorization", "").removeprefix("Basic ")
    return b64decode(given).decode().partition(":")[2]
