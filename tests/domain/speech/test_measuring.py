import numpy as np
import pytest

from onward.domain.speech.activity import stretches_of, with_edges
from onward.domain.speech.fillers import fillers_in, is_filler, without_fillers
from onward.domain.speech.heard import Heard, Pause, Sound, Stretch, Word
from onward.domain.speech.level import sound_of
from onward.domain.speech.measuring import faults_in, measured
from onward.domain.speech.pauses import long_pauses
from onward.domain.speech.pitch import pitch_track, semitone_spread
from onward.domain.speech.slips import slips_in
from onward.domain.speech.spoken import Fault, Slip
from onward.domain.speech.written import written

RATE = 16_000


def _words(text: str, *, each: float = 0.4, start: float = 0.0) -> tuple[Word, ...]:
    return tuple(
        Word(word, start + number * each, start + (number + 1) * each)
        for number, word in enumerate(text.split())
    )


def _tone(seconds: float, hertz: float, loud: float = 0.3) -> np.ndarray:
    at = np.arange(int(seconds * RATE)) / RATE
    return (loud * np.sin(2 * np.pi * hertz * at)).astype(np.float32)


def test_pace_leaves_out_thinking_pauses() -> None:
    first, second = _words("a b c d e"), _words("f g h i j", start=6.0)
    speech = (Stretch(0.0, 2.0), Stretch(6.0, 8.0))
    heard = Heard(8.0, "en", words=first + second, speech=speech)
    spoken = measured(heard)
    assert spoken.words_per_minute == pytest.approx(60 * 10 / 4)
    assert spoken.pauses == (Pause(2.0, 6.0),)


def test_a_long_pause_counts_only_inside_a_sentence_and_not_at_the_start() -> None:
    words = (Word("So", 0, 1), Word("then.", 8, 9), Word("And", 13, 14))
    pauses = (Pause(1, 5), Pause(9, 13), Pause(14, 18.5))
    assert long_pauses(pauses, words) == (Pause(14, 18.5),)


def test_latency_is_the_silence_before_the_first_word() -> None:
    assert measured(Heard(5, speech=(Stretch(1.5, 4),))).latency_seconds == 1.5
    assert measured(Heard(5)).latency_seconds is None


@pytest.mark.parametrize(
    "text", ["um", "Um,", "uhhh", "erm", "hmm.", "ummmmm", "uh-uh-", "um-uh,"]
)
def test_a_drawn_out_filler_is_one(text: str) -> None:
    assert is_filler(text)


@pytest.mark.parametrize(
    "text", ["umbrella", "hum", "ham", "us", "her", "oh", "uh-huh"]
)
def test_a_word_is_no_filler(text: str) -> None:
    assert not is_filler(text)


def test_a_filler_is_sure_where_the_words_leave_room_for_it() -> None:
    speech = (Stretch(0.0, 3.0),)
    plain = (Word("we", 0.0, 0.3), Word("won", 1.5, 2.0))
    prompted = (plain[0], Word("um,", 0.5, 1.2, 0.8), plain[1])
    assert [one.sure for one in fillers_in(plain, prompted, speech)] == [True]
    crowded = (Word("unbelievably", 0.3, 1.4), plain[1])
    assert not any(one.sure for one in fillers_in(crowded, prompted, speech))


@pytest.mark.parametrize("text", ["um", "er", "eh", "ah"])
def test_what_is_a_word_in_other_languages_is_no_filler_there(text: str) -> None:
    assert not is_filler(text, "de")
    assert is_filler("hm", "de")


def test_an_article_that_is_held_was_none() -> None:
    speech = (Stretch(0.0, 3.0),)
    held = (Word("is", 1.0, 1.3), Word("a...", 1.3, 1.7))
    brief = (Word("is", 1.0, 1.6), Word("a", 1.6, 1.7))
    doubtful = (Word("uh,", 1.3, 1.7, 0.1),)
    assert [one.sure for one in fillers_in(held, doubtful, speech)] == [True]
    assert fillers_in(brief, doubtful, speech) == ()


def test_a_filler_in_a_silence_was_only_dreamt_of() -> None:
    prompted = (Word("um", 1.0, 1.6, 0.8),)
    assert fillers_in((), prompted, (Stretch(3.0, 4.0),)) == ()


def test_a_filler_that_took_no_time_was_not_said() -> None:
    speech = (Stretch(0.0, 3.0),)
    nothing = (Word("uh", 1.0, 1.0, 0.9), Word("uh", 1.0, 1.04, 0.9))
    assert fillers_in(nothing, nothing, speech) == ()


