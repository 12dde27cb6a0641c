"""Turns the bytes of one stored message, or of an mbox that streams by, into mail."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onward.adapters.mailboxes.sniffing import without_mark
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.one_line import on_one_line
from onward.domain.mail.parsing.split import Letter, in_one_form, letters_in, unquoted
from onward.ports.mailbox import Outline, RawMessage, Unreadable

# One byte over the cap tells the parser that there was more; what line ends may take
# up is read too, so that the digest does not depend on them.
KEPT = caps.MESSAGE + caps.MESSAGE // 16
_CONTENT = caps.MESSAGE + 1
WINDOW = 1 << 18
RAW_SHOWN = 4_096
_JUNK = "What stands before the first message is not mail."
EMPTY = "This message is empty."
_CUT_OFF = "This mailbox ends in the middle of a line: its last message may be cut off."
_TOLD = "cut"
_LONGEST_SPOT = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """Where reading goes on in an mbox, and how many messages came before.

    `is_end_told` says that the mailbox was already reported as cut off.
    """

    offset: int = 0
    count: int = 0
    is_end_told: bool = False

    def __str__(self) -> str:
        """Return it as a position."""
        told = f":{_TOLD}" if self.is_end_told else ""
        return f"{self.offset}:{self.count}{told}"


START = Spot()


def spot_of(position: str) -> Spot:
    """Return the spot a position names; the start when it is none of ours."""
    offset, _, rest = position.partition(":")
    count, _, told = rest.partition(":")
    if offset.isdecimal() and count.isdecimal() and len(position) < _LONGEST_SPOT:
        return Spot(int(offset), int(count), told == _TOLD)
    return START


def message_of(
    stored: bytes,
    place: str,
    position: str,
    bytes_done: int,
    labels: tuple[str, ...] = (),
) -> RawMessage | Unreadable:
    """Return a stored message in the one form that every mailbox gives."""
    content = in_one_form(without_mark(stored), _CONTENT)
    if content and not content.isspace():
        return RawMessage(content, place, position, bytes_done, labels)
    return Unreadable(EMPTY, place, position, bytes_done, content[:RAW_SHOWN])


def shown_name(path: object) -> str:
    """Return a file's name or path as a person can be shown it."""
    name = str(path).encode("utf-8", "replace").decode("utf-8")
    return on_one_line(name)


def windows_from(
    windows: Iterable[tuple[int, bytes]], offset: int
) -> Iterator[tuple[int, bytes]]:
    """Yield what windows hold from an offset on, and the byte before it."""
    start = max(0, offset - 1)
    for at, window in windows:
        if at + len(window) > start:
            skipped = max(0, start - at)
            yield at + skipped, window[skipped:]


def mail_in(
    windows: Iterable[tuple[int, bytes]],
    place: str,
    after: Spot = START,
    bytes_done: Callable[[int], int] = int,
    labels: tuple[str, ...] = (),
) -> Iterator[RawMessage | Unreadable]:
    """Yield the messages of an mbox after a spot; windows begin a byte before it.

    `bytes_done` turns an offset into what counts as done.
    """
    for letter, spot in _spots(windows, after, KEPT):
        done = bytes_done(spot.offset)
        if letter is None or letter.is_junk:
            yield _problem(letter, spot, place, done)
            continue
        stored = unquoted(letter.content) if letter.is_quoted else letter.content
        item = _letter_at(spot, stored, place, done, labels)
        del letter, stored  # it may be large, and the next one is read meanwhile
        yield item
        del item


def letter_at(
    spot: Spot, stored: bytes, place: str, done: int, labels: tuple[str, ...]
) -> RawMessage | Unreadable:
    """Return what stands in an mbox before a spot."""
    return _letter_at(spot, unquoted(stored), place, done, labels)


def _letter_at(
    spot: Spot, stored: bytes, place: str, done: int, labels: tuple[str, ...]
) -> RawMessage | Unreadable:
    where = f"{place}, message {spot.count}"
    return message_of(stored, where, str(spot), done, labels)


def outlines_in(
    windows: Iterable[tuple[int, bytes]], place: str, after: Spot = START
) -> Iterator[Outline]:
    """Yield where the same messages stand; takes half the time."""
    for letter, spot in _spots(windows, after, RAW_SHOWN):
        problem = None
        if letter is None or letter.is_junk:
            problem = _problem(letter, spot, place, spot.offset)
        start = letter.start if letter else spot.offset
        size = spot.offset - start
        yield Outline(str(spot), spot.offset, start, size, problem)


def _problem(letter: Letter | None, spot: Spot, place: str, done: int) -> Unreadable:
    """Return what is wrong with a stretch of an mbox that is no message."""
    if letter is None:
        return Unreadable(_CUT_OFF, place, str(spot), done)
    return Unreadable(_JUNK, place, str(spot), done, letter.content[:RAW_SHOWN])


def _spots(
    windows: Iterable[tuple[int, bytes]], after: Spot, most: int
) -> Iterator[tuple[Letter | None, Spot]]:
    """Yield each message with the spot after it; None for a mailbox that is cut off."""
    ends = _Ends(windows)
    spot = after
    for letter in letters_in(ends, most):
        if letter.is_junk and letter.start < after.offset:
            continue  # the byte before the spot
        spot = Spot(letter.end, spot.count + (not letter.is_junk))
        yield letter, spot
        del letter
    if ends.is_cut_off and not after.is_end_told:
        yield None, Spot(spot.offset, spot.count, is_end_told=True)


class _Ends:
    """Windows that pass, and whether the last of them ends within a line."""

    def __init__(self, windows: Iterable[tuple[int, bytes]]) -> None:
        self._windows = windows
        self.is_cut_off = False

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        for offset, window in self._windows:
            self.is_cut_off = not window.endswith(b"\n")
            kept = window if offset else without_mark(window)
            yield offset + len(window) - len(kept), kept
