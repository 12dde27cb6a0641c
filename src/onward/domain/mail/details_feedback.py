"""Finds what a message says about why, how far, and feedback given or offered."""

from collections.abc import Sequence

from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.meaning_words import Sentence
from onward.domain.mail.verdict import Passage

# "Thank you, Anna" is no feedback.
_SAYS_SOMETHING = 7
STAGES = ("offer", "final", "later", "screen", "first", "application")


def feedback_offered_in(text: str, sentences: Sequence[Sentence]) -> Passage | None:
    """Return the first passage that offers feedback still to come."""
    body = text.find("\n") + 1
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        if sentence.start >= body and _offers(said):
            return passage(text, sentence.start, sentence.end)
    return None


def _offers(said: str) -> bool:
    return bool(any_of("feedback_offered").search(said)) and not any_of(
        "feedback_refused"
    ).search(said)


def feedback_given_in(
    text: str, sentences: Sequence[Sentence], *, is_known: bool = False
) -> Passage | None:
    """Return the stretch that says something of this person's own showing.

    Where feedback is known to be the point of the mail, what speaks to the person is
    taken if no wording tells.
    """
    body = text.find("\n") + 1
    telling = [
        sentence
        for sentence in sentences
        if sentence.start >= body and _tells(text[sentence.start : sentence.end])
    ]
    if not telling and is_known:
        telling = [
            sentence
            for sentence in sentences
            if sentence.start >= body and _addresses(sentence)
        ]
    if not telling:
        return None
    return passage(text, telling[0].start, _run_end(text, telling))


def _addresses(sentence: Sentence) -> bool:
    """Tell whether a sentence says something to the person, and no mere courtesy."""
    said = set(sentence.words)
    spoken_to = bool(said & {"you", "your", "candidate", "candidates"})
    return spoken_to and len(sentence.words) >= _SAYS_SOMETHING and "?" not in said


def _tells(said: str) -> bool:
    return bool(any_of("feedback_given").search(said)) and not any_of(
        "stock_praise"
    ).search(said)


def _run_end(text: str, telling: Sequence[Sentence]) -> int:
    """Follow sentences that stand next to each other."""
    end = telling[0].end
    for sentence in telling[1:]:
        if text[end : sentence.start].strip():
            break
        end = sentence.end
    return end


def reason_in(text: str, sentences: Sequence[Sentence]) -> Passage | None:
    """Return the first passage that says why it ended."""
    body = text.find("\n") + 1
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        if sentence.start >= body and any_of("reason").search(said):
            return passage(text, sentence.start, sentence.end)
    return None


def stage_in(text: str) -> str:
    """Return how far the application had come, by the furthest stage spoken of."""
    for stage in STAGES:
        if any_of(f"stage_{stage}").search(text):
            return stage
    return ""


def passage(text: str, start: int, end: int) -> Passage:
    """Return words of the text, verbatim."""
    return Passage(text[start:end], start, end)
