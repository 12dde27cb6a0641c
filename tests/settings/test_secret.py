import stat
from pathlib import Path

import pytest

from onward.settings.environment import Environment
from onward.settings.secret import FolderNotUsableError, prepare_data_dir, secret_key


def test_the_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = prepare_data_dir(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_others_could_read_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    prepare_data_dir(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotUsableError, match="as its data folder"):
        prepare_data_dir(tmp_path / "file" / "inside")


def test_the_secret_is_made_once_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    chosen = Environment(data_dir=tmp_path)
    first = secret_key(chosen)
    assert len(first) > 40
    assert secret_key(chosen) == first
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_secret_that_was_given_is_used_and_not_kept(tmp_path: Path) -> None:
    chosen = Environment(data_dir=tmp_path, secret_key="given")
    assert secret_key(chosen) == "given"
    assert list(tmp_path.iterdir()) == []
