"""Readable rules: wordings that say what a message means, and those that only look so.

The rules stand in `phrases.txt`, each with a weight and an example it must hold in.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.mail.meaning_words import Sentence
from onward.domain.mail.verdict import Meaning

_GAP = r"(?: \S+){0,5}?"
# "If you are not selected" decides nothing. A rule about an ending does not hold in a
# sentence that sets such a condition before it.
_CONDITION = re.compile(
    r"""\b(?:if\ (?!i\ may)(?!you\ (?:would|have\ any|need|want|wish|d\ like))
    |should\ (?:you|we|the|your|this|it)|unless|in\ the\ event|in\ case|whether
    |shouldnt\ you|even\ if|were\ you|or\ not|may\ (?:also\ )?(?:be|not)
    |might\ (?:be|not)|sollten\ sie|falls\ (?:sie|du|es|wir)
    |only\ (?:those|candidates|applicants|shortlisted)
    |sans\ (?:réponse|nouvelles?|retour|contact)|si\ (?:vous|votre|tu|ta|nous|le|la)
    |(?:à\ défaut|faute|en\ l\ absence)\ d|(?:seuls|seules)\ les|passé\ ce\ délai
    |au\ delà\ de\ ce|au\ cas\ où|dans\ le\ cas\ où)\b""",
    re.VERBOSE,
)
# More than this from rules of one meaning would drown the model.
_MOST = 6.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording, what it speaks for (or against, below zero), and an example of it.

    `spelled` is a pattern: the wording with the words of its groups spelled out.
    """

    meaning: Meaning
    weight: float
    words: str
    example: str
    spelled: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rule that holds in a sentence of the text."""

    phrase: Phrase
    start: int
    end: int


def phrases_in(text: str, sentences: Iterable[Sentence]) -> Iterator[Spoken]:
    """Yield each rule that holds, with the place of the sentence it holds in."""
    phrases = _rules().phrases
    for sentence in sentences:
        tried = _possible(frozenset(sentence.words))
        if not tried:
            continue
        said = f" {' '.join(sentence.words)} "
        asks = text[sentence.end - 1 : sentence.end] == "?"
        for place in tried:
            if _holds(phrases[place], said, asks=asks):
                yield Spoken(phrases[place], sentence.start, sentence.end)


def _possible(words: frozenset[str]) -> list[int]:
    """Return the places of the rules for each part of which a sentence has a word."""
    by_word, parts = _rules().by_word, _rules().parts
    found = []
    for place in {place for word in words & by_word.keys() for place in by_word[word]}:
        for part in parts[place]:  # `any` takes half as long again
            if words.isdisjoint(part):
                break
        else:
            found.append(place)
    return sorted(found)


def holds(phrase: Phrase, sentence: Sentence) -> bool:
    """Tell whether a rule holds in a sentence."""
    return _holds(phrase, f" {' '.join(sentence.words)} ", asks=False)


def rule_sums(spoken: Collection[Spoken]) -> list[float]:
    """Return the rules' log-odds for each meaning; each rule counts once."""
    if not spoken:
        return [0.0] * len(Meaning)
    sums = dict.fromkeys(Meaning, 0.0)
    for phrase in {item.phrase for item in spoken}:
        sums[phrase.meaning] += phrase.weight
    return [max(-_MOST, min(_MOST, value)) for value in sums.values()]


def all_phrases() -> tuple[Phrase, ...]:
    """Return every rule, in the order of the file."""
    return _rules().phrases


def _holds(phrase: Phrase, said: str, *, asks: bool) -> bool:
    found = _pattern(phrase.spelled).search(said)
    if found is None:
        return False
    if phrase.meaning is not Meaning.REJECTION or phrase.weight < 0:
        return True
    return not asks and _CONDITION.search(said, 0, found.end()) is None


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules, the first words of the parts of each, and where the rarest lead.

    Parts are in order of how rare they are, so that most are soon found to be missing.
    """

    phrases: tuple[Phrase, ...]
    parts: tuple[tuple[frozenset[str], ...], ...]
    by_word: dict[str, tuple[int, ...]]


@cache
def _rules() -> _Rules:
    content = (files("onward.domain.mail") / "phrases.txt").read_text("utf-8")
    lines = [line for line in content.splitlines() if line and line[0] != "#"]
    groups = dict(line.split(" = ") for line in lines if " = " in line)
    phrases = [_phrase(line, groups) for line in lines if " :: " in line]
    parts = tuple(
        tuple(sorted(_first_words(phrase.words, groups), key=_frequency))
        for phrase in phrases
    )
    by_word: dict[str, list[int]] = {}
    for place, (rarest, *_) in enumerate(parts):
        for word in rarest:
            by_word.setdefault(word, []).append(place)
    index = {word: tuple(places) for word, places in by_word.items()}
    return _Rules(tuple(phrases), parts, index)


def _phrase(line: str, groups: dict[str, str]) -> Phrase:
    told, words, example = line.split(" :: ")
    meaning, weight = told.split()
    parts = (_GAP if part == "~" else _either(part, groups) for part in words.split())
    spelled = "".join(parts) + "(?= )"
    return Phrase(Meaning(meaning), float(weight), words, example, spelled)


@cache
def _pattern(spelled: str) -> re.Pattern[str]:
    return re.compile(spelled)  # on first use: few of two hundred are, at most starts


def _either(part: str, groups: dict[str, str]) -> str:
    return f" (?:{'|'.join(_choices(part, groups))})"


def _choices(part: str, groups: dict[str, str]) -> list[str]:
    spelled = "|".join(groups.get(choice, choice) for choice in part.split("|"))
    return spelled.replace("_", " ").split("|")


def _first_words(words: str, groups: dict[str, str]) -> tuple[frozenset[str], ...]:
    """Return for each part of a rule the words it may begin with."""
    return tuple(
        frozenset(choice.partition(" ")[0] for choice in _choices(part, groups))
        for part in words.split()
        if part != "~"
    )


def _frequency(words: frozenset[str]) -> tuple[int, int]:
    """Return how many sentences are likely to hold one of some words."""
    return len(words & _COMMON), len(words)


_COMMON = frozenset(
    word
    for word in [
        "a",
        "an",
        "the",
        "to",
        "of",
        "for",
        "in",
        "on",
        "with",
        "at",
        "this",
        "that",
        "it",
        "is",
        "be",
        "been",
        "was",
        "has",
        "have",
        "had",
        "will",
        "not",
        "we",
        "you",
        "your",
        "our",
        "us",
        "i",
        "me",
        "my",
        "and",
        "as",
        "by",
        "from",
        "are",
        "were",
        "well",
        "youre",
        "weve",
    ]
)
