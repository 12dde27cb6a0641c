"""Which roles a text speaks of, and which of them its meaning is about."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.linking.names import stems_of

_FEWEST_WORDS = 2
_ASIDE = re.compile(r"\s[-\u2013(/|]|,\s")  # "HVAC Mechanic - Plant Operations"
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_SEARCH = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication\w*|icant\w*)|interview\w*|roles?|positions?|posts?"
    r"|vacanc\w+|jobs?|advert\w*|short-?list\w*|cv|r[eé]sum[eé]|offer\w*|referees?"
    r"|references?|feedback|decision|decided|contract|candidate\w*|recruit\w*|hiring"
    r"|portal|assessment|panel|salary|start\s(?:date|on)|bewerb\w+|stelle\w*|gespräch)\b",
    re.IGNORECASE,
)


def speaks_of_search(text: str) -> bool:
    """Tell whether a text has a word that speaks of looking for work."""
    return _SEARCH.search(text) is not None


def names_role(text: str, role: str) -> bool:
    """Tell whether a text names a role, in full or without its last word."""
    pattern = _pattern(role)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=2048)
def _pattern(role: str) -> re.Pattern[str] | None:
    words = _ASIDE.split(role)[0].split()
    if not words:
        return None
    needed = words[:-1] if len(words) > _FEWEST_WORDS else words
    return re.compile(r"\s+".join(map(re.escape, needed)), re.IGNORECASE)


def meant_roles(clue: Clue, roles: Sequence[str]) -> frozenset[str]:
    """Return the roles that a message's meaning is about; all, where that is open.

    One mail may say no to one role and ask about another: the meaning is about the role
    named in the paragraph it rests on.
    """
    if len(roles) < _FEWEST_WORDS or not clue.text:
        return frozenset(roles)
    said = [_paragraph(clue.text, start) for start, _end in clue.evidence]
    named = {role for part in said for role in roles if names_role(part, role)}
    return frozenset(named or roles)


def _paragraph(text: str, place: int) -> str:
    start = text.rfind("\n\n", 0, place) + 1
    end = text.find("\n\n", place)
    return text[start : end if end >= 0 else len(text)]


def told_apart(text: str, many: Sequence[Sequence[str]]) -> list[bool]:
    """Tell of each application's roles whether a text has words of theirs alone.

    "The aseptics post" speaks of the technician in aseptic services, not of the other.
    """
    own = [_stems(" ".join(roles)) for roles in many]
    said = _stems(text)
    shared = {
        stem for n, one in enumerate(own) for other in own[:n] for stem in one & other
    }
    return [bool((one - shared) & said) for one in own]


def _stems(text: str) -> set[str]:
    return stems_of(_LONG_WORD.findall(text))
