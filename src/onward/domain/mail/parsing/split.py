"""Finds the messages of an mbox, however large it is, by its "From " lines."""

import mmap
import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

_WINDOW = 1 << 20
_FROM = b"From "
# `bytes.find` takes half as long again over a whole mailbox, and so does a search that
# asks for what stands before.
_ANY_FROM = re.compile(_FROM)
_ANY_QUOTED = re.compile(b">From ")
_LINE_END, _QUOTE = b"\n>"
_LONGEST_FROM_LINE = 1_000
_LONGEST_NAME = 200
_LONGEST_DATED = 400
# Enough to see a "From " line, one more of them, and the beginning of a header.
_LOOKAHEAD = 2 * _LONGEST_FROM_LINE + 2 * _LONGEST_NAME
_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:>?From [^\n]{0,1000}\n)?([!-9;-~]{1,200})[ \t]*:"
)
# "From jo@host Mon Jan  2 10:00:00 2023"; "From 10:00 to 11:00" is what letters say.
_DATED = re.compile(
    rb"From .*\b[A-Z][a-z]{2},? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2})\b"
    rb".*\d:\d\d"
)
# Without such a date it needs an address, and a header of mail in the next line.
_ADDRESSED = re.compile(rb"From (?:[^\s@]{1,200}@|- )")
_FIRST_HEADERS = re.compile(
    rb"(?:x-|received|return-path|from|to|cc|date|subject|message-id|mime-version"
    rb"|content-|delivered-to|dkim-|arc-|authentication-results|reply-to|sender|status)",
    re.IGNORECASE,
)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as it stands in an mbox, with the first bytes asked for.

    `is_junk` marks what stands before the first message and belongs to none;
    `is_quoted` one that may hold a ">From ".
    """

    start: int
    end: int
    content: bytes = b""
    is_junk: bool = False
    is_quoted: bool = False


def split(
    buffer: bytes | memoryview | mmap.mmap, start: int = 0
) -> Iterator[tuple[int, int]]:
    """Yield where each message's content begins and ends, in memory that stays flat."""
    for letter in letters_in(_windows_of(buffer, start)):
        if not letter.is_junk:
            yield letter.start, letter.end


def starts_mbox(head: bytes) -> bool:
    """Tell whether a file's first bytes are those of an mbox."""
    return head.startswith(_FROM) and _content_start(head, 0, is_end=False) > 0


def unquoted(content: bytes) -> bytes:
    """Return a message with the ">From " of its mbox turned back into "From "."""
    return _QUOTED_FROM.sub(rb"\1", content) if _ANY_QUOTED.search(content) else content


def in_one_form(content: bytes, most: int | None = None) -> bytes:
    """Return a message with LF line ends, none at its beginning and one at its end.

    Only so has the same mail the same digest, from whichever mailbox it comes. At most
    `most` bytes of it are returned.
    """
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n")
    content = content.lstrip(b"\n")
    if most is not None and len(content) > most:
        return content[:most]
    if content.endswith(b"\n") and not content.endswith(b"\n\n"):
        return content
    return content.rstrip(b"\n") + b"\n"


def letters_in(windows: Iterable[tuple[int, bytes]], most: int = 0) -> Iterator[Letter]:
    """Yield the messages of an mbox that comes in windows, each with its offset.

    At most `most` bytes of each are kept. What lies between windows counts as zeros.
    """
    scan: _Scan | None = None
    waiting, base = b"", 0
    for offset, window in windows:
        if scan is None:
            scan = _Scan(most, offset)
            waiting, base = b"\n", offset - 1
        elif offset > base + len(waiting):
            yield from scan.over(waiting, base, is_end=True)
            scan.pass_over(offset - base - len(waiting))
            waiting, base = b"", offset
        content = waiting + window
        done = yield from scan.over(content, base, is_end=False)
        waiting, base = content[done:], base + done
    if scan is not None:
        yield from scan.over(waiting, base, is_end=True)
        yield from scan.closed(base + len(waiting))


