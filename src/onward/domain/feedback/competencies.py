"""Which competency of a framework words speak of, if any."""

import re
from functools import cache

from onward.domain.feedback.frameworks import Framework
from onward.domain.feedback.words import words_in

_NAMED = 9.0  # a competency's own name in a heading leaves no question
_PHRASE, _WORD, _TOPIC = 2.0, 1.0, 1.5


def competency_of(
    quote: str, topic: str, framework: Framework, *, by_name: bool = False
) -> str:
    """Return the competency that a quote hints at most, or nothing.

    `topic` is the heading or label over it; what it names goes first. `by_name` heeds
    nothing but a competency's own name.
    """
    said, over = _spaced(quote), _spaced(topic)
    best, most = "", _NAMED - 1 if by_name else 0.0
    for name, title, hints in _patterns(framework):
        weight = _NAMED * (title in over or title in said)
        weight += sum(
            worth * (_found(hint, said) + _TOPIC * _found(hint, over))
            for hint, worth in hints
        )
        if weight > most:
            best, most = name, weight
    return best


def _spaced(said: str) -> str:
    return f" {' '.join(words_in(said))} "


def _found(hint: re.Pattern[str], said: str) -> bool:
    return hint.search(said) is not None


@cache
def _patterns(
    framework: Framework,
) -> tuple[tuple[str, str, tuple[tuple[re.Pattern[str], float], ...]], ...]:
    return tuple(
        (
            each.name,
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
