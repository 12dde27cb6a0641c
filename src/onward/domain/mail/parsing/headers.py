"""Finds the headers of a message or part within bounds, raw and in their order."""

import re
from dataclasses import dataclass, field

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing import caps

_HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*(?:\n[ \t].*)*)\n?")
_STRAY_LINE = re.compile(rb".*\n(?=[!-9;-~]{1,200}[ \t]*:)")
_ENVELOPE = re.compile(rb">?From .*\n?")
# Most of what stands in a header block tells of servers, and nobody asks for it.
_ASKED_FOR = frozenset(
    {
        *(b"from", b"sender", b"reply-to", b"to", b"cc", b"bcc", b"subject", b"date"),
        *(b"message-id", b"in-reply-to", b"references", b"x-gm-thrid"),
        *(b"x-gmail-labels", b"list-id", b"list-unsubscribe", b"precedence"),
        *(b"auto-submitted", b"content-type", b"content-disposition"),
        *(b"content-transfer-encoding", b"list-post"),
        *(b"delivered-to", b"x-original-to", b"envelope-to"),  # whose mailbox it is
    }
)


@dataclass(slots=True)
class Headers:
    """Raw values by lower-case name, where the body starts, and what was over a cap."""

    fields: dict[bytes, list[bytes]] = field(default_factory=dict)
    body_start: int = 0
    faults: set[Fault] = field(default_factory=set)

    def first(self, name: bytes) -> bytes:
        """Return the first value of a header; empty when there is none."""
        values = self.fields.get(name)
        return values[0] if values else b""


def headers_of(content: bytes, start: int, end: int) -> Headers:
    """Return the headers between two places of a message with LF line ends."""
    if content.startswith(b"\n", start, end):
        return Headers(body_start=start + 1)
    blank = content.find(b"\n\n", start, end)
    stop = end if blank < 0 else blank + 1
    found = Headers(body_start=min(stop + 1, end))
    if stop - start <= caps.HEADER_BLOCK:
        found.body_start = _read_fields(content, start, stop, found)
    else:
        found.faults.add(Fault.HEADERS_TOO_LARGE)
        _read_fields(content, start, start + caps.HEADER_BLOCK, found)
    return found


def _read_fields(content: bytes, place: int, stop: int, found: Headers) -> int:
    """Read headers into `found` and return where the body starts.

    A line that is no header starts it, since some programs leave no blank line.
    """
    for _ in range(caps.HEADERS):
        match = _HEADER.match(content, place, stop)
        if match is None:
            match = _stray(content, place, stop, found)
            if match is None:
                return place
        elif (name := match[1].lower()) in _ASKED_FOR:
            _add(name, match[2], found)
        place = match.end()
        if place >= stop:
            return found.body_start
    found.faults.add(Fault.HEADERS_TOO_LARGE)
    return found.body_start


def _add(name: bytes, value: bytes, found: Headers) -> None:
    if len(value) > caps.HEADER:
        found.faults.add(Fault.HEADERS_TOO_LARGE)
        value = value[: caps.HEADER]
    found.fields.setdefault(name, []).append(value)


def _stray(
    content: bytes, place: int, stop: int, found: Headers
) -> re.Match[bytes] | None:
    """Return a line to step over: an mbox's own, or rubbish between two headers."""
    envelope = _ENVELOPE.match(content, place, stop)
    if envelope or not found.fields:
        return envelope
    return _STRAY_LINE.match(content, place, stop)
