import stat
from pathlib import Path

from onward.cli.claim import Claim, Running

RUNNING = Running(pid=7, port=8766, token="a-secret")


def test_only_the_first_gets_the_folder(tmp_path: Path) -> None:
    first, second = Claim(tmp_path), Claim(tmp_path)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_who_comes_second_learns_where_the_first_is(tmp_path: Path) -> None:
    first = Claim(tmp_path)
    first.take()
    assert Claim(tmp_path).holder() is None
    first.tell(RUNNING)
    assert Claim(tmp_path).holder() == RUNNING
    first.release()


def test_what_was_left_by_one_that_died_is_forgotten(tmp_path: Path) -> None:
    died = Claim(tmp_path)
    died.tell(RUNNING)
    claim = Claim(tmp_path)
    assert claim.take()
    assert claim.holder() is None
    claim.release()


def test_the_token_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    Claim(tmp_path).tell(RUNNING)
    mode = (tmp_path / "running").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
