"""How questions are put: all at once or in parts, seen before, with time to think.

Questions put in parts, in writing and in advance helped autistic and other people
alike, and narrowed the gap between them (Maras et al. 2021, Autism 25:1060).
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

# 0 stands for "as long as I like": no clock is shown.
THINKING_SECONDS = (0, 30, 60, 120, 300)
# 0 stands for never; then only the person ends an answer.
SILENCE_SECONDS = (0, 4, 8, 15)
_SENTENCE = re.compile(r"(?<=[.?])\s+")
_SECOND_ASK = re.compile(
    r",?\s+and\s+(?=(?:what|how|why|who|when|where|which)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Presentation:
    """How questions are put; every field as most interviews do it."""

    in_parts: bool = False
    in_advance: bool = False
    is_spoken: bool = True
    has_captions: bool = False
    thinking_seconds: int = 0
    silence_seconds: int = 0

    def as_told(self) -> dict[str, Any]:
        """Return it as it can be kept."""
        return asdict(self)


def presentation(told: Mapping[str, Any]) -> Presentation:
    """Return a presentation as it was kept; what is unknown to it is left out."""
    names = {field.name for field in fields(Presentation)}
    return Presentation(**{name: told[name] for name in names & told.keys()})


def parts_of(question: str) -> tuple[str, ...]:
    """Return the question in the parts one can answer one by one."""
    found: list[str] = []
    for sentence in _SENTENCE.split(question.strip()):
        pieces = _SECOND_ASK.split(sentence) if sentence.endswith("?") else [sentence]
        found += [_as_sentence(piece, sentence[-1:]) for piece in pieces if piece]
    return tuple(found)


def _as_sentence(piece: str, end: str) -> str:
    told = piece.strip()
    told = told[:1].upper() + told[1:]
    return told if told.endswith((".", "?")) else f"{told}{end}"
