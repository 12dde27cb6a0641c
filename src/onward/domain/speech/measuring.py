"""Measures how an answer was said, from what was heard."""

from collections.abc import Callable

from onward.domain.speech.heard import Heard, Sound
from onward.domain.speech.pace import speaking_seconds, windows_of, words_per_minute
from onward.domain.speech.pauses import long_pauses, pauses_in
from onward.domain.speech.slips import slips_in
from onward.domain.speech.spoken import Fault, Spoken

# Of speech cut off at full scale; below full scale; softer at the end than at first.
_CLIPPED, _TOO_QUIET_DB, _FADED_DB = 0.002, -45.0, 8.0
_FEWEST_SECONDS = 1.0


def measured(heard: Heard) -> Spoken:
    """Return the measures of a recording."""
    pauses = pauses_in(heard.speech)
    seconds = speaking_seconds(heard.speech, pauses)
    words, fillers = heard.words, heard.fillers
    known = bool(words) and seconds >= _FEWEST_SECONDS
    return Spoken(
        duration_seconds=heard.seconds,
        speech_seconds=seconds,
        language=heard.language,
        words=words,
        fillers=fillers,
        speech=heard.speech,
        pauses=pauses,
        long_pauses=long_pauses(pauses, words),
        words_per_minute=words_per_minute(words, seconds),
        windows=windows_of(words, heard.speech, pauses),
        fillers_per_minute=60 * len(fillers) / seconds if known else None,
        latency_seconds=heard.speech[0].start if heard.speech else None,
        marks=slips_in(words),
        faults=faults_in(heard.sound),
        sound=heard.sound,
        missing=heard.missing,
    )


def faults_in(sound: Sound) -> tuple[Fault, ...]:
    """Return what of the loudness a person can put right."""
    return tuple(fault for fault, shows in _FAULTS if shows(sound))


_FAULTS: tuple[tuple[Fault, Callable[[Sound], bool]], ...] = (
    (Fault.CLIPPING, lambda sound: sound.clipped_share > _CLIPPED),
    (Fault.TOO_QUIET, lambda sound: (sound.level_db or 0.0) < _TOO_QUIET_DB),
    (Fault.FADING, lambda sound: (sound.fade_db or 0.0) > _FADED_DB),
)
