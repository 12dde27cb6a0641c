"""Tells whether words name a role, and strips them of what stands around it."""

import re
from functools import lru_cache

from onward.domain.mail.details.patterns.read import (
    any_of,
    is_one_of,
    patterns,
    speaks_of,
)
from onward.domain.mail.details.role.german import (
    is_further_trade,
    is_no_german_role,
    without_german_edges,
)

_SHORTEST, _LONGEST, _MOST_WORDS = 3, 70, 7
EDGES = " -\u2013—|:,."
LAST_WORD = re.compile(r"(?P<word>[\w'\u2019]+)(?:\s(?:[IVX]+|\d+))?(?:\s\([^)]*\))?$")
_ASIDE = re.compile(r"\s\([^)]*\)")
_TAIL = re.compile(
    r"(?<=\w)(?:,? (?:of|in|for|with|to the|de|du|des|en|im|für|[-\u2013—/]) .*"
    r"| d['\u2019].*|,.*|(?: (?:[IVX]+|[A-Z]?\d))+)$"
)
_WORD_START, _MOST_IN_TRADE = re.compile(r"(?<![^\s/-])\w"), 3
_END = re.compile(
    r"(?:[ ,:\u2013-]+(?:on|for|in|at|with|of|and|is|was))*[ ,:\u2013-]*$"
)
DOER = re.compile(r"(?:er|or|ist|ian|ant|eur)s?$")


def ends_in_trade(role: str) -> bool:
    """Tell whether the last of some words is a trade, in whatever letters."""
    last = LAST_WORD.search(role)
    if last is None or speaks_of("no_role_by_the_way", role):
        return False
    return _speaks_of_trade(last["word"])


def _speaks_of_trade(words: str) -> bool:
    if speaks_of("trades", words) or speaks_of("trade_endings", words):
        return True
    return any(map(is_further_trade, words.split()))


def cleaned(raw: str, employer: str) -> str:
    """Return a role without the words that lead to it or follow it."""
    role = raw.strip(EDGES)
    if employer and role.lower().startswith(employer.lower() + " "):
        role = role[len(employer) :]
    return _without_edges(role)


# Several patterns find the same words, and most searches are for a few roles.
_remembered = lru_cache(maxsize=1_024)


@_remembered
def _without_edges(role: str) -> str:
    for lead_in in patterns("role_lead_in"):
        for found in reversed(list(lead_in.finditer(role))):
            head = _END.sub("", role[: found.start()])
            if not (is_in_capitals(head) and is_headed_by_trade(head)):
                role = role[found.end() :]
                break
    while (shorter := _shorter(role)) != role:
        role = shorter
    return role


def _shorter(role: str) -> str:
    return without_german_edges(any_of("role_edges").sub("", role).strip(EDGES))


@_remembered
def as_far_as_trade(role: str) -> str:
    """Return a role as far as its trade, where only small words follow."""
    words = role.split(" ")
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        if is_headed_by_trade(first):
            return first
        if not words[count - 1].islower():
            break
    return role


def may_be_role(role: str, employer: str) -> bool:
    """Tell whether words may name a role where nothing else would stand."""
    if not _is_like_role(role):
        return False
    return not employer or role.lower() not in employer.lower()


@_remembered
def _is_like_role(words: str) -> bool:
    shortest = _SHORTEST - words.isupper()  # "QS"
    fits = shortest <= len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS
    return fits and not (any_of("no_role").search(words) or is_no_german_role(words))


def is_role(role: str, employer: str) -> bool:
    """Tell whether words name a role wherever they stand: there is a trade in them."""
    return may_be_role(role, employer) and _names_trade(role)


def _head_of(role: str) -> str:
    return _TAIL.sub("", _ASIDE.sub("", role))


@_remembered
def is_headed_by_known_trade(role: str) -> bool:
    """Tell the same of the trades that are listed alone."""
    if len(role) > _LONGEST:
        return False
    head = _head_of(role)
    starts = [word.start() for word in _WORD_START.finditer(head)][-_MOST_IN_TRADE:]
    return any(_is_trade(head[start:]) for start in reversed(starts))


@lru_cache(maxsize=4_096)
def _is_trade(words: str) -> bool:
    if is_one_of("trades", words) or is_one_of("trade_endings", words):
        return True
    return is_further_trade(words)


@_remembered
def is_headed_by_trade(role: str) -> bool:
    """Tell whether a trade is the word that the others say more about."""
    if is_headed_by_known_trade(role):
        return True
    head = _head_of(role)
    last = LAST_WORD.search(head)
    if last is None or len(role) > _LONGEST or not is_in_capitals(head):
        return False
    named = " " in head and not speaks_of("no_trade", last["word"])
    return named and DOER.search(last["word"]) is not None


@_remembered
def _names_trade(role: str) -> bool:
    role = _ASIDE.sub("", role)
    if _speaks_of_trade(role):
        return True
    last = LAST_WORD.search(role)
    if last is None or speaks_of("no_trade", last["word"]):
        return False
    # One such word alone may be somebody's name: Victor, Esther.
    is_named = " " in role and is_in_capitals(role)
    return is_named and DOER.search(last["word"]) is not None


def is_in_capitals(role: str) -> bool:
    """Tell whether each word has a capital, as roles in adverts have."""
    return any_of("trade_endings_in_capitals").match(role) is not None
