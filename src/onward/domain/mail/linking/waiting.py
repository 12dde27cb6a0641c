"""Tells what has a place, or has none, and still needs the person's word."""

from onward.domain.mail.linking.clue import (
    QUIET,
    STARTS,
    WORDS_AFTER_ASKING,
    Clue,
    Known,
    Link,
    Sign,
    Why,
    is_soon,
)
from onward.domain.mail.verdict import Meaning


def goes_on(clue: Clue, where: Link, known: Known) -> bool:
    """Tell whether a message only goes on with a conversation whose place is known.

    Soon after they asked for feedback, words of any kind are most likely the answer.
    """
    if where.why is not Why.THREAD:
        return False
    if clue.meaning in QUIET or clue.meaning is Meaning.FOLLOW_UP:
        return True
    answers = clue.meaning in {*WORDS_AFTER_ASKING, Meaning.FEEDBACK}
    return answers and is_soon(known.asked_at, clue.sent_at)


def asks(clue: Clue) -> bool:
    """Tell whether a message without a place is worth a question."""
    if Sign.FORWARDED in clue.signs:
        return False
    return not clue.is_sure or clue.meaning in STARTS
