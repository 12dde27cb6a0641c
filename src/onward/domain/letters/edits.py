"""From a hit to the passage it is about and the words that could stand there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onward.domain.letters.clauses import clause_around
from onward.domain.letters.flags import Flag
from onward.domain.letters.sentences import Sentence
from onward.domain.letters.word_lists import listed
from onward.domain.letters.wordings import Hit, Reach

# Better words that ask, so that a question mark after them stays.
_ASKING = ("what", "how", "where", "which", "could", "would")
_MARKS = frozenset({"?", "!"})
_CLOSING = "\"'\u201d\u2019)"


@dataclass(frozen=True, slots=True)
class Passage:
    """What a hit is about, from `start` to `end` in the text."""

    hit: Hit
    start: int
    end: int

    def rivals(self, other: "Passage") -> bool:
        """Tell whether another passage says the same about some of the same words."""
        same = self.hit.saying.kind is other.hit.saying.kind
        return same and self.start < other.end and other.start < self.end


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
            if choice not in self.offered and choice.rstrip(".").lower() not in written
        )
        picked = next(fresh, choices[len(self.offered) % len(choices)])
        self.offered.append(picked)
        return picked


def flags_of(sentence: Sentence, hits: Sequence[Hit], wanted: Wanted) -> Iterator[Flag]:
    """Yield a flag for each hit; of one kind and place only the widest."""
    passages: list[Passage] = []
    for hit in hits:
        passage = Passage(hit, *_reached(sentence, hit))
        rivals = [each for each in passages if each.rivals(passage)]
        width = passage.end - passage.start
        if all(each.end - each.start < width for each in rivals):
            passages = [each for each in passages if each not in rivals]
            passages.append(passage)
    for passage in sorted(passages, key=lambda each: each.start):
        yield _flag(sentence, passage, wanted)


def _flag(sentence: Sentence, passage: Passage, wanted: Wanted) -> Flag:
    text, saying = wanted.text, passage.hit.saying
    if saying.reach is Reach.WORDS:
        last = sentence.words[passage.hit.last]
        better = saying.instead[0].replace("{last}", text[last.start : last.end])
    else:
        better = wanted.pick(saying.instead)
    end, better = _ended(sentence, passage.end, better, text)
    return Flag(
        kind=saying.kind,
        quote=text[passage.start : end],
        start=passage.start,
        end=end,
        why=saying.why,
        instead=_cased(better, begins=passage.start == sentence.words[0].start),
    )


def _reached(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """Return where the passage a hit is about begins and ends."""
    words = sentence.words
    if hit.saying.reach is Reach.SENTENCE:
        return words[0].start, sentence.end
    if hit.saying.reach is Reach.WORDS:
        return words[hit.first].start, words[hit.last].end
    if hit.saying.reach is Reach.BUT:
        return words[_turn(sentence, hit)].start, _last_word_end(sentence)
    first, last = clause_around(sentence, hit.first, hit.last)
    if hit.saying.reach is Reach.REST:
        first = hit.first
    return words[first].start, words[_before_marks(sentence, last)].end


def _turn(sentence: Sentence, hit: Hit) -> int:
    within = range(hit.first, hit.last + 1)
    return next(p for p in within if sentence.words[p].said in listed("turning"))


def _last_word_end(sentence: Sentence) -> int:
    return sentence.words[_before_marks(sentence, len(sentence.words) - 1)].end


def _before_marks(sentence: Sentence, place: int) -> int:
    while place > 0 and sentence.words[place].said in _MARKS:
        place -= 1
    return place


def _ended(sentence: Sentence, end: int, better: str, text: str) -> tuple[int, str]:
    """Swap the sentence's own mark for a full stop where a question was replaced."""
    if end < _last_word_end(sentence) or end >= sentence.end or not better:
        return end, better
    mark = text[end : sentence.end].lstrip(_CLOSING)[:1]
    if mark not in _MARKS or (mark == "?" and better.startswith(_ASKING)):
        return end, better
    return sentence.end, f"{better}."


def _cased(better: str, *, begins: bool) -> str:
    if begins:
        return better[:1].upper() + better[1:]
    first = better.split(" ", maxsplit=1)[0]
    return better if first == "I" else better[:1].lower() + better[1:]
