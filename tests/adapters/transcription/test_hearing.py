import numpy as np
import pytest

from onward.adapters.transcription.chunks import LONGEST, SHORTEST, Cutter
from onward.adapters.transcription.hearing import Hearing, pcm_of, samples_in
from onward.adapters.transcription.silent import SilentTranscriber
from onward.domain.speech.heard import Word
from tests.adapters.transcription.doubles import Scripted
from tests.adapters.voice_activity.test_silero import _noise, _spoken


def _speech(*seconds: float) -> np.ndarray:
    """Speak for so long each, with a second of silence in between."""
    spoken = [np.concatenate([_spoken(one), _noise(1.0, 1e-4)]) for one in seconds]
    return np.concatenate(spoken)


def _fed(hearing: Hearing, samples: np.ndarray) -> None:
    pcm = pcm_of(samples)
    for start in range(0, len(pcm), 8_000):
        hearing.feed(pcm[start : start + 8_000])


def test_running_speech_is_cut_in_silences_and_nothing_is_lost() -> None:
    cutter, sound = Cutter(), _speech(6, 5, 6, 3)
    chunks = [
        chunk
        for start in range(0, len(sound), 4_000)
        for chunk in cutter.take(sound[start : start + 4_000])
    ]
    chunks += cutter.rest()
    assert np.array_equal(np.concatenate([chunk.samples for chunk in chunks]), sound)
    assert all(SHORTEST <= chunk.seconds <= LONGEST + 0.1 for chunk in chunks[:-1])
    quiet = [np.abs(chunk.samples[-800:]).max() for chunk in chunks[:-1]]
    assert max(quiet) < 0.01


def test_speech_without_a_break_is_cut_all_the_same() -> None:
    cutter = Cutter()
    first, *_ = cutter.take(_spoken(LONGEST + 2))
    assert SHORTEST <= first.seconds <= LONGEST


def test_words_of_a_later_chunk_stand_later() -> None:
    recogniser = Scripted()
    hearing = Hearing(recogniser)
    _fed(hearing, _speech(11, 3))
    heard = hearing.finish()
    assert [word.text for word in heard.words][:2] == ["hello", "there"]
    assert heard.words[-1].start > 10
    assert heard.seconds == pytest.approx(16, abs=0.01)
    assert heard.language == "en"
    starts = [word.start for word in heard.words]
    assert starts == sorted(starts)


def test_most_is_done_before_the_recording_ends() -> None:
    recogniser = Scripted(plain=(Word("a", 0.0, 11.0),))
    hearing = Hearing(recogniser)
    _fed(hearing, _speech(11, 10.5, 1))
    before = len(recogniser.seconds)
    hearing.finish()
    assert before >= 2
    assert len(recogniser.seconds) - before <= 1


def test_once_somebody_falls_silent_nothing_is_left_to_do_at_the_end() -> None:
    recogniser = Scripted(plain=(Word("a", 0.0, 5.0),))
    hearing = Hearing(recogniser)
    _fed(hearing, _speech(5))
    hearing.look_ahead()
    hearing.look_ahead()
    before = len(recogniser.seconds)
    assert before == 1
    heard = hearing.finish()
    assert len(recogniser.seconds) == before
    assert [word.text for word in heard.words] == ["a"]


def test_nobody_is_heard_ahead_who_is_still_speaking() -> None:
    recogniser = Scripted()
    hearing = Hearing(recogniser)
    _fed(hearing, _spoken(3.0))
    hearing.look_ahead()
    assert recogniser.seconds == []


def test_who_goes_on_after_a_silence_is_heard_as_if_there_had_been_none() -> None:
    recogniser = Scripted(plain=(Word("a", 0.0, 8.0),))
    hearing = Hearing(recogniser)
    _fed(hearing, _speech(4))
    hearing.look_ahead()
    _fed(hearing, _speech(3))
    assert [word.text for word in hearing.finish().words] == ["a"]
    assert len(recogniser.seconds) == 2
    assert recogniser.seconds[1] > 7


def test_a_word_that_lasts_beyond_a_silence_begins_after_it() -> None:
    drawn_out = Word("well", 1.95, 4.5)
    hearing = Hearing(Scripted(plain=(Word("so", 0.2, 0.6), drawn_out)))
    _fed(hearing, _speech(2, 2))
    *_, last = hearing.finish().words
    assert last.start == pytest.approx(3.0, abs=0.15)


def test_what_the_recogniser_left_out_at_the_end_is_asked_again() -> None:
    recogniser = Scripted(plain=(Word("a", 0.0, 2.0),))
    hearing = Hearing(recogniser)
    _fed(hearing, _speech(6))
    hearing.finish()
    assert len(recogniser.seconds) == 3


def test_fillers_are_only_looked_for_in_english() -> None:
    hearing = Hearing(Scripted(spoken="de"))
    _fed(hearing, _speech(2))
    assert hearing.finish().language == "de"


def test_a_silent_recording_is_never_given_to_the_recogniser() -> None:
    recogniser = Scripted()
    hearing = Hearing(recogniser)
    _fed(hearing, _noise(12, 1e-4))
    heard = hearing.finish()
    assert recogniser.seconds == []
    assert heard.words == ()


def test_without_a_recogniser_pauses_are_measured_and_what_is_missing_said() -> None:
    listening = SilentTranscriber("Not installed.").listen()
    listening.feed(pcm_of(_speech(2, 2)))
    heard = listening.finish()
    assert heard.missing == "Not installed."
    assert len(heard.speech) == 2
    assert heard.sound.level_db is not None


def test_samples_survive_their_way_as_bytes() -> None:
    samples = np.array([-1.0, -0.5, 0.0, 0.5], np.float32)
    assert np.allclose(samples_in(pcm_of(samples)), samples, atol=1e-4)
    assert len(samples_in(b"\x00\x01\x02")) == 1
