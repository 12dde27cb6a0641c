"""Whether a change is said as something to do; it suggests and never refuses."""

import re
from enum import StrEnum

_WHY = re.compile(r"\bwhy\b|\bbecause I\b|\bshould(?:n.t| not)? have\b", re.IGNORECASE)
_BEING = re.compile(
    r"^\W*(?:(?:to|just|simply|try to|i (?:want|need|will try) to|i.ll) )?"
    r"(?:be(?:ing)?|feel|have) (?:a bit |much |far |a lot )?"
    r"(?:more|less|better|\w+er|confident|calm|relaxed|prepared|concise|positive)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"^\W*(?:not|no|never|stop|avoid|don.t|do not|less)\b", re.IGNORECASE)


class Vague(StrEnum):
    """What keeps a sentence from being something one can do."""

    LOOKS_BACK = "looks_back"
    BEING = "being"
    NOT = "not"


def vague(text: str) -> Vague | None:
    """Return what keeps a change from being an action; None if nothing does."""
    if _WHY.search(text):
        return Vague.LOOKS_BACK
    if _BEING.search(text):
        return Vague.BEING
    return Vague.NOT if _NOT.search(text) else None
