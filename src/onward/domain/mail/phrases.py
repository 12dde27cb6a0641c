"""Readable rules: wordings that say what a message means, and those that only look so.

A rule is a row of words. `a|b` means either, a word in capitals stands for the group of
that name below, `~` for up to five words of any kind. Sentences are read in lower case,
without apostrophes, numbers as 0. The rules themselves stand in `phrases_endings` and
`phrases_other`, each with a weight in log-odds and an example it must match.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onward.domain.mail.meaning_words import Sentence
from onward.domain.mail.phrases_endings import ENDINGS
from onward.domain.mail.phrases_form import GROUPS, Phrase
from onward.domain.mail.phrases_other import OTHERS
from onward.domain.mail.verdict import Meaning

_GAP = r"(?: \S+){0,5}?"
# "If you are not selected" decides nothing. A rule about an ending does not hold in a
# sentence that sets such a condition before it.
_CONDITION = re.compile(
    r"\b(?:if (?!i may)(?!you (?:would|have any|need|want|wish|d like))|should (?:you|we|the|your|this|it)"
    r"|unless|in the event|in case|whether|shouldnt you|even if|were you|or not"
    r"|may (?:also )?(?:be|not)|might (?:be|not)|only (?:those|candidates|applicants|shortlisted))\b"
)
# More than this from rules of one meaning would drown the model.
_MOST = 6.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rule that holds in a sentence of the text."""

    phrase: Phrase
    start: int
    end: int


def phrases_in(text: str, sentences: Iterable[Sentence]) -> Iterator[Spoken]:
    """Yield each rule that holds, with the place of the sentence it holds in."""
    by_word = _rules_by_word()
    for sentence in sentences:
        words = frozenset(sentence.words)
        tried = {place for word in words & by_word.keys() for place in by_word[word]}
        if not tried:
            continue
        said = f" {' '.join(sentence.words)} "
        asks = text[: sentence.end].endswith("?")
        for place in sorted(tried):
            phrase = all_phrases()[place]
            if _holds(phrase, said, asks=asks):
                yield Spoken(phrase, sentence.start, sentence.end)


def holds(phrase: Phrase, sentence: Sentence) -> bool:
    """Tell whether a rule holds in a sentence."""
    return _holds(phrase, f" {' '.join(sentence.words)} ", asks=False)


def rule_sums(spoken: Iterable[Spoken]) -> list[float]:
    """Return what the rules say for each meaning, in log-odds; each rule counts once."""
    sums = dict.fromkeys(Meaning, 0.0)
    for phrase in {item.phrase for item in spoken}:
        sums[phrase.meaning] += phrase.weight
    return [max(-_MOST, min(_MOST, value)) for value in sums.values()]


def all_phrases() -> tuple[Phrase, ...]:
    """Return every rule, endings first."""
    return _ALL


_ALL = ENDINGS + OTHERS


def _holds(phrase: Phrase, said: str, *, asks: bool) -> bool:
    found = _pattern(phrase.words).search(said)
    if found is None:
        return False
    if phrase.meaning is not Meaning.REJECTION or phrase.weight < 0:
        return True
    return not asks and _CONDITION.search(said, 0, found.end()) is None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    parts = [_GAP if part == "~" else f" {_either(part)}" for part in words.split()]
    return re.compile("".join(parts) + "(?= )")


def _either(part: str) -> str:
    choices = "|".join(_spelled(choice) for choice in part.split("|"))
    return f"(?:{choices})"


def _spelled(choice: str) -> str:
    if choice in GROUPS:
        return GROUPS[choice]
    return re.escape(choice).replace("_", " ").replace(r"\*", r"\w*")


@cache
def _rules_by_word() -> dict[str, tuple[int, ...]]:
    """Index the rules by the words of their rarest part, so that few are tried."""
    index: dict[str, list[int]] = {}
    for place, phrase in enumerate(_ALL):
        for word in _opening_words(phrase.words):
            index.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in index.items()}


@cache
def _opening_words(words: str) -> tuple[str, ...]:
    parts = [part for part in words.split() if part != "~" and "*" not in part]
    spelled = [_first_words(part) for part in parts]
    return min(spelled, key=lambda found: (_commonness(found), len(found)))


def _first_words(part: str) -> tuple[str, ...]:
    choices = (GROUPS.get(choice, choice) for choice in part.split("|"))
    return tuple(
        {
            word.replace("_", " ").split()[0]
            for choice in choices
            for word in choice.split("|")
        }
    )


_COMMON = frozenset(
    "a an the to of for in on with at this that it is be been was has have had will not"
    " we you your our us i me my and as by from are were well youre weve".split()
)


def _commonness(words: tuple[str, ...]) -> int:
    return sum(word in _COMMON for word in words)
