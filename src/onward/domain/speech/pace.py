"""How fast somebody speaks."""

from collections.abc import Sequence

from onward.domain.speech.heard import Pause, Stretch, Word
from onward.domain.speech.spoken import Pace

WINDOW_SECONDS = 10.0
# A pause this long is thinking and no part of the pace.
THINKING = 2.0
_FEWEST_SECONDS, _FEWEST_WORDS = 1.0, 3


def speaking_seconds(speech: Sequence[Stretch], pauses: Sequence[Pause]) -> float:
    """Return the time from the first to the last sound, without long pauses."""
    if not speech:
        return 0.0
    thought = sum(pause.seconds for pause in pauses if pause.seconds >= THINKING)
    return speech[-1].end - speech[0].start - thought


def words_per_minute(words: Sequence[Word], seconds: float) -> float | None:
    """Return words a minute; None where there is too little to tell."""
    if seconds < _FEWEST_SECONDS or len(words) < _FEWEST_WORDS:
        return None
    return 60 * len(words) / seconds


def windows_of(
    words: Sequence[Word], speech: Sequence[Stretch], pauses: Sequence[Pause]
) -> tuple[Pace, ...]:
    """Return the pace in windows of ten seconds, from the first sound on."""
    if not speech or not words:
        return ()
    found = []
    start, last = speech[0].start, speech[-1].end
    while start + WINDOW_SECONDS / 2 < last:
        end = min(start + WINDOW_SECONDS, last)
        thought = sum(
            max(0.0, min(end, pause.end) - max(start, pause.start))
            for pause in pauses
            if pause.seconds >= THINKING
        )
        said = [word for word in words if start <= word.start < end]
        if end - start - thought >= _FEWEST_SECONDS:
            rate = 60 * len(said) / (end - start - thought)
            found.append(Pace(start, end, rate))
        start = end
    return tuple(found)
