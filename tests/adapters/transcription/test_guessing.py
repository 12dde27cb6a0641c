from dataclasses import dataclass, field

import numpy as np

from onward.adapters.transcription.chunks import Cutter
from onward.adapters.transcription.guessing import Guesses
from tests.adapters.voice_activity.test_silero import _noise, _spoken

HUSH = _noise(0.7, 1e-4)


@dataclass
class Counting:
    """Guesses at the number of each guess, and keeps how many seconds each had."""

    seconds: list[float] = field(default_factory=list)

    def glimpsed(self, samples: np.ndarray) -> object:
        return samples

    def language(self, _seen: object) -> str:
        return "en"

    def quickly(self, _seen: object, seconds: float, _language: str) -> str:
        self.seconds.append(seconds)
        return f"guess-{len(self.seconds)} "


def test_what_lies_before_a_breath_is_guessed_at_once_and_held() -> None:
    guesser, cutter = Counting(), Cutter()
    guesses = Guesses(guesser)
    cutter.take(np.concatenate([_spoken(3.5), HUSH, _spoken(2.0)]))
    assert guesses.at(cutter, "") == "guess-1 guess-2"
    cutter.take(_spoken(1.0))
    assert guesses.at(cutter, "") == "guess-1 guess-3"
    assert max(guesser.seconds) < 5


def test_who_never_breathes_is_not_guessed_at_from_the_start_for_ever() -> None:
    guesser, cutter = Counting(), Cutter()
    guesses = Guesses(guesser)
    for _ in range(9):
        cutter.take(_spoken(1.0))
        guesses.at(cutter, "")
    assert max(guesser.seconds) <= 7


def test_in_a_silence_there_is_nothing_new_to_guess_at() -> None:
    guesser, cutter = Counting(), Cutter()
    guesses = Guesses(guesser)
    cutter.take(np.concatenate([_spoken(1.5), HUSH]))
    first = guesses.at(cutter, "")
    cutter.take(HUSH)
    assert guesses.at(cutter, "") == first == "guess-1"
    cutter.take(_spoken(1.0))
    assert guesses.at(cutter, "") == "guess-2"


def test_a_chunk_that_became_whole_is_guessed_at_no_longer() -> None:
    guesser, cutter = Counting(), Cutter()
    guesses = Guesses(guesser)
    cutter.take(np.concatenate([_spoken(4.0), HUSH, _spoken(5.0)]))
    assert guesses.at(cutter, "").startswith("guess-1")
    assert cutter.take(np.concatenate([_spoken(1.5), HUSH, _spoken(1.0)]))
    assert "guess-1" not in guesses.at(cutter, "").split()
    assert guesser.seconds[-1] < 2


def test_nothing_is_guessed_at_where_nobody_spoke() -> None:
    guesser, cutter = Counting(), Cutter()
    cutter.take(HUSH)
    assert Guesses(guesser).at(cutter, "") == ""
    assert guesser.seconds == []
