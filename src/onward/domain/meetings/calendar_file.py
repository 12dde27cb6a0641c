"""Writes calendar files; apart, because the library takes a while to load."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event, vCalAddress, vDuration, vText

from onward.domain.meetings.invitations import Attendee, Meeting, Method

_PRODUCT = "-//Onward//Onward//EN"
_REFRESH = timedelta(hours=1)


def written(
    meetings: Iterable[Meeting], method: Method, now: datetime, name: str = ""
) -> bytes:
    """Return a calendar file that Google, Outlook and Apple accept (RFC 5545)."""
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
    _add_times(event, meeting)
    event.add("STATUS", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if meeting.is_all_day else "OPAQUE")
    if meeting.said:
        event.add("DESCRIPTION", meeting.said)
    if meeting.place:
        event.add("LOCATION", meeting.place)
    if method is not Method.PUBLISH:
        _add_people(event, meeting)
    return event


def _add_times(event: Event, meeting: Meeting) -> None:
    if meeting.is_all_day:
        day = meeting.starts_at.date()
        event.add("DTSTART", day)
        event.add("DTEND", day + timedelta(days=1))
        return
    event.add("DTSTART", meeting.starts_at)
    event.add("DTEND", meeting.ends_at)
    if meeting.weekly_until:
        last = datetime.combine(
            meeting.weekly_until, time.max, tzinfo=meeting.starts_at.tzinfo
        )
        until = last.astimezone(UTC).replace(microsecond=0)
        event.add("RRULE", {"FREQ": "WEEKLY", "UNTIL": until})


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
    """Return a name without what a parameter cannot hold (RFC 5545, 3.1).

    A backslash it could hold; programs take it for the sign that the next is no end.
    """
    is_kept = {letter: letter.isprintable() and letter != "\\" for letter in name}
    kept = (letter if is_kept[letter] else " " for letter in name)
    return " ".join("".join(kept).replace('"', "'").split())
