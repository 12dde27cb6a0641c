"""Tells a role from an employer by the words people use for either."""

import re

from onward.domain.applications.words import words

_WORD = re.compile(r"[a-z][a-z'\u2019-]*", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|for|in|\()\s*", re.IGNORECASE)
_TRADE_ENDING = re.compile(r"\w{3}(?:ologist|icist|ician|smith|keeper|worker|maker)s?$")
_LIKELY_ENDING = re.compile(r"(?:[^aeiou](?:er|or)|ist|man|woman)s?$")


def role_points(part: str) -> float:
    """Return how much a part of a line sounds like a role, at most 4.

    What counts most is its head: the last word, or the one before "of" or "for".
    """
    head = _words(_OF.split(part, maxsplit=1)[0])[-1:]
    points = 3.0 if any(map(is_trade, head)) else 0.0
    if any(is_trade(word) for word in _words(part)):
        points += 1
    elif any(_LIKELY_ENDING.search(word) for word in head):
        points += 0.5
    return points


def employer_points(part: str) -> float:
    """Return how much a part of a line sounds like an organisation, at most 3."""
    said = _words(part)
    known = words("organisations")
    points = 2.0 if said and (said[-1] in known or said[0] in known) else 0.0
    if any(word in known for word in said):
        points += 0.5
    return points + (0.5 if "&" in part else 0.0)


def role_at_the_end(part: str) -> int | None:
    """Return where a role begins at the end of a part: after Acme in Acme Data Analyst.

    None where the end is no role, or where the role is all there is.
    """
    found = list(_WORD.finditer(part))
    if not found or not is_trade(found[-1][0].lower()) or found[-1].end() < len(part):
        return None
    place = len(found) - 1
    while place and _belongs(found[place - 1][0].lower()):
        place -= 1
    return found[place].start() if place else None


def is_trade(word: str) -> bool:
    """Tell whether a word in lower case is the head of a role."""
    known = words("trades")
    single = word.removesuffix("s")
    return word in known or single in known or bool(_TRADE_ENDING.search(word))


def _belongs(word: str) -> bool:
    return word in words("before_trades") or is_trade(word)


def _words(part: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(part)]
