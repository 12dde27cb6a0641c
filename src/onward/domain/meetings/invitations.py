"""Meetings as invitations and as a calendar, for the programs people have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class Method(StrEnum):
    """What a calendar file is for (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody with an address."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A time in the calendar.

    `uid` stays the same for ever; `sequence` grows with each change. `starts_at` is
    aware; its zone is written out. Of one for the whole day only the date is told. With
    `weekly_until` it comes back each week, up to that day. Texts may hold anything.
    """

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    length: timedelta
    said: str = ""
    place: str = ""
    organiser: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    is_cancelled: bool = False
    is_all_day: bool = False
    weekly_until: date | None = None

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + self.length


def invitation(meeting: Meeting, now: datetime) -> bytes:
    """Return the file to send: a request, or a cancellation of one sent before."""
    from onward.domain.meetings.calendar_file import written  # noqa: PLC0415 - slow

    method = Method.CANCEL if meeting.is_cancelled else Method.REQUEST
    return written([meeting], method, now)


def calendar_feed(meetings: Iterable[Meeting], now: datetime, name: str) -> bytes:
    """Return a private calendar that programs fetch again from time to time.

    Nobody is invited in it: who is met stands in the text.
    """
    from onward.domain.meetings.calendar_file import written  # noqa: PLC0415 - slow

    return written(meetings, Method.PUBLISH, now, name)
