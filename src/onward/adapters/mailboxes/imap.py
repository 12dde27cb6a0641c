"""A mailbox on an IMAP server: read only, and patient with lines that break.

What had arrived before a break is used, and what is missing is asked for again, in
smaller portions; a message that never comes in one go is fetched in pieces. So whoever
reads from here sees either all of it or one plain sentence.
"""

import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from onward.adapters.mailboxes import imap_answers as answers
from onward.adapters.mailboxes.imap_answers import Item, Piece
from onward.adapters.mailboxes.imap_line import Line, Refused
from onward.adapters.mailboxes.sniffing import without_mark
from onward.domain.mail.parsing.split import in_one_form
from onward.domain.mailboxes.trouble import MailServerError, Trouble
from onward.ports.mail_server import (
    Access,
    Fetched,
    Folder,
    Heading,
    NewEpochError,
    Standing,
)

_FIELDS = (
    "DATE FROM SENDER REPLY-TO TO CC SUBJECT MESSAGE-ID IN-REPLY-TO REFERENCES LIST-ID"
    " LIST-POST LIST-UNSUBSCRIBE PRECEDENCE AUTO-SUBMITTED CONTENT-TYPE X-GM-THRID"
)
_HEADINGS = f"(UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS ({_FIELDS})]<0.65536>)"
_COUNTS = "(UIDVALIDITY UIDNEXT MESSAGES)"
MOST_HEADINGS = 500
_SEARCHED_AT_ONCE = 50_000  # a longer answer would be a line beyond any bound
_PIECE, _LEAST_PIECE = 65_536, 2_048
_MOST_BREAKS = 6
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 3.0
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
Result = TypeVar("Result")


