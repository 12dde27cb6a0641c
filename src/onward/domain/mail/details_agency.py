"""Tells whether who writes decides, or stands between: an agency."""

from collections.abc import Iterable

from onward.domain.mail.details_names import trimmed
from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.details_senders import bears_agency, is_agency_name
from onward.domain.mail.details_writer import is_department_of


def agency_named(
    names: Iterable[str], text: str, label: str, *, is_place_of_work: bool
) -> str:
    """Return the agency among a writer's names; "Acme Resourcing" at acme is Acme."""
    kept = [trimmed(name, keep_agency=True) for name in names]
    named = [
        name
        for name in kept
        if name and is_agency_name(name) and not is_department_of(name, label)
    ]
    is_told = any_of("agency_speaks").search(text) is not None
    if named and (is_told or (bears_agency(label) and not is_place_of_work)):
        return max(named, key=len)
    return ""


def is_between(text: str, *, is_approach: bool, is_place_of_work: bool) -> bool:
    """Tell whether somebody writes of others who decide, or, unasked, for others.

    Whose name is spoken of as where one works decides themselves.
    """
    if any_of("agency_says_client").search(text):
        return True
    if not is_place_of_work and any_of("agency_relays").search(text):
        return True  # if a client is named besides
    if not is_approach or is_place_of_work or any_of("speaks_for_own").search(text):
        return False
    return any_of("speaks_for_others").search(text) is not None


def is_surely_between(text: str, agency: str, *, is_approach: bool) -> bool:
    """Tell whether an agency is one even where its mail names no client."""
    has_client = any_of("agency_has_client").search(text) is not None
    return is_approach or has_client or is_agency_name(agency)
