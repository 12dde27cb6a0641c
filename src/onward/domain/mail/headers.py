"""Finds the headers of a message or part within bounds, raw and in their order."""

import re
from dataclasses import dataclass, field

from onward.domain.mail import caps
from onward.domain.mail.message import Fault

_HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*(?:\n[ \t].*)*)\n?")
_STRAY_LINE = re.compile(rb".*(?:\n(?=[!-9;-~]{1,200}[ \t]*:)|\n?$)")
_ENVELOPE = re.compile(rb">?From .*\n?")


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
    if stop - start > caps.HEADER_BLOCK:
        found.faults.add(Fault.HEADERS_TOO_LARGE)
        stop = start + caps.HEADER_BLOCK
    _read_fields(content, start, stop, found)
    return found


def _read_fields(content: bytes, place: int, stop: int, found: Headers) -> None:
    """Read headers into `found`; a line that is none of them starts the body."""
    for _ in range(caps.HEADERS):
        match = _HEADER.match(content, place, stop)
        if match:
            _add(match[1], match[2], found)
        else:
            match = _stray(content, place, stop, found)
        if match is None:
            found.body_start = place
            return
        place = match.end()
        if place >= stop:
            return
    found.faults.add(Fault.HEADERS_TOO_LARGE)


def _add(name: bytes, value: bytes, found: Headers) -> None:
    if len(value) > caps.HEADER:
        found.faults.add(Fault.HEADERS_TOO_LARGE)
        value = value[: caps.HEADER]
    found.fields.setdefault(name.lower(), []).append(value)


def _stray(
    content: bytes, place: int, stop: int, found: Headers
) -> re.Match[bytes] | None:
    """Return a line to step over: an mbox's own, or rubbish between two headers."""
    envelope = _ENVELOPE.match(content, place, stop)
    if envelope or not found.fields:
        return envelope
    return _STRAY_LINE.match(content, place, stop)
