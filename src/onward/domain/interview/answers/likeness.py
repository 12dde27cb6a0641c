"""Compares an answer with other words of the person: earlier takes, answers, cards."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from onward.domain.interview.answers.parts import place_in
from onward.domain.interview.answers.plain import Token, stem, tokens_of
from onward.domain.interview.answers.question import content_stems
from onward.domain.interview.answers.review import (
    Contradiction,
    Place,
    Recited,
    Told,
)
from onward.domain.interview.answers.word_lists import word_list

# Nobody says ten words in the same row twice by chance.
_RUN, _LONG_RUN, _SHARE = 7, 14, 0.45
# Of the shorter text's telling words, what two tellings of one story share.
_SAME_STORY, _FEWEST_SHARED = 0.4, 5
_COUNTED = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_COUNTED)} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100,
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_UNIT = word_list("no_unit")


def recited_in(text: str, others: Sequence[Told]) -> tuple[Recited, ...]:
    """Return what stands nearly word for word in other texts, if it is much."""
    tokens = tokens_of(text)
    found = []
    for other in others:
        runs = [(a, n) for a, _, n in _common_runs(tokens, tokens_of(other.text))]
        said_again = sum(size for _, size in runs)
        longest = max((size for _, size in runs), default=0)
        if longest >= _LONG_RUN or said_again >= max(_RUN, _SHARE * len(tokens)):
            start, size = max(runs, key=lambda run: run[1])
            place = place_in(text, tokens[start].start, tokens[start + size - 1].end)
            found.append(Recited(place, other.name))
    return tuple(found)


def _common_runs(
    tokens: Sequence[Token], others: Sequence[Token]
) -> list[tuple[int, int, int]]:
    words, other_words = [t.word for t in tokens], [t.word for t in others]
    blocks = SequenceMatcher(None, words, other_words, autojunk=False)
    return [
        (one.a, one.b, one.size)
        for one in blocks.get_matching_blocks()
        if one.size >= _RUN
    ]


def told_before(text: str, others: Sequence[Told]) -> tuple[Place, str] | None:
    """Return where a story begins that was told to another question, and to which."""
    mine = content_stems([text])
    for other in others:
        theirs = content_stems([other.text])
        shared, least = len(mine & theirs), min(len(mine), len(theirs))
        if shared >= _FEWEST_SHARED and shared >= _SAME_STORY * least:
            return _first_words(text), other.name
    return None


def _first_words(text: str) -> Place:
    tokens = tokens_of(text)[:8]
    return place_in(text, tokens[0].start, tokens[-1].end)


def contradictions_in(text: str, cards: Sequence[Told]) -> tuple[Contradiction, ...]:
    """Return numbers that differ from those of a card about the same story."""
    found = []
    for card in cards:
        if not _is_same_story(text, card.text):
            continue
        theirs = list(_amounts(card.text))
        for unit, number, place in _amounts(text):
            said = [other for other in theirs if other[0] == unit]
            if said and all(other[1] != number for other in said):
                found.append(Contradiction(place, card.name, said[0][2].quote))
                break
    return tuple(found)


def _is_same_story(text: str, card: str) -> bool:
    mine, theirs = content_stems([text]), content_stems([card])
    shared = len(mine & theirs)
    return shared >= _FEWEST_SHARED or shared >= 0.5 * len(theirs) > 1


def _amounts(text: str) -> Iterator[tuple[str, float, Place]]:
    """Yield each number with what it counts; a year counts years."""
    tokens = tokens_of(text)
    for number, token in enumerate(tokens):
        value = _value(token.word)
        following = tokens[number + 1 : number + 3]
        if value is None or (following and _value(following[0].word) is not None):
            continue
        if _YEAR.fullmatch(token.word):
            yield "year", value, place_in(text, token.start, token.end)
            continue
        unit = next((t for t in following if t.word not in _NO_UNIT), None)
        if "%" in token.word or [t.word for t in following] == ["per", "cent"]:
            yield "percent", value, place_in(text, token.start, token.end)
        elif unit and unit is following[0]:
            yield stem(unit.word), value, place_in(text, token.start, unit.end)


def _value(word: str) -> float | None:
    if word in _NUMBERS:
        return float(_NUMBERS[word])
    digits = word.replace(",", "").rstrip("%")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None
