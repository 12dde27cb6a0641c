"""Readable rules: wordings that say what a message means, and those that only look so.

The rules stand in `phrases.txt`, each with a weight and an example it must hold in.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.mail.meaning.words import Sentence, words_in
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
    for sentence in sentences:
        for phrase in rules_in(sentence.words, asks=does_ask(text, sentence)):
            yield Spoken(phrase, sentence.start, sentence.end)


def does_ask(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence of a text is a question."""
    return text.startswith("?", sentence.end - 1)


def rules_in(words: Iterable[str], *, asks: bool) -> tuple[Phrase, ...]:
    """Return each rule that holds in a sentence of these words, a question or not."""
    tried = _possible(words)
    if not tried:
        return ()
    said = f" {' '.join(words)} "
    phrases = [_rules().phrases[place] for place in tried]
    return tuple(phrase for phrase in phrases if _holds(phrase, said, asks=asks))


def _possible(words: Iterable[str]) -> list[int]:
    """Return the places of the rules for each part of which a sentence has a word."""
    rules = _rules()
    leading = rules.leading.intersection(words)
    if not leading:
        return []
    said = frozenset(words)
    found = []
    for place in set().union(*map(rules.by_word.__getitem__, leading)):
        for part in rules.further[place]:  # `any` takes half as long again
            if said.isdisjoint(part):
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
    """The rules, and where the first words of each one's rarest part lead.

    `further` are the first words of a rule's other parts, the rarest first, so that
    most are soon found to be missing.
    """

    phrases: tuple[Phrase, ...]
    by_word: dict[str, tuple[int, ...]]
    leading: frozenset[str]
    further: tuple[tuple[frozenset[str], ...], ...]


@cache
def _rules() -> _Rules:
    content = (files(__package__) / "phrases.txt").read_text("utf-8")
    lines = [line for line in content.splitlines() if line and line[0] != "#"]
    groups = dict(line.split(" = ") for line in lines if " = " in line)
    phrases = [_phrase(line, groups) for line in lines if " :: " in line]
    met = Counter(word for phrase in phrases for word in set(words_in(phrase.example)))
    parts = [
        sorted(_first_words(phrase.words, groups), key=lambda part: _met(part, met))
        for phrase in phrases
    ]
    by_word: dict[str, list[int]] = {}
    for place, (rarest, *_) in enumerate(parts):
        for word in rarest:
            by_word.setdefault(word, []).append(place)
    index = {word: tuple(places) for word, places in by_word.items()}
    further = tuple(tuple(others) for _, *others in parts)
    return _Rules(tuple(phrases), index, frozenset(index), further)


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


def _met(words: frozenset[str], met: Counter[str]) -> tuple[int, int]:
    """Return how many sentences are likely to hold one of some words."""
    return sum(met[word] for word in words), len(words)


def _first_words(words: str, groups: dict[str, str]) -> tuple[frozenset[str], ...]:
    """Return for each part of a rule the words it may begin with."""
    return tuple(
        frozenset(choice.partition(" ")[0] for choice in _choices(part, groups))
        for part in words.split()
        if part != "~"
    )
