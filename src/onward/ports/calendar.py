"""A calendar of the person's that is only read, and what can be said when it cannot."""

from dataclasses import dataclass
from typing import Protocol

from onward.domain.errors import OnwardError
from onward.domain.meetings.busy import Span


class CalendarError(OnwardError):
    """The calendar could not be read."""


class NotACalendarError(CalendarError):
    """What is there is not a calendar. Onward reads .ics files and CalDAV calendars."""


class CalendarAwayError(CalendarError):
    """Nothing answered at this address. It may be away for now, or misspelt."""


class CalendarLockedError(CalendarError):
    """The calendar did not accept this name and password. Some want an app password."""


class CalendarTooLargeError(CalendarError):
    """This calendar is larger than Onward reads. Choose one with fewer entries."""


class CalendarMovedError(CalendarError):
    """This address leads on to another machine. Use the new address instead."""


class CalendarSurpriseError(CalendarError):
    """This address leads into a private network, which it does not say. Onward did not go there."""  # noqa: E501


class CalendarUnprovenError(CalendarError):
    """This machine could not show that it is the one you named. Nothing was read."""


class CalendarInTheOpenError(CalendarError):
    """Your password could be read on its way there. Use an address that begins with https."""  # noqa: E501


@dataclass(frozen=True, slots=True)
class CalendarPlace:
    """Where a calendar is, and who may read it; a path or an address."""

    address: str
    user: str = ""
    secret: str = ""


class Calendar(Protocol):
    """Anything that holds a person's entries as calendar files."""

    def read(self, within: Span) -> bytes:
        """Return calendar files with what falls into a stretch of time, or more.

        Raises a CalendarError that the person can be told.
        """
