"""Tells whether who writes decides, or stands between: an agency."""

import re
from collections.abc import Iterable

from onward.domain.mail.details.employer.names import found_by_label, trimmed
from onward.domain.mail.details.employer.placing import (
    bears_trade,
    has_client,
    tells_of_client,
)
from onward.domain.mail.details.employer.writer import is_department_of
from onward.domain.mail.details.patterns.read import speaks_of
from onward.domain.mail.senders import (
    bears_agency,
    is_agency_name,
    without_agency,
)

# What an agency's name may go on with below a letter, though its address leaves it out.
_TRADE = re.compile(
    r" (?:(?:[A-Z]\w+ )?(?:Recruit(?:ment|ing|ers)|Resourcing|Staffing|Search|Executive"
    r"|Appointments|Personnel|Consultants|Talent|Personal(?:beratung|vermittlung"
    r"|dienstleist\w+|leasing)|Zeitarbeit))\b"
)

# Trades that no employer's own department is called by.
_NO_DEPARTMENT = re.compile(
    r"\b(?:staffing|executive search|search (?:&|and) selection"
    r"|search (?:partners|group|associates)|employment agency|headhunt\w*|manpower"
    r"|zeitarbeit|personalberatung|personalvermittlung|personaldienstleist\w+)\b",
    re.IGNORECASE,
)


def agency_named(
    names: Iterable[str], text: str, label: str, *, is_place_of_work: bool
) -> str:
    """Return the agency among a writer's names; "Acme Resourcing" at acme is Acme."""
    kept = [trimmed(name, keep_agency=True) for name in names]
    signed_as = [in_full(name, text) for name in kept]
    told = [name for name in signed_as if _NO_DEPARTMENT.search(name)]
    if told and not is_place_of_work:
        return max(told, key=len)
    named = [
        name
        for name in kept
        if name and is_agency_name(name) and not is_department_of(name, label)
    ]
    if bears_agency(label) and not is_place_of_work:
        named = named or _by_trade(label, text)
        return max(named, key=len, default="")
    signed = named or [
        full for name, full in zip(kept, signed_as, strict=True) if full != name
    ]
    if not signed or not speaks_of("agency_speaks", text):
        return ""
    return (
        "" if not named and speaks_of("decides_itself", text) else max(signed, key=len)
    )


def _by_trade(label: str, text: str) -> list[str]:
    """Return how a text spells an address that leaves out a word before the trade."""
    name = found_by_label(without_agency(label), text)
    full = in_full(name, text)
    return [full] if full != name else []


def in_full(name: str, text: str) -> str:
    """Return an agency's name as it stands below a letter, with its trade."""
    found = (_TRADE.match(text, end) for end in _ends_of(name, text))
    return name + next((more[0] for more in found if more), "")


def _ends_of(name: str, text: str) -> Iterable[int]:
    start = text.find(name) if name else -1
    while start >= 0:
        yield start + len(name)
        start = text.find(name, start + 1)


def is_between(
    text: str, *, is_approach: bool, is_place_of_work: bool, is_relayed: bool
) -> bool:
    """Tell whether somebody writes of others who decide, or, unasked, for others.

    Whose name is spoken of as where one works decides themselves.
    """
    is_of_client = speaks_of("agency_says_client", text) or has_client(text)
    if is_of_client or is_place_of_work:
        return is_of_client
    if is_relayed or tells_of_client(text) or speaks_of("agency_relays", text):
        return True  # if a client is named besides
    if speaks_of("agency_surely", text) and not speaks_of("decides_itself", text):
        return True
    is_own = not is_approach or speaks_of("speaks_for_own", text)
    return not is_own and speaks_of("speaks_for_others", text)


def is_surely_between(text: str, agency: str, *, is_approach: bool) -> bool:
    """Tell whether an agency is one even where its mail names no client."""
    is_named = is_agency_name(agency) or bears_trade(agency, text)
    if is_approach or is_named or speaks_of("agency_surely", text):
        return True
    return has_client(text) or speaks_of("agency_has_client", text)
