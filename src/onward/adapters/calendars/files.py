"""A calendar file on this machine."""

from pathlib import Path

from onward.domain.meetings.busy import Span
from onward.ports.calendar import NotACalendarError

MOST_BYTES = 20_000_000


class File:
    """An .ics file that some other program keeps up to date."""

    def __init__(self, path: str) -> None:
        self._path = Path(path.strip()).expanduser()

    def read(self, within: Span) -> bytes:
        """Return the whole file; what lies beyond the stretch is passed over later."""
        del within
        try:
            with self._path.open("rb") as file:
                return calendar_or_refuse(file.read(MOST_BYTES))
        except (OSError, ValueError) as problem:
            raise NotACalendarError from problem


def calendar_or_refuse(content: bytes) -> bytes:
    """Return what looks like a calendar file; anything else is refused in words."""
    if b"BEGIN:VCALENDAR" not in content[:100_000].upper():
        raise NotACalendarError
    return content
