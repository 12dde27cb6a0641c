"""How an answer was said: the measures, each with where it stands in the recording."""

from dataclasses import dataclass
from enum import StrEnum

from onward.domain.speech.heard import Filler, Pause, Sound, Stretch, Word


class Fault(StrEnum):
    """Something about the loudness that a person can put right."""

    CLIPPING = "clipping"
    TOO_QUIET = "too_quiet"
    FADING = "fading"


class Slip(StrEnum):
    """What sort of words to look at, never scored."""

    REPETITION = "repetition"
    RESTART = "restart"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to look at, with the numbers of the first and the one after the last."""

    slip: Slip
    text: str
    start: float
    end: float
    first_word: int
    after_word: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute in one window of the answer."""

    start: float
    end: float
    words_per_minute: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """The measures of one recording.

    `words_per_minute` leaves fillers and pauses of two seconds and more out; None where
    nothing was said or no words are known. `latency_seconds` is the silence before the
    first word. `pauses` are those worth listing (0.4 s and more) inside the answer, and
    `long_pauses` those over 3 s within a sentence, never in the first 5 s.
    """

    duration_seconds: float
    speech_seconds: float
    language: str
    words: tuple[Word, ...]
    fillers: tuple[Filler, ...]
    speech: tuple[Stretch, ...]
    pauses: tuple[Pause, ...]
    long_pauses: tuple[Pause, ...]
    words_per_minute: float | None
    windows: tuple[Pace, ...]
    fillers_per_minute: float | None
    latency_seconds: float | None
    marks: tuple[Mark, ...]
    faults: tuple[Fault, ...]
    sound: Sound
    missing: str = ""
