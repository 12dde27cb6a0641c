"""Which machine an address leads to, and whether that is the one it seems to be."""

import ipaddress
import socket
from collections.abc import Callable

from onward.ports.calendar import CalendarAwayError, CalendarSurpriseError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Lookup = Callable[[str, int], list[str]]
# Names that say of themselves that they are near.
_NEAR_NAMES = (".local", ".localhost", ".lan", ".home", ".internal", ".home.arpa")


def looked_up(host: str, port: int) -> list[str]:
    """Return the numbers a name stands for; none when it stands for nothing."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise CalendarAwayError from problem
    return [str(entry[4][0]) for entry in found]


def machine_at(
    host: str, port: int, lookup: Lookup, *, may_be_near: bool
) -> list[Address]:
    """Return the numbers to connect to, so that no second look-up can lead elsewhere.

    A machine near by is asked only if the person named it as one: by its number, as
    localhost, or by a name that says so. Numbers that machines give themselves without
    a network, where clouds keep their own secrets, are never asked.
    """
    found = [_number(told) for told in lookup(host, port)]
    if not found:
        raise CalendarAwayError
    if any(number.is_link_local or number.is_multicast for number in found):
        raise CalendarSurpriseError
    is_near = not all(number.is_global for number in found)
    if is_near and not (may_be_near and says_it_is_near(host)):
        raise CalendarSurpriseError
    return found


def _number(told: str) -> Address:
    number = ipaddress.ip_address(told.partition("%")[0])
    inner = getattr(number, "ipv4_mapped", None)
    return inner or number


def says_it_is_near(host: str) -> bool:
    """Tell whether a name says of itself that its machine is near by."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        name = host.lower().rstrip(".")
        return "." not in name or name.endswith(_NEAR_NAMES)
    return True
