from pathlib import Path

import pytest

from onward.adapters.transcription import carriers
from onward.adapters.transcription.model import OfflineError, WhisperModel
from onward.adapters.transcription.model_files import (
    FILES,
    SpeechModelNotTrustedError,
    looks_whole,
    trusted,
)


def _halves(folder: Path) -> list[Path]:
    found = []
    for name in ("model.bin.part1", "model.bin.part2"):
        half = folder / name.rpartition(".")[2]
        half.mkdir()
        (half / name).write_bytes(b"other weights")
        for file in FILES[1:]:
            (half / file.name).write_text("{}")
        found.append(half)
    return found


def test_offline_means_that_nothing_is_ever_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [])  # nothing that carries the model is installed
    model = WhisperModel(tmp_path / "model", is_offline=True)
    assert not model.may_be_fetched
    with pytest.raises(OfflineError):
        model.fetch()
    assert list(tmp_path.iterdir()) == []


def test_other_weights_are_refused_and_leave_nothing_behind(tmp_path: Path) -> None:
    halves = _halves(tmp_path)
    into = tmp_path / "kept" / "model"
    with pytest.raises(SpeechModelNotTrustedError):
        carriers.join(halves, into)
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_file_of_the_right_size_and_other_content_is_refused(tmp_path: Path) -> None:
    for file in FILES:
        with (tmp_path / file.name).open("wb") as stream:
            stream.truncate(file.size_bytes)
    assert looks_whole(tmp_path)
    with pytest.raises(SpeechModelNotTrustedError):
        trusted(tmp_path)


def test_a_folder_that_was_named_goes_before_the_one_that_was_fetched(
    tmp_path: Path,
) -> None:
    for name in ("named", "fetched"):
        (tmp_path / name).mkdir()
        for file in FILES:
            with (tmp_path / name / file.name).open("wb") as stream:
                stream.truncate(file.size_bytes)
    model = WhisperModel(tmp_path / "fetched", tmp_path / "named")
    assert model.lies_in == tmp_path / "named"


def test_what_would_be_fetched_is_said_before(tmp_path: Path) -> None:
    assert 145_000_000 < WhisperModel(tmp_path).size_bytes < 147_000_000
