"""From a hit to the passage it is about and the words that could stand there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onward.domain.letters.clauses import JOINING, LEANING, clauses_of
from onward.domain.letters.flags import Flag
from onward.domain.letters.sentences import Sentence
from onward.domain.letters.wordings import Hit, Reach

_TURNS = frozenset({"but", "however", "yet", "although", "though"})
_ASKING = ("what", "how", "where", "which", "could", "would")
_MARKS = frozenset({"?", "!"})


@dataclass(slots=True)
class Wanted:
    """The better words offered so far, so that no letter gets the same ones twice."""

    text: str
    offered: list[str] = field(default_factory=list)

    def pick(self, choices: Sequence[str]) -> str:
        """Return the first choice that is neither in the letter nor offered yet."""
        written = self.text.lower()
        fresh = (
            choice
            for choice in choices
            if choice not in self.offered
            and choice.rstrip(".").lower() not in written
        )
        picked = next(fresh, choices[len(self.offered) % len(choices)])
        self.offered.append(picked)
        return picked


def flags_of(sentence: Sentence, hits: Sequence[Hit], wanted: Wanted) -> Iterator[Flag]:
    """Yield a flag for each hit, of one kind and place only the widest."""
    taken: list[tuple[Hit, int, int]] = []
    for hit in hits:
        start, end = _passage(sentence, hit, wanted.text)
        rivals = [
            each
            for each in taken
            if each[0].saying.kind is hit.saying.kind
            and each[1] < end
            and start < each[2]
        ]
        if any(each[2] - each[1] >= end - start for each in rivals):
            continue
        taken = [each for each in taken if each not in rivals]
        taken.append((hit, start, end))
    for hit, start, end in sorted(taken, key=lambda each: each[1]):
        yield _flag(sentence, hit, (start, end), wanted)


def _flag(
    sentence: Sentence, hit: Hit, passage: tuple[int, int], wanted: Wanted
) -> Flag:
    start, end = passage
    saying = hit.saying
    better = wanted.pick(saying.instead) if saying.reach is not Reach.WORDS else ""
    if saying.reach is Reach.WORDS:
        last = sentence.words[hit.last]
        written = wanted.text[last.start : last.end]
        better = saying.instead[0].replace("{last}", written)
    end, better = _ended(sentence, end, better, wanted.text)
    return Flag(
        kind=saying.kind,
        quote=wanted.text[start:end],
        start=start,
        end=end,
        why=saying.why,
        instead=_cased(better, begins=start == sentence.words[0].start),
    )


def _passage(sentence: Sentence, hit: Hit, text: str) -> tuple[int, int]:
    """Return where the passage a hit is about begins and ends."""
    words = sentence.words
    reach = hit.saying.reach
    if reach is Reach.SENTENCE:
        return words[0].start, max(sentence.end, words[-1].end)
    if reach is Reach.WORDS:
        return words[hit.first].start, words[hit.last].end
    if reach is Reach.BUT:
        return words[_turn(sentence, hit)].start, _last_word_end(sentence)
    first, last = _clause_around(sentence, hit)
    if reach is Reach.REST:
        first = hit.first
    return words[first].start, words[_before_marks(sentence, last)].end


def _turn(sentence: Sentence, hit: Hit) -> int:
    within = range(hit.first, hit.last + 1)
    return next(place for place in within if sentence.words[place].said in _TURNS)


def _last_word_end(sentence: Sentence) -> int:
    return sentence.words[_before_marks(sentence, len(sentence.words) - 1)].end


def _before_marks(sentence: Sentence, place: int) -> int:
    while place > 0 and sentence.words[place].said in _MARKS:
        place -= 1
    return place


def _clause_around(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """Return the first and last word of the clauses a hit touches.

    A clause that leans on the one before it takes that one along; "and" stays outside.
    """
    clauses = clauses_of(sentence)
    touched = [
        number
        for number, (first, last) in enumerate(clauses)
        if first <= hit.last and hit.first <= last
    ]
    number = touched[0]
    while number > 0 and sentence.words[clauses[number][0]].said in LEANING:
        number -= 1
    first, last = clauses[number][0], clauses[touched[-1]][1]
    if first < hit.first and sentence.words[first].said in JOINING:
        first += 1
    return first, last


def _ended(sentence: Sentence, end: int, better: str, text: str) -> tuple[int, str]:
    """Swap the sentence's own mark for a full stop where a question was replaced."""
    if end < _last_word_end(sentence) or end >= sentence.end or not better:
        return end, better
    mark = text[end : sentence.end].lstrip("\"'\u201d\u2019)")[:1]
    if mark not in _MARKS or (mark == "?" and better.startswith(_ASKING)):
        return end, better
    return sentence.end, f"{better}."


def _cased(better: str, *, begins: bool) -> str:
    if begins:
        return better[:1].upper() + better[1:]
    first = better.split(" ")[0]
    proper = first in {"I", "I'd"} or better[:1].islower()
    return better if proper else better[:1].lower() + better[1:]
