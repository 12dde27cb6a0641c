"""Which kind of role an application is for, by the head of its name."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

# What follows says where or on what; the kind stands before it.
_FURTHER = re.compile(r"\s(?:of|for|in|at|on|with|-|\u2013)\s|[(,/|]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_LEVELS = frozenset(
    {"i", "ii", "iii", "iv", "senior", "junior", "trainee", "apprentice", "intern"}
)
# With fewer there is nothing to see in a kind alone.
FEWEST_OF_A_KIND = 2
MOST_KINDS = 12


@lru_cache(maxsize=20_000)
def kind_of(role: str) -> str:
    """Return the kind of a role in small letters: "analyst" for "Senior Data Analyst".

    Empty where the name tells none.
    """
    head = _FURTHER.split(role, maxsplit=1)[0]
    words = [word.casefold() for word in _WORD.findall(head)]
    return next((word for word in reversed(words) if word not in _LEVELS), "")


def commonest(roles: Iterable[str]) -> list[str]:
    """Return the kinds that several applications are for, the commonest first."""
    counts = Counter(kind_of(role) for role in roles)
    del counts[""]
    return [kind for kind, n in counts.most_common(MOST_KINDS) if n >= FEWEST_OF_A_KIND]
