"""How a person writes: their greeting, their closing, whether they say "I'd"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_GREETING = re.compile(
    r"^\s*(dear|hello|hi|hey|good (?:morning|afternoon))\b", re.IGNORECASE
)
_CLOSING = re.compile(
    r"^\s*((?:kind|best|warm|warmest|kindest|many|all the) (?:regards|wishes|best)"
    r"|regards|all best|best|thanks|many thanks|yours (?:sincerely|faithfully)"
    r"|sincerely|cheers|with (?:best|kind) (?:wishes|regards))\s*[,.]?\s*$",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(
    r"\b(?:i'm|i'd|i've|don't|it's|that's|wouldn't)\b", re.IGNORECASE
)
_FULL = re.compile(
    r"\b(?:i am|i would|i have|do not|it is|that is|would not)\b", re.IGNORECASE
)
_LAST_LINES = 8
# Too jaunty for somebody who has just said no.
_TONED = {"hey": "Hi", "cheers": "Best wishes", "thanks": "Many thanks"}
_SHORT = (
    (re.compile(r"\bI would\b"), "I'd"),
    (re.compile(r"\bI am\b"), "I'm"),
    (re.compile(r"\bI will\b"), "I'll"),
    (re.compile(r"\bdo not\b"), "don't"),
    (re.compile(r"\bis not\b"), "isn't"),
)


@dataclass(frozen=True, slots=True)
class Manner:
    """A person's way of writing letters; the values here are for one who wrote none."""

    greeting: str = "Dear"
    closing: str = "Kind regards"
    contracts: bool = False

    def spoken(self, text: str) -> str:
        """Return a text with "I would" as "I'd" where the person says it so."""
        if not self.contracts:
            return text
        for full, short in _SHORT:
            text = full.sub(short, text)
        return text


PLAIN = Manner()


def manner_of(letters: Sequence[str]) -> Manner:
    """Return how somebody writes, by the letters they wrote; the commonest wins."""
    greetings = _found(_first_line(text) for text in letters)
    closings = _found(line for text in letters for line in _closing_lines(text))
    contracted = sum(len(_CONTRACTED.findall(text)) for text in letters)
    full = sum(len(_FULL.findall(text)) for text in letters)
    return Manner(
        greeting=_commonest(greetings, PLAIN.greeting),
        closing=_commonest(closings, PLAIN.closing),
        contracts=contracted > full,
    )


def _first_line(text: str) -> str:
    lines = (line for line in text.splitlines() if line.strip())
    found = _GREETING.match(next(lines, ""))
    return found[1] if found else ""


def _closing_lines(text: str) -> Iterable[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    matches = (_CLOSING.match(line) for line in lines[-_LAST_LINES:])
    return [found[1] for found in matches if found]


def _found(words: Iterable[str]) -> Counter[str]:
    spelled = (word.strip().lower() for word in words)
    toned = (_TONED.get(word, word.capitalize()) for word in spelled if word)
    return Counter(toned)


def _commonest(counted: Counter[str], otherwise: str) -> str:
    return counted.most_common(1)[0][0] if counted else otherwise
