import gzip
import secrets
from pathlib import Path

from onward.ports.mailbox import Unreadable
from tests.adapters.mailboxes.made import FROM_LINE, contents, message, read, reasons

ONE, TWO = message(1), message(2)


def test_a_bomb_in_a_compressed_mbox_is_told_after_its_mail(tmp_path: Path) -> None:
    path = tmp_path / "box.mbox.gz"
    path.write_bytes(
        gzip.compress(FROM_LINE + ONE + b"\n" + FROM_LINE + TWO + bytes(30_000_000))
    )
    assert contents(path)[0] == ONE
    assert "far more than mail" in reasons(path)[0]


def test_a_compressed_mbox_that_is_cut_off_gives_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "box.mbox.gz"
    stored = FROM_LINE + ONE + b"\n" + FROM_LINE + message(2, secrets.token_hex(40_000))
    path.write_bytes(gzip.compress(stored)[:-9_000])
    found = contents(path)
    assert found[0] == ONE
    assert found[1].startswith(b"From: Jo Lund")
    assert len(reasons(path)) == 1


def test_a_compressed_message_that_is_cut_off_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "1.eml.gz"
    path.write_bytes(gzip.compress(message(1, secrets.token_hex(40_000)))[:-9_000])
    (told,) = read(path)
    assert isinstance(told, Unreadable)
    assert told.raw.startswith(b"From: Jo Lund")
