from collections.abc import Callable
from typing import Any

import pytest

from onward import wiring
from onward.domain.practice.rungs import Rung
from onward.domain.speech.heard import Heard
from onward.journey.people.sealing import SealedAwayError, lock_up, set_passphrase
from onward.journey.practice import live
from onward.journey.practice.hearing import begin_hearing, hear
from onward.journey.practice.models import Take
from onward.journey.practice.recording import Stretch
from onward.journey.practice.takes import begin_take, end_take
from onward.journey.practice.words import words_of
from onward.ports.transcription import Listening, SoFar
from tests.builders import person
from tests.journey.practice.made_up import QUARTER, SHOP, asked, heard, spoken, typed

pytestmark = pytest.mark.django_db


class Counting:
    """Hears how much sound there was, and says so."""

    missing = ""
    begun = 0

    def listen(self, **_how: bool) -> Listening:
        self.begun += 1
        return _Count()


class _Count:
    def __init__(self) -> None:
        self.bytes = 0

    def feed(self, pcm: bytes) -> None:
        self.bytes += len(pcm)

    def so_far(self) -> SoFar:
        return SoFar(guess=f"{self.bytes}")

    def finish(self) -> Heard:
        return heard(f"I heard {self.bytes} bytes of it")

    def stop(self) -> None:
        self.bytes = 0


class Breaking(_Count):
    def finish(self) -> Heard:
        raise RuntimeError


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    listener = Counting()
    monkeypatch.setattr(wiring, "transcriber", lambda: listener)
    return listener


def say(take: Take, count: int, first: int = 0, rate: int = 16_000) -> None:
    for number in range(first, first + count):
        live.live(take).add(Stretch(number, rate, QUARTER))


def take_of() -> Take:
    return begin_take(asked=asked(Rung.RECORD))


def test_it_is_heard_while_it_is_spoken(counting: Counting) -> None:
    take = take_of()
    say(take, 3)
    assert live.words_so_far(take).guess == f"{3 * len(QUARTER)}"
    words = words_of(hear(take=end_take(take=take)))
    assert words.text == f"I heard {3 * len(QUARTER)} bytes of it"
    assert counting.begun == 1


def test_after_a_crash_all_of_it_is_heard_from_the_disk(counting: Counting) -> None:
    take = take_of()
    say(take, 3)
    live.let_go(take)
    say(take, 2, first=3)
    assert f"{5 * len(QUARTER)}" in words_of(hear(take=end_take(take=take))).text


def test_a_stretch_sent_twice_is_heard_once(counting: Counting) -> None:
    take = take_of()
    say(take, 2)
    say(take, 1, first=1)
    assert live.words_so_far(take).guess == f"{2 * len(QUARTER)}"


def test_sound_of_another_rate_is_heard_at_the_one_rate(counting: Counting) -> None:
    take = take_of()
    say(take, 3, rate=48_000)
    assert int(live.words_so_far(take).guess) == pytest.approx(len(QUARTER), abs=4)


def test_nobody_listens_any_more_afterwards(counting: Counting) -> None:
    take = take_of()
    say(take, 1)
    hear(take=end_take(take=take))
    assert live.words_so_far(take) == SoFar()


def test_whatever_breaks_the_take_ends_with_a_plain_word(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "listen", lambda **_how: Breaking())
    take = take_of()
    say(take, 2)
    take = hear(take=end_take(take=take))
    words = words_of(take)
    assert take.heard_at is not None
    assert words.heard is not None
    assert "could not be made out" in words.heard.missing
    assert words.heard.seconds == pytest.approx(0.5)
    assert words.review is None


def test_without_any_speech_package_the_sound_is_kept_and_that_is_said() -> None:
    take = take_of()
    say(take, 4)
    words = words_of(hear(take=end_take(take=take)))
    assert words.heard is not None
    assert words.heard.seconds == pytest.approx(1.0)
    assert words.heard.missing
    assert words.review is None


def test_while_private_words_are_locked_nothing_is_begun(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    take = take_of()
    say(take, 1)
    end_take(take=take)
    with django_capture_on_commit_callbacks(execute=True):
        set_passphrase(person=person(), passphrase="four words that open")
    lock_up(person=person())
    with pytest.raises(SealedAwayError):
        begin_hearing(take)


def test_a_typed_answer_is_looked_at_in_full() -> None:
    take = typed(SHOP)
    review = words_of(take).review
    assert review is not None
    assert review.keep is not None
    assert "result" in take.facts["parts"]
    assert take.facts["words"] == len(SHOP.split())


def test_an_empty_answer_gets_no_praise() -> None:
    review = words_of(typed("Fine.")).review
    assert review is not None
    assert review.keep is None


def test_what_was_typed_beside_speech_is_read_with_it() -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    said = spoken(heard("At the shop I made a sheet."), take.asked)
    words = words_of(said)
    assert words.text == "At the shop I made a sheet."
    assert words.spoken is not None


def test_the_same_answer_again_is_read_the_same() -> None:
    first = words_of(typed(SHOP)).review
    again = words_of(typed(SHOP)).review
    assert first is not None
    assert again is not None
    assert {b.side: b.band for b in first.bands} == {
        b.side: b.band for b in again.bands
    }
