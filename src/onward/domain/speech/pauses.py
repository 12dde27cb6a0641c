"""Pauses between stretches of speech, from the sound and never from the words."""

from collections.abc import Sequence
from itertools import pairwise

from onward.domain.speech.heard import Pause, Stretch, Word

# Shorter ones are part of speaking (Campione & Veronis 2002).
WORTH_LISTING = 0.4
# Thinking takes 1 to 3 s; above, it is worth a look if it is inside a sentence, and
# never right after the question.
LONG, _GUARD, _FIRST = 3.0, 0.1, 5.0
_ENDS = (".", "!", "?", "\u2026")


def pauses_in(speech: Sequence[Stretch]) -> tuple[Pause, ...]:
    """Return the silences within an answer that are worth listing."""
    return tuple(
        Pause(before.end, after.start)
        for before, after in pairwise(speech)
        if after.start - before.end >= WORTH_LISTING
    )


def long_pauses(pauses: Sequence[Pause], words: Sequence[Word]) -> tuple[Pause, ...]:
    """Return the long ones inside a sentence, after the first seconds."""
    return tuple(
        pause
        for pause in pauses
        if pause.seconds > LONG + _GUARD
        and pause.start >= _FIRST
        and not _after_a_sentence(pause, words)
    )


def _after_a_sentence(pause: Pause, words: Sequence[Word]) -> bool:
    before = [word for word in words if word.start < pause.start]
    return not before or before[-1].text.endswith(_ENDS)
