"""What is worth a second look about a letter as a whole: length, questions, hour."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onward.domain.letters.flags import Flag, Kind
from onward.domain.letters.sentences import Sentence, word_count

# Between 80 and 130 words is the aim. The courtesies around a letter that makes the
# aim, and one more paragraph, still read at once; beyond this a second screen begins.
MOST_WORDS = 180
MOST_QUESTIONS = 2
_WORTH_CUTTING = 20
EVENING, MORNING = 22, 7
_LONG = (
    "Long letters are put aside for later. Between 80 and 130 words are read at once;"
    " this part could go."
)
_MANY = (
    "Every question is work for the reader. One or two get an answer; with more, none"
    " may."
)
_MORE = (
    "Anything else you noticed would be welcome too.",
    "Whatever else you can share would be welcome.",
)
_LATE = "Late at night words weigh more than we mean. In the morning it may read differently."
_OPENING = frozenset(
    "what whats how hows which who whose where when why could can would will do does did"
    " is are was were have has should may might".split()
)
_SUBJECTS = frozenset(
    "i you u we they it he she there the my your this that anyone someone".split()
)
_POLITE = ("how are you", "hope you", "hows things", "how is everything", "you ok")
# A question that offers times is not one more thing to think about.
_MEETING = frozenset(
    "suit suits convenient free available call phone meet meeting talk speak chat zoom"
    " teams coffee time minutes monday tuesday wednesday thursday friday".split()
)
_MENTIONED = frozenset(
    "suit suits convenient free available oclock am pm monday tuesday wednesday thursday"
    " friday morning afternoon week".split()
)


def questions_in(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that ask, also those whose question mark was left out."""
    return [
        each for each in sentences if (each.asks or _asks_without_mark(each))
    ]


def _asks_without_mark(sentence: Sentence) -> bool:
    words = [word.said for word in sentence.words]
    if "!" in words or words[0] not in _OPENING or len(words) < 4:
        return False
    return words[1] in _SUBJECTS and words[0] != "when"


def too_many(text: str, sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """Yield a flag on the questions after the second, if there are more.

    One about a time to talk, or how the reader is, is not counted.
    """
    asking = [each for each in questions_in(sentences) if not _is_light(each)]
    if len(asking) <= MOST_QUESTIONS:
        return
    end = asking[MOST_QUESTIONS].end
    for before, after in pairwise(asking[MOST_QUESTIONS:]):
        if text[before.end : after.start].strip():
            break
        end = after.end
    start = asking[MOST_QUESTIONS].words[0].start
    better = next((each for each in _MORE if each not in text), _MORE[0])
    yield Flag(Kind.TOO_MANY_QUESTIONS, text[start:end], start, end, _MANY, better)


def _is_light(sentence: Sentence) -> bool:
    words = {word.said for word in sentence.words}
    if any(polite in sentence.said for polite in _POLITE):
        return True
    return bool(words & _MEETING) and bool(words & _MENTIONED)


def too_long(text: str, sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """Yield a flag on the longest part that asks and thanks for nothing."""
    if word_count(text) <= MOST_WORDS or not sentences:
        return
    parts = [part for part in _paragraphs(text, sentences) if not _matters(part)]
    longest = max(parts, key=_size, default=[])
    if _size(longest) < _WORTH_CUTTING:
        longest = max(([each] for each in sentences if not each.asks), key=_size)
    start, end = longest[0].words[0].start, longest[-1].end
    yield Flag(Kind.TOO_LONG, text[start:end], start, end, _LONG, "")


def _paragraphs(
    text: str, sentences: Sequence[Sentence]
) -> Iterator[list[Sentence]]:
    part = [sentences[0]]
    for before, after in pairwise(sentences):
        if "\n\n" in text[before.end - 1 : after.start + 1].replace("\r", ""):
            yield part
            part = []
        part.append(after)
    yield part


def _size(part: Sequence[Sentence]) -> int:
    return sum(len(each.words) for each in part)


def _matters(part: Sequence[Sentence]) -> bool:
    said = "".join(each.said for each in part)
    return any(each.asks for each in part) or " thank" in said or " advice " in said


def too_late(hour: int | None) -> Iterator[Flag]:
    """Yield a flag when a letter would leave between ten at night and seven."""
    if hour is not None and (hour >= EVENING or hour < MORNING):
        yield Flag(Kind.LATE, "", 0, 0, _LATE, "")
