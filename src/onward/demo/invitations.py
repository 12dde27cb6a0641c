"""Writes the calendar invitations that come with some letters (RFC 5545 and 5546)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr

from onward.demo.correspondence import PERSON, Posted
from onward.demo.dates import moment_of

_FOLD = 73
_EXCHANGE_ZONES = {
    "Europe/London": "GMT Standard Time",
    "Europe/Berlin": "W. Europe Standard Time",
}
_HOURS = {"Europe/London": ("+0000", "+0100"), "Europe/Berlin": ("+0100", "+0200")}
_CHANGES = {"Europe/London": ("02", "01"), "Europe/Berlin": ("03", "02")}


def calendar_of(posted: Posted) -> str:
    """Return the calendar file of a letter with an invitation, lines ended by CRLF."""
    lines = [line for made in _lines(posted) for line in _folded(made)]
    return "\r\n".join(lines) + "\r\n"


def method_of(posted: Posted) -> str:
    """Return what the calendar file does: REQUEST, or REPLY where she accepts."""
    return posted.letter.told.get("method", "REQUEST")


def _lines(posted: Posted) -> Iterator[str]:
    told, zone = posted.letter.told, posted.letter.writer.zone
    starts = moment_of(told["invite"], posted.today, zone)
    ends = starts + timedelta(minutes=int(told.get("minutes", "45")))
    by_exchange = posted.letter.shape.startswith("outlook")
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN")
    yield "PRODID:" + (
        "Microsoft Exchange Server 2010" if by_exchange else "-//Calendar//Mail//EN"
    )
    yield f"METHOD:{method_of(posted)}"
    if by_exchange:
        yield from _zone_lines(zone)
    yield "BEGIN:VEVENT"
    yield f"UID:{told.get('uid', posted.letter.key)}@calendar.example"
    yield f"DTSTAMP:{_in_utc(posted.sent_at)}"
    if by_exchange:
        name = _EXCHANGE_ZONES[zone]
        yield f"DTSTART;TZID={name}:{starts:%Y%m%dT%H%M%S}"
        yield f"DTEND;TZID={name}:{ends:%Y%m%dT%H%M%S}"
    else:
        yield from (f"DTSTART:{_in_utc(starts)}", f"DTEND:{_in_utc(ends)}")
    yield from _about(posted)
    yield from ("END:VEVENT", "END:VCALENDAR")


def _about(posted: Posted) -> Iterator[str]:
    told = posted.letter.told
    yield f"SUMMARY:{_escaped(told.get('title', posted.subject))}"
    if "place" in told:
        yield f"LOCATION:{_escaped(told['place'])}"
    yield f"SEQUENCE:{told.get('sequence', '0')}"
    yield "STATUS:CONFIRMED"
    sender, person = parseaddr(posted.sender), parseaddr(PERSON)
    organiser = parseaddr(posted.to) if posted.letter.is_own else sender
    yield f'ORGANIZER;CN="{organiser[0]}":mailto:{organiser[1]}'
    answer = "ACCEPTED" if posted.letter.is_own else "NEEDS-ACTION"
    yield (
        f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};RSVP=TRUE;"
        f'CN="{person[0]}":mailto:{person[1]}'
    )


def _zone_lines(zone: str) -> Iterator[str]:
    """Yield a zone under Exchange's name for it, which no other system knows."""
    winter, summer = _HOURS[zone]
    to_winter, to_summer = _CHANGES[zone]
    yield from ("BEGIN:VTIMEZONE", f"TZID:{_EXCHANGE_ZONES[zone]}")
    yield from ("BEGIN:STANDARD", f"DTSTART:16010101T{to_winter}0000")
    yield from (f"TZOFFSETFROM:{summer}", f"TZOFFSETTO:{winter}")
    yield from ("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD")
    yield from ("BEGIN:DAYLIGHT", f"DTSTART:16010101T{to_summer}0000")
    yield from (f"TZOFFSETFROM:{winter}", f"TZOFFSETTO:{summer}")
    yield from ("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT")
    yield "END:VTIMEZONE"


def _in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for letter in ("\\", ";", ","):
        text = text.replace(letter, f"\\{letter}")
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes, as the standard asks."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _FOLD:
            yield piece
            piece = " "
        piece += letter
    yield piece
