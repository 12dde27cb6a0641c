"""Writes invitations and calendars that Google, Outlook and Apple accept (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress, vDuration, vText

_PRODUCT = "-//Onward//Onward//EN"
_REFRESH = timedelta(hours=1)


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
    aware; its zone is written out. Texts may hold anything.
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


def invitation(meeting: Meeting, now: datetime) -> bytes:
    """Return the file to send: a request, or a cancellation of one sent before."""
    method = Method.CANCEL if meeting.is_cancelled else Method.REQUEST
    return _file([meeting], method, now)


def calendar_feed(meetings: Iterable[Meeting], now: datetime, name: str) -> bytes:
    """Return a private calendar that programs fetch again from time to time.

    Nobody is invited in it: who is met stands in the text.
    """
    return _file(meetings, Method.PUBLISH, now, name)


def _file(
    meetings: Iterable[Meeting], method: Method, now: datetime, name: str = ""
) -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method.value)
    if name:
        calendar.add("X-WR-CALNAME", name)
        calendar.add("REFRESH-INTERVAL", vDuration(_REFRESH))
        calendar.add("X-PUBLISHED-TTL", vDuration(_REFRESH))
    for meeting in meetings:
        calendar.add_component(_event(meeting, method, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, method: Method, now: datetime) -> Event:
    event = Event()
    event.add("UID", meeting.uid)
    event.add("DTSTAMP", now.astimezone(UTC))
    event.add("SEQUENCE", meeting.sequence)
    event.add("SUMMARY", meeting.title)
    event.add("DTSTART", meeting.starts_at)
    event.add("DTEND", meeting.starts_at + meeting.length)
    event.add("STATUS", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    event.add("TRANSP", "OPAQUE")
    if meeting.said:
        event.add("DESCRIPTION", meeting.said)
    if meeting.place:
        event.add("LOCATION", meeting.place)
    if method is not Method.PUBLISH:
        _add_people(event, meeting)
    return event


def _add_people(event: Event, meeting: Meeting) -> None:
    if meeting.organiser:
        event.add("ORGANIZER", _address(meeting.organiser))
    for attendee in meeting.attendees:
        address = _address(attendee)
        address.params["ROLE"] = vText("REQ-PARTICIPANT")
        address.params["PARTSTAT"] = vText("NEEDS-ACTION")
        address.params["RSVP"] = vText("TRUE")
        event.add("ATTENDEE", address, encode=False)


def _address(attendee: Attendee) -> vCalAddress:
    address = vCalAddress(f"mailto:{attendee.address}")
    if attendee.name:
        address.params["CN"] = vText(_plain(attendee.name))
    return address


def _plain(name: str) -> str:
    """Return a name without what a parameter cannot hold (RFC 5545, 3.1)."""
    kept = (letter if letter.isprintable() else " " for letter in name)
    return " ".join("".join(kept).replace('"', "'").split())
