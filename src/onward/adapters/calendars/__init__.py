"""Calendars that say when somebody is busy: files, addresses and CalDAV."""

from urllib.parse import urlsplit

from onward.adapters.calendars.caldav import CalDav
from onward.adapters.calendars.files import File
from onward.adapters.calendars.published import Published
from onward.adapters.calendars.web import Web
from onward.ports.calendar import Calendar, CalendarPlace

_WEB = frozenset({"http", "https", "webcal", "webcals"})


def is_on_the_web(address: str) -> bool:
    """Tell whether an address is one to ask another machine for."""
    return urlsplit(address.strip()).scheme.lower() in _WEB


def calendars_at(
    place: CalendarPlace, *, may_be_near: bool
) -> tuple[tuple[str, Calendar], ...]:
    """Return the ways a place can be read, the likelier first, each with its name.

    `may_be_near` says whether private networks may be asked at all.
    """
    if not is_on_the_web(place.address):
        return (("file", File(place.address)),)
    web = Web(place, may_be_near=may_be_near)
    ways: tuple[tuple[str, Calendar], ...] = (
        ("published", Published(web)),
        ("caldav", CalDav(web)),
    )
    return ways[::-1] if place.user else ways
