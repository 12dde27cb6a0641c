"""How specific words are: whether one can go back to what they speak of."""

import math
import re
from functools import cache
from importlib.resources import files

from onward.domain.feedback.words import is_of_a_concept, words_in

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|twice|half|once)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\"\u201c][^\"\u201c\u201d]{3,}[\"\u201d]"
    r"|(?<!\w)['\u2018][^'\u2018\u2019]{3,}['\u2019](?!\w)"
)
_NAME = re.compile(
    r"(?<=[\w,;:)] )(?!I\b|I['\u2019])[A-Z][\w&+#-]*|\b[A-Z][A-Z0-9&+#]{1,}\b"
)
_MOMENT = re.compile(
    r"\bwhen (?:you|we|i|he|she|they|asked|it|the|\w+ asked)\b"
    r"|\b(?:on|in|for|about|during) the [^,.;]{3,40}?(?:question|scenario|exercise|test"
    r"|task|case|role.?play|answer|example|presentation|round|lesson|call)\b"
    r"|\byou (?:said|told|asked|described|mentioned|went|put|gave us|left|forgot|missed"
    r"|spotted)\b",
    re.IGNORECASE,
)
# Fitted once on the marks of `training/feedback/build`: what each adds, in log-odds.
_START = -1.3
_ADDS = {"number": 1.7, "quoted": 0.8, "name": 1.8, "moment": 0.9}
_A_THING, _MOST_THINGS = 1.0, 4
_SHORTEST_THING = 3


def specific_of(quote: str) -> float:
    """Return from 0 to 1 how specific a quote is: numbers, names, moments, things."""
    signs = {
        "number": _NUMBER.search(quote),
        "quoted": _QUOTED.search(quote),
        "name": _NAME.search(quote),
        "moment": _MOMENT.search(quote),
    }
    total = _START + sum(_ADDS[name] for name, found in signs.items() if found)
    total += _A_THING * min(_MOST_THINGS, len(_things_in(quote)))
    return round(1 / (1 + math.exp(-total)), 2)


def _things_in(quote: str) -> set[str]:
    """Return the words that are neither common nor of feedback's own vocabulary."""
    return {
        word
        for word in words_in(quote)
        if len(word) > _SHORTEST_THING
        and word not in _common()
        and not is_of_a_concept(word)
    }


@cache
def _common() -> frozenset[str]:
    return frozenset((files(__package__) / "common.txt").read_text("utf-8").split())
