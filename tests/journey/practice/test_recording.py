from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.adapters.secrets import cipher
from onward.journey.practice.recording import (
    Kind,
    OutOfStepError,
    Recording,
    Stretch,
)

QUARTER = b"\x01\x02" * 4_000


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    return Recording(tmp_path / "takes" / "one.sound", cipher.new_key())


def add(recording: Recording, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        recording.add(Stretch(number, 16_000, QUARTER))


def test_what_was_told_is_there_in_order(recording: Recording) -> None:
    add(recording, 3)
    assert recording.samples() == QUARTER * 3
    assert recording.seconds() == pytest.approx(0.75)


def test_a_stretch_sent_twice_is_kept_once(recording: Recording) -> None:
    add(recording, 2)
    assert recording.add(Stretch(1, 16_000, b"\x00\x00")) == 2
    assert recording.samples() == QUARTER * 2


def test_one_that_is_not_the_next_is_told_which_is(recording: Recording) -> None:
    add(recording, 2)
    with pytest.raises(OutOfStepError) as problem:
        recording.add(Stretch(5, 16_000, QUARTER))
    assert problem.value.number == 2


def test_no_sound_can_be_read_from_the_file(recording: Recording) -> None:
    add(recording, 2)
    content = recording.path.read_bytes()
    assert QUARTER[:64] not in content
    assert oct(recording.path.stat().st_mode)[-3:] == "600"


@settings(max_examples=15)
@given(lost=st.integers(min_value=1, max_value=9_000))
def test_a_torn_end_costs_one_stretch_and_it_goes_on_from_there(
    tmp_path_factory: pytest.TempPathFactory, lost: int
) -> None:
    folder = tmp_path_factory.mktemp("torn")
    recording = Recording(folder / "one.sound", cipher.new_key())
    add(recording, 3)
    whole = recording.path.read_bytes()
    recording.path.write_bytes(whole[:-lost])
    kept = recording.next_number()
    assert kept == 2 if lost < len(whole) // 3 else kept >= 1
    add(recording, 1, first=kept)
    assert recording.samples() == QUARTER * (kept + 1)


def test_another_machine_may_go_on_at_another_rate(recording: Recording) -> None:
    add(recording, 1)
    recording.add(Stretch(1, 48_000, b"\x01\x02" * 12_000))
    assert recording.seconds() == pytest.approx(0.5)
    assert len(recording.samples()) == pytest.approx(len(QUARTER) * 2, abs=4)


def test_what_a_browser_packed_comes_back_as_it_was(recording: Recording) -> None:
    for number, part in enumerate((b"webm", b"more")):
        recording.add(Stretch(number, 1, part, Kind.PACKED))
    assert recording.packed() == b"webmmore"
    assert recording.samples() == b""
    assert recording.seconds() == 0


def test_another_key_opens_nothing(recording: Recording) -> None:
    add(recording, 1)
    other = Recording(recording.path, cipher.new_key())
    assert other.next_number() == 1
    with pytest.raises(cipher.WrongKeyError):
        other.samples()
