"""What a mark says when a text gives one: high, middling, low, or nothing."""

import re
from enum import StrEnum

_OUT_OF = re.compile(
    r"(?<![\d/.])(\d{1,3}(?:\.\d)?)\s?(?:/|out of|of)\s?(?:a possible )?"
    r"(\d{1,3})(?![\d/])",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"(?:pass(?: ?mark)?(?: is| of| was)?|need(?:s|ed)?|require[sd]?|against|target"
    r"|standard(?: of| is)?|cut-?off|threshold|benchmark|min(?:imum)?|looks? for)"
    r"\W{0,3}(?:a |is |of |to be |under |over |was |mark )*(\d{1,3}(?:\.\d)?)",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?:score[sd]?|mark(?:s|ed)?|rating|rated|grade|achieved|accuracy|you got|got|was"
    r"|[:\u2013\u2014-])\W{0,3}(\d{1,3}(?:\.\d)?)\s?(%|per ?cent)?",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:^|[\s(:\u2013\u2014-])(?:score |level )?([1-7])\b[\s).,;]*"
    r"(?:\(?\w+ demonstration\)?[\s).]*)?$"
)
_PERCENTILE = re.compile(r"(\d{1,2})(?:st|nd|rd|th) percentile", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:total|overall|in all|altogether|average|median)\b", re.IGNORECASE
)
_HIGH, _LOW = 0.7, 0.5
_HIGH_OF_SEVEN, _LOW_OF_SEVEN = 5, 3
_MOST_WORDS = 9


class Level(StrEnum):
    """How a mark stands on its own scale, or against what was needed."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


def level_in(said: str) -> Level | None:
    """Return what a mark in these words says; a total or an average says nothing."""
    found, needed = _value_in(said), _NEEDED.search(said)
    if found is not None and needed and float(needed[1]) != found:
        return Level.HIGH if found > float(needed[1]) else Level.LOW
    if _WHOLE.search(said):
        return Level.MIDDLE if _OUT_OF.search(said) or found is not None else None
    share = _share_in(said)
    if share is not None:
        return _level(share, _LOW, _HIGH)
    bare = _BARE.search(said)
    if bare and len(said.split()) <= _MOST_WORDS:
        return _level(int(bare[1]), _LOW_OF_SEVEN, _HIGH_OF_SEVEN)
    return None


def _value_in(said: str) -> float | None:
    found = _OUT_OF.search(said) or _MARK.search(said)
    return float(found[1]) if found else None


def _share_in(said: str) -> float | None:
    found = _OUT_OF.search(said)
    if found and float(found[2]) and float(found[1]) <= float(found[2]):
        return float(found[1]) / float(found[2])
    percentile = _PERCENTILE.search(said)
    return int(percentile[1]) / 100 if percentile else None


def _level(value: float, low: float, high: float) -> Level:
    if value >= high:
        return Level.HIGH
    return Level.LOW if value <= low else Level.MIDDLE