def _windows_of(
    buffer: bytes | memoryview | mmap.mmap, start: int
) -> Iterator[tuple[int, bytes]]:
    for offset in range(start, len(buffer), _WINDOW):
        yield offset, bytes(buffer[offset : offset + _WINDOW])
        if isinstance(buffer, mmap.mmap):
            # Pages once read would count as ours until the machine runs short.
            page = offset - offset % mmap.PAGESIZE
            length = min(_WINDOW, len(buffer) - page)
            buffer.madvise(mmap.MADV_DONTNEED, page, length)


class _Scan:
    """Remembers the message that is open while windows pass."""

    def __init__(self, most: int, start: int) -> None:
        self._most = most
        self._kept = BytesIO()
        self._start = start
        self._is_junk = True
        self._is_quoted = False

    def over(
        self, content: bytes, base: int, *, is_end: bool
    ) -> Generator[Letter, None, int]:
        """Yield the messages that end here, and return how much is dealt with."""
        limit = len(content) if is_end else max(0, len(content) - _LOOKAHEAD)
        place = 0
        at = self._next_from(content, 0)
        while 0 <= at < limit:
            begins = _content_start(content, at + 1, is_end=is_end)
            if begins >= 0:
                self._keep(content, base, at + 1)
                yield from self.closed(base + at + 1)
                self._start, self._is_junk = base + begins, False
                place = begins
            at = self._next_from(content, max(at + 1, begins - 1))
        # With the line end before it: a message may begin with one more such line.
        stop = max(limit, place - 1)
        self._keep(content, base, stop)
        return stop

    def _next_from(self, content: bytes, start: int) -> int:
        """Return where the line before the next "From " ends; note what is quoted."""
        for found in _ANY_FROM.finditer(content, start + 1):
            before = content[found.start() - 1]
            if before == _LINE_END:
                return found.start() - 1
            self._is_quoted |= before == _QUOTE
        return -1

    def pass_over(self, length: int) -> None:
        """Count bytes that no window holds as zeros."""
        self._kept.write(bytes(max(0, min(length, self._most - self._kept.tell()))))

    def closed(self, end: int) -> Iterator[Letter]:
        """Yield the open message; of junk only what is more than space."""
        if self._is_junk:
            content = self._taken()
            if content.strip():
                yield Letter(self._start, end, content, is_junk=True)
        elif end > self._start:
            # Under no name here: it may be large, and the next one is read meanwhile.
            is_quoted, self._is_quoted = self._is_quoted, False
            yield Letter(self._start, end, self._taken(), is_quoted=is_quoted)

    def _taken(self) -> bytes:
        """Return what was kept without copying it, and begin anew."""
        kept, self._kept = self._kept, BytesIO()
        return kept.getvalue()

    def _keep(self, content: bytes, base: int, last: int) -> None:
        """Keep what of the open message stands here and was not kept before."""
        first = max(0, self._start - base)
        last = min(last, first + self._most - self._kept.tell())
        if last > first:
            self._kept.write(memoryview(content)[first:last])


def _content_start(content: bytes, at: int, *, is_end: bool) -> int:
    """Return where the message after a "From " line begins; -1 if it is just a line."""
    line_end = content.find(b"\n", at, at + _LONGEST_FROM_LINE)
    stop = line_end if line_end >= 0 else min(len(content), at + _LONGEST_FROM_LINE)
    is_dated = _DATED.match(content, at, min(stop, at + _LONGEST_DATED)) is not None
    if line_end < 0 or line_end + 1 == len(content):
        is_last = is_end and stop + 1 >= len(content)
        return len(content) if is_last and is_dated else -1
    header = _HEADER.match(content, line_end + 1)
    if header is None:
        return -1
    if is_dated or (
        _ADDRESSED.match(content, at, stop) and _FIRST_HEADERS.match(header[1])
    ):
        return line_end + 1
    return -1
