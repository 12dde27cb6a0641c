"""Calendars on a CalDAV server: found from whatever address the person has."""

from datetime import UTC, datetime
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError, fromstring

from onward.adapters.calendars.web import Answer, Ask, Web
from onward.domain.meetings.busy import Span
from onward.ports.calendar import NotACalendarError

_DAV, _CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_MULTI_STATUS = 207
_MOST_CALENDARS = 20
_WELL_KNOWN = "/.well-known/caldav"
_NAMES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
_WHAT_IS_THERE = (
    f"<D:propfind {_NAMES}><D:prop><D:resourcetype/><D:current-user-principal/>"
    "<C:calendar-home-set/></D:prop></D:propfind>"
).encode()


class CalDav:
    """One calendar, or all of the person's if the address is that of the server."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def read(self, within: Span) -> bytes:
        """Return the entries of the stretch, of all calendars that were found."""
        found = self._calendars()
        if not found:
            raise NotACalendarError
        files: list[bytes] = []
        for address in found[:_MOST_CALENDARS]:
            files += self._entries(address, within)
        return b"\r\n".join(files)

    def _calendars(self) -> list[str]:
        """Look from the address, else from where servers say that they may be asked."""
        try:
            found = self._from(self._web.address)
        except NotACalendarError:
            found = []
        return found or self._from(urljoin(self._web.address, _WELL_KNOWN))

    def _from(self, address: str) -> list[str]:
        """Follow the server from an address to the person, and from them to theirs."""
        seen: set[str] = set()
        while address and address not in seen:
            seen.add(address)
            here = self._look(address, depth=0)
            if any(_is_calendar(one) for one in here):
                return [address]
            if home := _link(here, f"{_CAL}calendar-home-set", address):
                told = self._look(home, depth=1)
                return [_where(one, home) for one in told if _is_calendar(one)]
            address = _link(here, f"{_DAV}current-user-principal", address)
        return []

    def _look(self, address: str, depth: int) -> list[Element]:
        headers = {"Depth": str(depth), "Content-Type": "application/xml"}
        ask = Ask("PROPFIND", address, headers, _WHAT_IS_THERE)
        return _told(self._web.ask(ask))

    def _entries(self, address: str, within: Span) -> list[bytes]:
        headers = {"Depth": "1", "Content-Type": "application/xml"}
        answer = self._web.ask(Ask("REPORT", address, headers, _query(within)))
        return [
            (one.text or "").encode()
            for response in _told(answer)
            for one in response.iter(f"{_CAL}calendar-data")
        ]


def _query(within: Span) -> bytes:
    span = f'start="{_moment(within.start)}" end="{_moment(within.end)}"'
    return (
        f"<C:calendar-query {_NAMES}><D:prop><C:calendar-data/></D:prop><C:filter>"
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        f"<C:time-range {span}/></C:comp-filter></C:comp-filter></C:filter>"
        "</C:calendar-query>"
    ).encode()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _told(answer: Answer) -> list[Element]:
    """Return the parts of an answer; one that defines words of its own is refused."""
    if answer.status != _MULTI_STATUS or b"<!DOCTYPE" in answer.content.upper():
        raise NotACalendarError
    try:
        tree = fromstring(answer.content)  # noqa: S314 - no DTD gets here
    except ParseError as problem:
        raise NotACalendarError from problem
    return tree.findall(f"{_DAV}response")


def _is_calendar(response: Element) -> bool:
    kinds = response.iter(f"{_DAV}resourcetype")
    return any(kind.find(f"{_CAL}calendar") is not None for kind in kinds)


def _link(responses: list[Element], name: str, base: str) -> str:
    """Return where a property points to, or nothing where it is not told."""
    for response in responses:
        for found in response.iter(name):
            href = found.findtext(f"{_DAV}href", "").strip()
            if href:
                return urljoin(base, href)
    return ""


def _where(response: Element, base: str) -> str:
    return urljoin(base, response.findtext(f"{_DAV}href", "").strip())
