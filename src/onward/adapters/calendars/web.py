"""Asks one machine by HTTP: no longer, no larger and no further than was agreed."""

import http.client
import socket
import ssl
import time
from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from onward.adapters.calendars.hosts import Address, Lookup, looked_up, machine_at
from onward.ports.calendar import (
    CalendarAwayError,
    CalendarInTheOpenError,
    CalendarLockedError,
    CalendarMovedError,
    CalendarPlace,
    CalendarTooLargeError,
    CalendarUnprovenError,
    NotACalendarError,
)

MOST_BYTES = 20_000_000
_WAIT_SECONDS, _MOST_SECONDS = 15, 60
_MOST_MOVES = 3
_PIECE = 65_536
_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_KEPT_IN_PATHS = "/%:@!$&'()*+,;=~?"


@dataclass(frozen=True, slots=True)
class Ask:
    """What to ask: how, where (empty: the address that was named), and with what."""

    method: str
    address: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and from which address in the end."""

    status: int
    content: bytes
    address: str
    moved_to: str = ""


class Web:
    """The machine a person named; no other is ever asked."""

    def __init__(
        self,
        place: CalendarPlace,
        *,
        may_be_near: bool = True,
        lookup: Lookup = looked_up,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._place = place
        self._may_be_near = may_be_near
        self._lookup = lookup
        self._most_bytes = most_bytes
        self.address = _plain(place.address)
        self._host = (urlsplit(self.address).hostname or "").lower()

    def ask(self, ask: Ask) -> Answer:
        """Return what the machine answers, following it only within itself."""
        asked = replace(ask, address=urljoin(self.address, ask.address))
        for _ in range(_MOST_MOVES + 1):
            answer = self._once(asked)
            if answer.status == HTTPStatus.UNAUTHORIZED:
                raise CalendarLockedError
            if not answer.moved_to:
                return answer
            asked = _onwards(asked, answer)
        raise CalendarMovedError

    def _once(self, asked: Ask) -> Answer:
        parts = urlsplit(asked.address)
        if parts.scheme not in _PORTS or (parts.hostname or "").lower() != self._host:
            raise CalendarMovedError
        try:
            port = parts.port or _PORTS[parts.scheme]
        except ValueError as problem:
            raise NotACalendarError from problem
        numbers = machine_at(
            self._host, port, self._lookup, may_be_near=self._may_be_near
        )
        self._refuse_open_password(parts.scheme, numbers)
        line = _line(parts, port, numbers)
        try:
            return self._spoken(line, asked, parts)
        except ssl.SSLCertVerificationError as problem:
            raise CalendarUnprovenError from problem
        except (OSError, http.client.HTTPException) as problem:
            raise CalendarAwayError from problem
        finally:
            line.close()

    def _refuse_open_password(self, scheme: str, numbers: list[Address]) -> None:
        is_far = any(number.is_global for number in numbers)
        if scheme == "http" and self._place.secret and is_far:
            raise CalendarInTheOpenError

    def _spoken(
        self, line: http.client.HTTPConnection, asked: Ask, parts: SplitResult
    ) -> Answer:
        path = quote(parts.path or "/", safe=_KEPT_IN_PATHS)
        query = f"?{quote(parts.query, safe=_KEPT_IN_PATHS)}" if parts.query else ""
        headers = {"User-Agent": "Onward", "Accept-Encoding": "identity"}
        line.request(
            asked.method,
            path + query,
            body=asked.body or None,
            headers=headers | asked.headers | self._pass(),
        )
        response = line.getresponse()
        is_moved = response.status in _MOVED
        moved_to = response.headers.get("Location", "") if is_moved else ""
        content = b"" if is_moved else self._content(response)
        return Answer(response.status, content, asked.address, moved_to)

    def _pass(self) -> dict[str, str]:
        place = self._place
        if not (place.user or place.secret):
            return {}
        told = b64encode(f"{place.user}:{place.secret}".encode()).decode()
        return {"Authorization": f"Basic {told}"}

    def _content(self, response: http.client.HTTPResponse) -> bytes:
        """Return the body; one that is too large or comes in drops is given up."""
        until = time.monotonic() + _MOST_SECONDS
        content = bytearray()
        while piece := response.read1(_PIECE):
            content += piece
            if len(content) > self._most_bytes:
                raise CalendarTooLargeError
            if time.monotonic() > until:
                raise CalendarAwayError
        return bytes(content)


def _plain(address: str) -> str:
    """Return an address as a browser takes it; those for calendars are https."""
    scheme, _, rest = address.strip().partition("://")
    named = {"webcal": "https", "webcals": "https"}.get(scheme.lower(), scheme.lower())
    return f"{named}://{rest}"


def _onwards(asked: Ask, answer: Answer) -> Ask:
    """Return what to ask where the answer points; never from https to http."""
    address = urljoin(asked.address, answer.moved_to)
    if asked.address.startswith("https:") and not address.startswith("https:"):
        raise CalendarMovedError
    if answer.status == HTTPStatus.SEE_OTHER:
        return Ask("GET", address, asked.headers)
    return replace(asked, address=address)


class _Pinned(http.client.HTTPConnection):
    """A line to known numbers, whatever the name may stand for a moment later."""

    def __init__(self, host: str, port: int, numbers: list[Address]) -> None:
        super().__init__(host, port, timeout=_WAIT_SECONDS)
        self._numbers = [str(number) for number in numbers]

    def connect(self) -> None:
        """Open the line to the first number that answers."""
        for number in self._numbers[:-1]:
            with suppress(OSError):
                self.sock = self._to(number)
                return
        self.sock = self._to(self._numbers[-1])

    def _to(self, number: str) -> socket.socket:
        return socket.create_connection((number, self.port), _WAIT_SECONDS)


class _PinnedAndSafe(_Pinned):
    """The same with TLS, whose certificate has to be the name's."""

    def connect(self) -> None:
        """Open the line and have the other side show who it is."""
        super().connect()
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def _line(parts: SplitResult, port: int, numbers: list[Address]) -> _Pinned:
    kind = _PinnedAndSafe if parts.scheme == "https" else _Pinned
    return kind(parts.hostname or "", port, numbers)