@pytest.mark.parametrize(("likely", "end"), [(0.3, 0.6), (0.5, 0.52)])
def test_more_speech_than_words_explain_makes_up_for_a_doubtful_filler(
    likely: float, end: float
) -> None:
    words = (Word("we", 0.0, 0.2), Word("won", 2.0, 2.3))
    doubtful = (Word("um", 0.3, end, likely),)
    speech = (Stretch(0.0, 2.3),)
    assert [one.sure for one in fillers_in(words, doubtful, speech)] == [True]
    less = (Word("um", 0.3, end - 0.15, likely),)
    assert [one.sure for one in fillers_in(words, less, speech)] == [False]


def test_one_that_was_heard_clearly_among_crowded_words_is_a_maybe() -> None:
    speech = (Stretch(0.0, 3.0),)
    crowded = (Word("unbelievably", 0.3, 1.2), Word("won", 1.2, 1.4))
    assert fillers_in(crowded, (Word("um", 0.6, 1.0, 0.5),), speech) == ()
    (one,) = fillers_in(crowded, (Word("um", 0.6, 1.0, 0.7),), speech)
    assert not one.sure


def test_a_filler_that_both_passes_wrote_is_one_filler() -> None:
    plain = (Word("um", 1.0, 1.5), Word("yes", 1.5, 2.0))
    (one,) = fillers_in(plain, plain, (Stretch(0.0, 3.0),))
    assert one.sure
    assert without_fillers(plain) == plain[1:]


def test_repetitions_restarts_and_hedges_are_marked_where_they_stand() -> None:
    found = slips_in(_words("I I went to the to the sh- shop I think"))
    assert [(mark.slip, mark.text) for mark in found] == [
        (Slip.REPETITION, "I I"),
        (Slip.REPETITION, "to the to the"),
        (Slip.RESTART, "sh-"),
        (Slip.HEDGE, "I think"),
    ]


def test_what_is_said_twice_on_purpose_is_no_slip() -> None:
    assert slips_in(_words("a very very good day")) == ()


def test_a_place_in_the_text_leads_back_to_a_time() -> None:
    told = written(_words("We won the cup"))
    assert told.text == "We won the cup"
    start = told.text.index("won")
    assert told.seconds(start, start + 7) == pytest.approx((0.4, 1.2))


def test_pitch_of_a_tone_is_its_pitch() -> None:
    track = pitch_track(_tone(1.5, 220.0))
    assert np.median(track[track > 0]) == pytest.approx(220, rel=0.01)
    assert semitone_spread(track) == pytest.approx(0, abs=0.1)


def test_a_voice_that_moves_has_a_spread() -> None:
    sound = np.concatenate([_tone(1.0, hertz) for hertz in (150, 170, 190, 215)])
    spread = semitone_spread(pitch_track(sound))
    assert spread is not None
    assert 1 < spread < 4
    assert semitone_spread(pitch_track(_tone(0.3, 200.0))) is None


def test_clipping_quietness_and_fading_are_told_apart() -> None:
    whole = (Stretch(0.0, 3.0),)
    good = _tone(3.0, 200.0)
    assert faults_in(sound_of(good, whole, None)) == ()
    clipped = np.clip(good * 8, -1, 1)
    assert Fault.CLIPPING in faults_in(sound_of(clipped, whole, None))
    assert Fault.TOO_QUIET in faults_in(
        sound_of((good / 100).astype(np.float32), whole, None)
    )
    fading = np.asarray(good * np.linspace(1, 0.05, len(good)), np.float32)
    assert faults_in(sound_of(fading, whole, None)) == (Fault.FADING,)
    assert faults_in(Sound()) == ()


def test_edges_of_speech_are_set_where_the_sound_rises() -> None:
    noise = np.random.default_rng(1).normal(0, 1e-4, 4 * RATE).astype(np.float32)
    noise[int(1.23 * RATE) : int(2.61 * RATE)] += _tone(1.38, 180.0)
    (found,) = with_edges((Stretch(1.35, 2.5),), noise)
    assert found.start == pytest.approx(1.23, abs=0.02)
    assert found.end == pytest.approx(2.61, abs=0.03)


def test_specks_of_speech_and_of_silence_are_joined() -> None:
    chances = np.array([0.9] * 10 + [0.0] * 2 + [0.9] * 10 + [0.0] * 20 + [0.9] + [0.0])
    (found,) = stretches_of(chances.astype(np.float32), 0.03)
    assert found.end == pytest.approx(22 * 0.03)
