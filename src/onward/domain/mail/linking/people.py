"""Finds the people a text names, so that who writes from home is known again."""

import re
from collections.abc import Iterator

from onward.domain.mail.details.employer.names import is_first_name

_MOST_CHARACTERS, _MOST = 4_000, 30
_NAME = re.compile(
    r"\b(?P<first>[A-ZÀ-Þ][a-zß-ÿ]+)(?=[ \n](?:[A-ZÀ-Þ]\.? )?"
    r"(?P<last>(?:(?:von|van|de|der|den|zu) )*[A-ZÀ-Þ][\w'\u2019-]*))"
)

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]+")


def people_in(text: str) -> tuple[str, ...]:
    """Return the people a text names in full, as they are compared: "tom askew"."""
    found = dict.fromkeys(_named(text[:_MOST_CHARACTERS]))
    return tuple(found)[:_MOST]


def _named(text: str) -> Iterator[str]:
    for match in _NAME.finditer(text):
        if is_first_name(match["first"]):
            yield f"{match['first']} {match['last']}".casefold()


def person_called(name: str) -> str:
    """Return a name as it is compared; nothing where it is not a person's in full."""
    found = _NAME.match(name.title() if name.islower() else name)
    return f"{found['first']} {found['last']}".casefold() if found else ""


def keys_of(name: str) -> tuple[str, str]:
    """Return what a name is found by: in full, and with an initial at its end."""
    first, _, last = name.partition(" ")
    return name, f"{first} {last[:1]}"


def first_names_in(text: str) -> set[str]:
    """Return the first names a text has, in small letters."""
    said = _CAPITAL.findall(text[:_MOST_CHARACTERS])
    return {name.casefold() for name in said if is_first_name(name)}
