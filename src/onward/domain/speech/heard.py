"""What was heard in a recording: words, fillers, speech and silence, and the sound.

All places are seconds from the start of the recording.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A spoken word; `likely` runs from 0 to 1 and is the recogniser's own guess."""

    text: str
    start: float
    end: float
    likely: float = 1.0


@dataclass(frozen=True, slots=True)
class Filler:
    """An um or an uh. Where not `sure`, say "maybe" and let the person decide."""

    text: str
    start: float
    end: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which somebody speaks."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence between two stretches of speech."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Sound:
    """What the waveform tells besides words; None where there is too little speech.

    `pitch_semitones` is how far the voice moves (a standard deviation), for the
    person's own trend only. `level_db` is the usual level of speech below full scale,
    `noise_db` the level between the words, `fade_db` by how much the last third is
    softer than the first, `clipped_share` the share of speech cut off at full scale.
    """

    pitch_semitones: float | None = None
    level_db: float | None = None
    noise_db: float | None = None
    fade_db: float | None = None
    clipped_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was heard in one recording.

    `language` is a two-letter code, or empty where nobody knows. `missing` is empty, or
    one plain sentence for the person why there are no words.
    """

    seconds: float
    language: str = ""
    words: tuple[Word, ...] = ()
    fillers: tuple[Filler, ...] = ()
    speech: tuple[Stretch, ...] = ()
    sound: Sound = Sound()
    missing: str = ""
