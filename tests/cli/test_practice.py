import json
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from onward.adapters.audio.decoding import SoundNotUnderstoodError
from onward.cli import reviewed
from onward.cli.practice import (
    AnswerNotThereError,
    AnswerTooLongError,
    FolderGivenError,
    NotAnAnswerError,
    RecordingNeedsAFileError,
    SpeechNotReadyError,
    app,
    told_on_the_way,
)
from onward.domain.speech.heard import Filler, Heard, Stretch, Word
from onward.settings.environment import environment

QUESTION = "Tell me about a time you dealt with a complaint."
TOLD = (
    "A client was angry about a bill in March. "
    "I rang the office. She paid 9 pounds less."
)
KEYS = {
    *("duration", "language", "words", "fillers", "pauses", "wpm"),
    *("parts", "bands", "keep", "try"),
}


def told(*words: str, given: str = "") -> dict[str, Any]:
    said = CliRunner().invoke(
        app,
        ["review", *words, "--question", QUESTION, "--json"],
        input=given.encode(),
        catch_exceptions=False,
    )
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def test_a_typed_answer_has_the_shape_with_places_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text(TOLD)
    found = told(str(path))
    assert set(found) == KEYS
    assert [part["part"] for part in found["parts"]] == [
        "situation",
        "action",
        "result",
    ]
    for part in found["parts"]:
        assert TOLD[part["start"] : part["end"]] == part["quote"]
    assert found["duration"] is None
    assert found["words"][1] == {"text": "client", "start": 2, "end": 8}
    assert found == told("-", given=TOLD)


@pytest.mark.parametrize(
    "coded", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_is_read_however_it_was_saved(tmp_path: Path, coded: str) -> None:
    path = tmp_path / "answer.txt"
    path.write_text(f"{TOLD} She sat in a café.", encoding=coded)
    assert told(str(path))["words"][-1]["text"] == "café"


def test_what_is_neither_sound_nor_text_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_bytes(bytes(range(256)) * 9)
    with pytest.raises(NotAnAnswerError, match="no answer that can be read"):
        told(str(path))
    with pytest.raises(RecordingNeedsAFileError, match="Name the file"):
        told("-", given="fLaC")


def test_an_empty_answer_has_nothing_to_keep() -> None:
    found = told("-", given="Fine.")
    assert found["keep"] is None
    assert "“Fine”" in found["try"]


def test_a_person_reads_lines() -> None:
    said = CliRunner().invoke(app, ["review", "-", "--question", QUESTION], input=TOLD)
    assert said.stdout.startswith("Keep: ")
    assert "Try:  " in said.stdout
    assert "not asked" not in said.stdout


def test_a_spoken_answer_has_the_shape_with_seconds() -> None:
    words = tuple(
        Word(word, number * 0.5, number * 0.5 + 0.5)
        for number, word in enumerate(TOLD.split())
    )
    heard = Heard(
        12.0,
        "en",
        words,
        (Filler("um", 2.0, 2.4, sure=False),),
        (Stretch(0.0, 5.0), Stretch(5.6, 9.0)),
    )
    found = reviewed.as_json(reviewed.spoken(QUESTION, heard))
    assert set(found) == KEYS
    assert found["fillers"] == [{"text": "um", "start": 2.0, "end": 2.4, "sure": False}]
    assert found["pauses"] == [{"start": 5.0, "end": 5.6}]
    assert found["wpm"] == pytest.approx(60 * len(words) / 9, abs=0.1)
    assert [part["start"] for part in found["parts"]] == [0.0, 4.5, 6.5]
    lines = "\n".join(reviewed.in_lines(reviewed.spoken(QUESTION, heard)))
    assert "maybe 1 more" in lines


def test_a_little_word_of_another_language_is_a_word_and_no_filler() -> None:
    german = "Der Kunde war zufrieden, weil er am Ende um neun warmes Wasser hatte, hm."
    found = told("-", given=german)
    assert found["language"] == "de"
    assert [each["text"] for each in found["fillers"]] == ["hm"]
    assert {"er", "um"} <= {each["text"] for each in found["words"]}


def test_a_folder_and_a_whole_book_are_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(FolderGivenError):
        told(str(tmp_path))
    with pytest.raises(AnswerTooLongError, match="an hour"):
        told("-", given="I helped. " * 7_000)
    with pytest.raises(NotAnAnswerError):
        told("-", given=r"{\rtf1\ansi I helped.}")


def test_what_is_not_there_or_no_sound_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnswerNotThereError):
        told(str(tmp_path / "none.txt"))
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    with pytest.raises(SoundNotUnderstoodError):
        told(str(broken))


def test_a_recording_without_the_model_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONWARD_DATA_DIR", str(tmp_path))
    monkeypatch.setattr("sys.path", [])  # as if no speech package were installed
    environment.cache_clear()
    path = tmp_path / "answer.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(np.zeros(16_000, "<i2").tobytes())
    try:
        with pytest.raises(SpeechNotReadyError, match="Typed answers"):
            told(str(path))
    finally:
        environment.cache_clear()


def test_a_long_recording_is_heard_part_by_part_and_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    minute = bytes(range(250)) * 7_680
    parts = list(told_on_the_way(minute))
    assert len(parts) == 3
    assert b"".join(parts) == minute
    assert capsys.readouterr() == ("", "")  # nobody waits at a terminal here
