"""What is worth a second look about a letter as a whole: length, questions, hour."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onward.domain.letters.flags import Flag, Kind
from onward.domain.letters.sentences import Sentence, word_count
from onward.domain.letters.word_lists import better, listed, reason

# Between 80 and 130 words is the aim. The courtesies around a letter that makes the
# aim, and one more paragraph, still read at once; beyond this a second screen begins.
MOST_WORDS = 180
MOST_QUESTIONS = 2
EVENING, MORNING = 22, 7
_WORTH_CUTTING = 20
_SHORTEST_QUESTION = 4
_POLITE = ("how are you", "hope you", "hows things", "how is everything", "you ok")


def questions_in(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that ask, also those whose question mark was left out."""
    return [each for each in sentences if each.asks or _asks_without_mark(each)]


def _asks_without_mark(sentence: Sentence) -> bool:
    words = [word.said for word in sentence.words]
    if "!" in words or len(words) < _SHORTEST_QUESTION:
        return False
    return words[0] in listed("asking") and words[1] in listed("asked")


def too_many(text: str, sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """Yield a flag on the questions after the second, if there are more.

    One about a time to talk, or how the reader is, is not counted.
    """
    asking = [each for each in questions_in(sentences) if not _is_light(each)]
    if len(asking) <= MOST_QUESTIONS:
        return
    start, end = asking[MOST_QUESTIONS].words[0].start, asking[MOST_QUESTIONS].end
    for before, after in pairwise(asking[MOST_QUESTIONS:]):
        if text[before.end : after.start].strip():
            break
        end = after.end
    yield Flag(
        kind=Kind.TOO_MANY_QUESTIONS,
        quote=text[start:end],
        start=start,
        end=end,
        why=reason("too_many_questions"),
        instead=_not_yet_in(text, better("too_many_questions")),
    )


def _is_light(sentence: Sentence) -> bool:
    words = {word.said for word in sentence.words}
    if any(polite in sentence.said for polite in _POLITE):
        return True
    return not (
        words.isdisjoint(listed("meeting")) or words.isdisjoint(listed("times"))
    )


def _not_yet_in(text: str, choices: Sequence[str]) -> str:
    return next((each for each in choices if each not in text), choices[0])


def too_long(text: str, sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """Yield a flag on the longest part that asks and thanks for nothing."""
    if word_count(text) <= MOST_WORDS or not sentences:
        return
    parts = [part for part in _paragraphs(text, sentences) if not _matters(part)]
    longest = max(parts, key=_size, default=[])
    if _size(longest) < _WORTH_CUTTING:
        longest = max(([each] for each in sentences), key=_size)
    start, end = longest[0].words[0].start, longest[-1].end
    yield Flag(Kind.TOO_LONG, text[start:end], start, end, reason("too_long"), "")


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    part = [sentences[0]]
    for before, after in pairwise(sentences):
        if text[before.end - 1 : after.start + 1].count("\n") > 1:
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
        yield Flag(Kind.LATE, "", 0, 0, reason("late"), "")
