import stat
from pathlib import Path

import pytest

from onward.adapters.secrets.sealed_file import SealedFile, SealedFileError

KEY = b"made up for this test"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "passwords"


def test_what_was_put_is_got_again_after_a_restart(path: Path) -> None:
    SealedFile(path, KEY).put("mail", "heron-7")
    assert SealedFile(path, KEY).get("mail") == "heron-7"


def test_nothing_is_got_before_anything_was_put(path: Path) -> None:
    assert SealedFile(path, KEY).get("mail") is None


def test_a_forgotten_secret_is_gone_and_the_others_stay(path: Path) -> None:
    vault = SealedFile(path, KEY)
    vault.put("mail", "heron-7")
    vault.put("other", "wren-9")
    vault.forget("mail")
    vault.forget("never there")
    assert (vault.get("mail"), vault.get("other")) == (None, "wren-9")


def test_the_file_shows_nothing_and_is_its_owner_s(path: Path) -> None:
    SealedFile(path, KEY).put("mail", "heron-7")
    assert b"heron" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_another_key_opens_nothing(path: Path) -> None:
    SealedFile(path, KEY).put("mail", "heron-7")
    with pytest.raises(SealedFileError):
        SealedFile(path, b"another").get("mail")
