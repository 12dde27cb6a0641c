"""From a word about a person to what somebody in the room would have seen or heard.

Attention that moves from the task to the self makes feedback less useful (Kluger and
DeNisi 1996); so a trait is never kept as a trait.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onward.domain.feedback.note import Kind
from onward.domain.feedback.words import words_in

_MOST = 2


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question about a word of a note, with answers to take or to leave.

    `word` is what stands in the note; it is empty where the note as a whole is vague.
    """

    word: str
    question: str
    possibilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Trait:
    wording: re.Pattern[str]
    possibilities: tuple[str, ...]


def translate(quote: str, kind: Kind) -> tuple[Prompt, ...]:
    """Return what to ask about the vague words of a quote, at most two of them.

    Only what was weaker or unclear is asked about: a strength may stay a strength.
    """
    if kind not in {Kind.IMPROVEMENT, Kind.UNCLEAR}:
        return ()
    prompts = _prompts(quote)
    if prompts or kind is Kind.IMPROVEMENT:
        return prompts
    return (_prompt("", tuple(_told()["anything"]["possibilities"])),)


def _prompts(quote: str) -> tuple[Prompt, ...]:
    said = f" {' '.join(words_in(quote))} "
    found = sorted(
        (match.start(), match.group().strip(), trait.possibilities)
        for trait in _traits()
        if (match := trait.wording.search(said))
    )
    first = {place: _prompt(word, offered) for place, word, offered in reversed(found)}
    return tuple(first[place] for place in sorted(first)[:_MOST])


def _prompt(word: str, offered: tuple[str, ...]) -> Prompt:
    return Prompt(word, _told()["question"], offered)


@cache
def _told() -> dict[str, Any]:
    content = (files(__package__) / "plain_words.toml").read_text("utf-8")
    return tomllib.loads(content)


@cache
def _traits() -> tuple[_Trait, ...]:
    return tuple(
        _Trait(_wording(each["words"]), tuple(each["possibilities"]))
        for each in _told()["trait"]
    )


def _wording(words: list[str]) -> re.Pattern[str]:
    spelled = "|".join(word.replace("*", "[^ ]*") for word in words)
    return re.compile(f" (?:{spelled})(?= )")
