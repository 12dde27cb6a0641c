"""Finds the role or roles a message speaks of."""

import re
from collections.abc import Iterator

from onward.domain.mail.details_patterns import any_of, patterns

_MOST_ROLES = 3
_SHORTEST, _LONGEST = 3, 70


def roles_in(shown_text: str, employer: str) -> tuple[str, ...]:
    """Return the roles a message names, the most often named first."""
    subject, _, body = shown_text.partition("\n")
    flat = re.sub(r"[ \t]*\n[ \t]*", " ", body.replace("\n\n", " . "))
    named = [(role, 2.0) for role in _named("role_in_text", flat)]
    named += [(role, 1.5) for role in _named("role_in_subject", subject)]
    by_kind = [
        role
        for role in _named("role_before_kind", subject)
        if not any_of("no_role").search(role)
    ]
    points: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for raw, worth in named:
        for role in _parted(raw, employer):
            key = next((k for k in points if _alike(k, role.lower())), role.lower())
            points[key] = points.get(key, 0) + worth + 0.05 * len(role.split())
            if len(role) > len(spelled.get(key, "")):
                spelled[key] = role
    if not points and by_kind:
        return (_cleaned(by_kind[0], employer),)
    ranked = sorted(points, key=lambda key: -points[key])
    enough = [key for key in ranked if points[key] >= points[ranked[0]] / 2]
    return tuple(spelled[key] for key in enough[:_MOST_ROLES])


def _alike(first: str, second: str) -> bool:
    return first in second or second in first


def _named(where: str, text: str) -> Iterator[str]:
    for pattern in patterns(where):
        for found in list(pattern.finditer(text))[:6]:
            yield found["role"]


def _parted(raw: str, employer: str) -> Iterator[str]:
    """Clean a role; two joined by "and" are two when each names a trade."""
    role = _cleaned(raw, employer)
    halves = re.split(r"\s(?:and|&)\s(?:the\s|our\s)?(?:also\s)?", role)
    if len(halves) > 1 and all(_is_role(half) for half in halves):
        yield from halves
    elif _is_role(role):
        yield role


def _cleaned(raw: str, employer: str) -> str:
    role = raw.strip(" -\u2013—|:,.")
    if employer and role.lower().startswith(employer.lower() + " "):
        role = role[len(employer) :]
    while (
        shorter := any_of("role_edges").sub("", role).strip(" -\u2013—|:,.")
    ) != role:
        role = shorter
    return role


def _is_role(role: str) -> bool:
    if not _SHORTEST <= len(role) <= _LONGEST or any_of("no_role").search(role):
        return False
    return bool(any_of("trades").search(role))
