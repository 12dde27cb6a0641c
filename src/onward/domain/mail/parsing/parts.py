"""Walks the parts of a message within bounds on their number and depth.

Our own walk, not a library's: only so do the caps hold before any work is done, and
one broken part never costs the others. On sound mail it agrees with the standard
library.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.fields import parameters_of, value_of
from onward.domain.mail.parsing.headers import Headers, headers_of

_LONGEST_BOUNDARY = 200
_LONGEST_REST = 80  # some programs leave space behind a boundary
_DIGEST = "multipart/digest"


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf of a message: its kind, its names and where its content stands."""

    kind: str
    parameters: dict[str, str]
    disposition: str
    filename: str
    encoding: str
    start: int
    end: int

    @property
    def is_attached(self) -> bool:
        """Whether the sender meant it to be kept, not read."""
        return self.disposition == "attachment"


@dataclass(frozen=True, slots=True)
class _Open:
    headers: Headers
    end: int
    depth: int
    usual_kind: str = "text/plain"


def parts_of(
    content: bytes, headers: Headers, end: int, faults: set[Fault]
) -> Iterator[Part]:
    """Yield the leaves of a message in their order, noting faults on the way."""
    waiting = [_Open(headers, end, 0)]
    count = 0
    while waiting:
        part = waiting.pop()
        faults |= part.headers.faults
        field = part.headers.first(b"content-type")
        kind = value_of(field) or part.usual_kind
        parameters = parameters_of(field)
        inner = _inner(content, part, kind, parameters, faults)
        if inner is None:
            yield _leaf(part, kind, parameters)
            continue
        count += len(inner)
        if count > caps.PARTS:
            faults.add(Fault.TOO_MANY_PARTS)
            inner = inner[: max(0, caps.PARTS - count + len(inner))]
        waiting += reversed(inner)


def _leaf(part: _Open, kind: str, parameters: dict[str, str]) -> Part:
    field = part.headers.first(b"content-disposition")
    said = parameters_of(field)
    encoding = part.headers.first(b"content-transfer-encoding")
    return Part(
        kind if "/" in kind and not kind.startswith("multipart/") else "text/plain",
        parameters,
        value_of(field),
        said.get("filename") or parameters.get("name", ""),
        value_of(encoding),
        part.headers.body_start,
        part.end,
    )


def _inner(
    content: bytes,
    part: _Open,
    kind: str,
    parameters: dict[str, str],
    faults: set[Fault],
) -> list[_Open] | None:
    """Return the parts inside a multipart; None for a leaf."""
    boundary = parameters.get("boundary", "") if kind.startswith("multipart/") else ""
    if not boundary or len(boundary) > _LONGEST_BOUNDARY:
        return None
    if part.depth >= caps.DEPTH:
        faults.add(Fault.NESTED_TOO_DEEP)
        return None  # its words stay there, as they stand
    start = part.headers.body_start
    spans, closed = spans_between(content, boundary.encode(), start, part.end)
    if not closed:
        faults.add(Fault.TRUNCATED)
    if not spans:
        return None
    usual = "message/rfc822" if kind == _DIGEST else "text/plain"
    return [
        _Open(headers_of(content, first, last), last, part.depth + 1, usual)
        for first, last in spans
    ]


def spans_between(
    content: bytes, boundary: bytes, start: int, end: int
) -> tuple[list[tuple[int, int]], bool]:
    """Return where the parts between boundary lines stand, and whether they are closed.

    At most one more than the cap is returned, so that a caller sees it was passed.
    """
    mark = b"\n--" + boundary
    spans: list[tuple[int, int]] = []
    opened = -1
    place = content.find(mark, max(0, start - 1), end)
    while place >= 0:
        after = place + len(mark)
        stop = _end_of_line(content, after, end)
        rest = content[after:stop].strip()
        if stop >= 0 and rest in (b"", b"--"):
            if opened >= 0:
                spans.append((opened, max(opened, place)))
            if rest or len(spans) > caps.PARTS:
                return spans, True
            opened = stop + 1
        place = content.find(mark, after, end)
    if 0 <= opened < end:
        spans.append((opened, end))
    return spans, False


def _end_of_line(content: bytes, place: int, end: int) -> int:
    """Return where the line of a boundary ends; -1 when it goes on too long for one."""
    stop = content.find(b"\n", place, min(place + _LONGEST_REST, end))
    return end if stop < 0 and place + _LONGEST_REST >= end else stop