@dataclass(slots=True)
class ImapServer:
    """A mailbox on an IMAP server; the line is opened when it is first needed."""

    access: Access
    context: ssl.SSLContext | None = None
    pause: Callable[[float], object] = time.sleep
    _line: Line | None = None
    _opened: str = ""
    _epoch: str = ""
    _breaks: int = 0
    _at_once: int = MOST_HEADINGS
    _refused: set[int] = field(default_factory=set)

    def folders(self) -> list[Folder]:
        """Return the folders that hold mail, as far as their names can be read."""
        told = self._trying(lambda line: line.ask("LIST", '""', '"*"'))
        return answers.folders_in(told)

    def standings(self, names: Sequence[str]) -> dict[str, Standing]:
        """Return how folders stand, in one round trip where the server can do that."""
        found = self._trying(lambda line: _standings(line, names))
        return {name: found[name] for name in names if name in found}

    def count(self, folder: str, after: str, since: date | None) -> int:
        """Return how many messages follow a position."""
        return len(self._numbers(folder, after, since))

    def headings(
        self, folder: str, after: str, since: date | None
    ) -> Iterator[list[Heading]]:
        """Yield what follows a position, in batches, by ascending number."""
        left = self._numbers(folder, after, since)
        epoch = self._epoch
        while left:
            some = left[: self._at_once]
            found = {i.uid: i for i in self._fetch(folder, epoch, some, _HEADINGS)}
            left = left[len(some) :]
            batch = [_heading(found[uid], epoch) for uid in some if uid in found]
            if batch:
                yield batch

    def messages(
        self, folder: str, numbers: Sequence[str], most_bytes: int
    ) -> Iterator[Fetched]:
        """Yield messages, each cut after so many bytes; what is gone is left out."""
        epoch, uids = _uids(numbers)
        asked = f"(UID BODY.PEEK[]<0.{most_bytes}>)"
        for item in self._fetch(folder, epoch, uids, asked, most_bytes):
            stored = item.content or b""
            content = in_one_form(without_mark(stored))
            number = _number(epoch, item.uid)
            yield Fetched(number, content, is_whole=len(stored) < most_bytes)
        for uid in sorted(self._refused):
            yield Fetched(_number(epoch, uid), b"", is_refused=True)

    def close(self) -> None:
        """Hang up; safe to repeat."""
        if self._line is not None:
            self._line.close()
        self._line, self._opened = None, ""

    def _numbers(self, folder: str, after: str, since: date | None) -> list[int]:
        """Return the numbers that follow a position; all where the epoch is another."""
        return self._trying(lambda _line: self._searched(folder, after, since))

    def _searched(self, folder: str, after: str, since: date | None) -> list[int]:
        self._opened = ""  # the count must be that of now
        line, count = self._open(folder)
        epoch, last = _position(after)
        least = last + 1 if epoch == self._epoch else 1
        words = [f"UID {least}:*", *([f"SINCE {_day(since)}"] if since else [])]
        found: list[int] = []
        # Downwards: what is expunged meanwhile moves the others to lower places.
        for top in range(count, 0, -_SEARCHED_AT_ONCE):
            bottom = max(1, top - _SEARCHED_AT_ONCE + 1)
            told = line.by_uid("SEARCH", f"{bottom}:{top}", *words)
            found += answers.numbers_in(told)
        return sorted({number for number in found if number >= least})

    def _fetch(
        self,
        folder: str,
        epoch: str,
        uids: Sequence[int],
        what: str,
        most_bytes: int = 0,
    ) -> Iterator[Item]:
        """Yield what is asked of each message, however often the line breaks."""
        left = list(uids)
        self._refused = set()
        while left:
            some = left[: self._at_once]
            told, problem = self._once(folder, epoch, some, what)
            items = [item for item in told if item.content is not None]
            had = {item.uid for item in items}
            yield from (item for item in items if item.uid in set(some))
            if problem is None:
                left = left[len(some) :]
                self._at_once = min(MOST_HEADINGS, self._at_once * 2)
                continue
            left = [uid for uid in left if uid not in had]
            if isinstance(problem, Refused):
                left = self._without_refused(some, left)
            elif had:
                self._breaks = 0
            elif len(some) == 1 and most_bytes and self._breaks > 1:
                yield from self._in_pieces(folder, epoch, left.pop(0), most_bytes)

    def _without_refused(self, some: list[int], left: list[int]) -> list[int]:
        """Ask for less at once; leave out one that is refused alone."""
        self._at_once = max(1, len(some) // 4)
        if len(some) == 1:
            self._refused.add(some[0])
            return [uid for uid in left if uid != some[0]]
        return left

    def _once(
        self, folder: str, epoch: str, some: Sequence[int], what: str
    ) -> tuple[list[Item], Exception | None]:
        """Ask once; return what came, and what went wrong."""
        line: Line | None = None
        try:
            line, _count = self._open(folder)
            if self._epoch != epoch:
                raise NewEpochError
            told = line.by_uid("FETCH", answers.as_set(some), what)
        except Refused as problem:
            return [], problem
        except MailServerError as problem:
            had = list(answers.items_in(line.left_over())) if line else []
            self._after_break(problem)
            self._at_once = max(1, len(some) // 4)
            return had, problem
        self._breaks = 0
        return list(answers.items_in(told)), None

    def _in_pieces(self, folder: str, epoch: str, uid: int, most: int) -> list[Item]:
        """Return a message that never came in one go; each break makes pieces less.

        Nothing of one that was expunged meanwhile: a part of it would pass for it.
        """
        content, at_once = b"", _PIECE
        while len(content) < most:
            asked = f"(UID BODY.PEEK[]<{len(content)}.{at_once}>)"
            told, problem = self._once(folder, epoch, [uid], asked)
            piece = next((i.content for i in told if i.uid == uid), None)
            if problem is None and piece is None:
                return []
            content += piece or b""
            if problem is None and len(piece or b"") < at_once:
                break
            if not piece:
                at_once = max(_LEAST_PIECE, at_once // 4)
        return [Item(uid, len(content), content[:most])]

    def _open(self, folder: str) -> tuple[Line, int]:
        """Return the line with a folder opened for reading, and how much lies there."""
        if self._line is None:
            self._line = Line(self.access, self.context)
        count = 0
        if self._opened != folder:
            try:
                self._epoch, count = self._line.examine(folder)
            except Refused as problem:
                raise MailServerError(Trouble.ODD, self.access.host) from problem
            self._opened = folder
        return self._line, count

    def _trying(self, ask: Callable[[Line], Result]) -> Result:
        """Ask again where the line broke."""
        while True:
            try:
                if self._line is None:
                    self._line = Line(self.access, self.context)
                told = ask(self._line)
            except MailServerError as problem:
                self._after_break(problem)
            except Refused as problem:
                raise MailServerError(Trouble.ODD, self.access.host) from problem
            else:
                self._breaks = 0
                return told

    def _after_break(self, problem: MailServerError) -> None:
        """Get ready for another try; raise what no try will help, or too many."""
        self.close()
        self._breaks += 1
        if problem.trouble is not Trouble.LINE or self._breaks > _MOST_BREAKS:
            self._breaks = 0
            raise problem
        if self._breaks > 1:
            self.pause(min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**self._breaks))


def _standings(line: Line, names: Sequence[str]) -> dict[str, Standing]:
    told: list[Piece] = []
    if len(names) > 1 and "LIST-STATUS" in line.capabilities:
        line.ask("LIST", '""', '"*"', f"RETURN (STATUS {_COUNTS})")
        told = line.answers("STATUS")
    else:
        for name in names:
            with suppress(Refused):  # a folder that is gone
                told += line.ask("STATUS", answers.quoted(name), _COUNTS)
    return answers.standings_in(told)


def _heading(item: Item, epoch: str) -> Heading:
    number = _number(epoch, item.uid)
    return Heading(number, number, item.content or b"", item.size)


def _number(epoch: str, uid: int) -> str:
    return f"{epoch}:{uid}"


def _position(position: str) -> tuple[str, int]:
    epoch, _, uid = position.partition(":")
    return (epoch, int(uid)) if uid.isdecimal() else ("", 0)


def _uids(numbers: Sequence[str]) -> tuple[str, list[int]]:
    """Return the epoch of numbers, and those that belong to it in ascending order."""
    told = [_position(number) for number in numbers]
    epoch = told[0][0] if told else ""
    return epoch, sorted(uid for of, uid in told if of == epoch)


def _day(day: date) -> str:
    """Return a date as the protocol writes it, whatever the system's language."""
    return f"{day.day}-{_MONTHS[day.month * 3 - 3 : day.month * 3]}-{day.year}"
