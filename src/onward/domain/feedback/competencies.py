"""Which competency of a framework words speak of, if any."""

import re
from collections.abc import Sequence
from functools import cache

from onward.domain.feedback.frameworks import Framework
from onward.domain.feedback.words import words_in

_NAMED = 9.0  # a competency's own name in a heading leaves no question
_PHRASE, _WORD, _TOPIC = 2.0, 1.0, 1.5
_LEAST = 0.5
# What hints add to what the encoder says, and how many of them at most: chosen on
# held-out texts of `training/feedback/build`.
_HINTS, _MOST_HINTS = 2.0, 4.0


def competency_of(
    quote: str,
    topic: str,
    framework: Framework,
    *,
    by_name: bool = False,
    said: Sequence[float] | None = None,
) -> str:
    """Return the competency that a quote hints at most, or nothing.

    `topic` is the heading or label over it; what it names goes first. `by_name` heeds
    nothing but a competency's own name. `said` is what the encoder made of the quote,
    a number for each competency in the framework's order and one for none.
    """
    hinted = _hinted(quote, topic, framework)
    best = max(range(len(hinted)), key=hinted.__getitem__)
    least = _NAMED if by_name else _LEAST
    if by_name or said is None or hinted[best] >= _NAMED:
        return framework.competencies[best].name if hinted[best] >= least else ""
    together = [
        float(one) + _HINTS * min(hint, _MOST_HINTS)
        for one, hint in zip(said[:-1], hinted, strict=True)
    ]
    best = max(range(len(together)), key=together.__getitem__)
    return framework.competencies[best].name if together[best] > said[-1] else ""


def _hinted(quote: str, topic: str, framework: Framework) -> list[float]:
    """Return how much words hint at each competency, in the framework's order."""
    words, over = _spaced(quote), _spaced(topic)
    return [
        _NAMED * (title in over or title in words)
        + sum(
            worth * (_found(hint, words) + _TOPIC * _found(hint, over))
            for hint, worth in hints
        )
        for title, hints in _patterns(framework)
    ]


def _spaced(said: str) -> str:
    return f" {' '.join(words_in(said))} "


def _found(hint: re.Pattern[str], said: str) -> bool:
    return hint.search(said) is not None


@cache
def _patterns(
    framework: Framework,
) -> tuple[tuple[str, tuple[tuple[re.Pattern[str], float], ...]], ...]:
    return tuple(
        (
            _spaced(each.name),
            tuple((_pattern(hint), _worth(hint)) for hint in each.hints),
        )
        for each in framework.competencies
    )


def _pattern(hint: str) -> re.Pattern[str]:
    return re.compile(
        f" {re.escape(hint).replace(re.escape('*'), '[^ ]*')} ".replace(r"\ ", " ")
    )


def _worth(hint: str) -> float:
    return _PHRASE if " " in hint else _WORD
