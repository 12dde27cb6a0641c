"""Tells whose meetings, calendars or orders stand in a mail from who decides in it.

Google sends invitations of others every day, and now and then one of its own.
"""

import re
from collections.abc import Iterable

from onward.domain.mail.details.employer.names import is_first_name, squeezed, trimmed
from onward.domain.mail.details.patterns.read import patterns
from onward.domain.mail.message import Address
from onward.domain.mail.senders import (
    is_job_board,
    is_of_services,
    is_tracking_system,
    words,
)

Weighed = tuple[float, str]

_IN_FORM = 6.0
_HIRES = re.compile(
    r"career|recruit|talent|hiring|staffing|candidate|jobs|interview|university",
    re.IGNORECASE,
)
# Those who send others' adverts call many an address after jobs.
_HIRES_ITSELF = re.compile(r"(?:careers?|recruit\w+|talent\w*|hiring)@", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"\s\(?(?:via|on behalf of)\s", re.IGNORECASE)


def told_sender(sender: Address) -> Address:
    """Return who writes; of what a service sends only the name it sends for."""
    if not is_of_services(sender.domain) or is_written_there(sender):
        return sender
    if is_tracking_system(sender.domain) or is_job_board(sender.domain):
        return sender
    named = _FOR_ANOTHER.search(sender.name)
    return Address(sender.name[: named.start()] if named else "")


def is_written_there(sender: Address) -> bool:
    """Tell whether a service's address is that of a person, or of who hires there."""
    domain, address = sender.domain, sender.address
    if not is_of_services(domain):
        return False
    if is_tracking_system(domain) or is_job_board(domain):
        is_own = domain.lower() in words("services", "domains")
        is_hiring = _HIRES_ITSELF.match(address) is not None
        return is_own and (is_hiring or _is_persons(sender))
    if _is_persons(sender):
        return True
    return _HIRES.search(f"{address} {sender.name}") is not None


def _is_persons(sender: Address) -> bool:
    """Tell whether an address is spelled as the one name it bears."""
    local = sender.address.partition("@")[0].lower()
    parts = [part for part in re.split(r"[^a-z]+", local) if part]
    named = set(re.findall(r"[a-z]+", sender.name.lower()))
    known = named - words("services", "names") - words("services", "sent_by")
    if any(part in words("services", "sent_by") for part in parts):
        return False
    return bool(parts) and (bool(known & set(parts)) or is_first_name(parts[0]))


def without_services(
    candidates: Iterable[Weighed], text: str, sender: Address
) -> list[Weighed]:
    """Leave out names of services, unless they write or a text says one works there."""
    found = [*candidates]
    services = [_service_in(name) for _, name in found]
    if not any(services):
        return found
    told = _told_in(text, sender)
    return [
        (points, service or name)
        for (points, name), service in zip(found, services, strict=True)
        if not service or points >= _IN_FORM or service.lower() in told
    ]


def _service_in(name: str) -> str:
    """Return the service that a name is, wherever it is: "Google in Dublin"."""
    bare = trimmed(name.partition(" in ")[0])
    return bare if squeezed(bare) in words("services", "names") else ""


def _told_in(text: str, sender: Address) -> set[str]:
    """Return the services a mail names as where one works, or that write it."""
    found = {
        one["name"].lower()
        for pattern in patterns("works_at_service")
        for one in pattern.finditer(text)
    }
    if is_written_there(sender):
        found |= set(sender.domain.lower().split("."))
    return found
