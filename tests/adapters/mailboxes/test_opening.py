import gzip
import os
from pathlib import Path

import pytest

from onward.adapters.mailboxes import open_mailbox
from onward.adapters.mailboxes.problems import (
    BrokenArchiveError,
    EmptyMailboxError,
    EncryptedArchiveError,
    HugeArchiveError,
    MissingMailboxError,
    NoMailInFolderError,
    NoMailInZipError,
    NotAMailboxError,
    OutlookFileError,
    PackedFileError,
)
from onward.domain.errors import OnwardError
from onward.ports.mailbox import RawMessage
from tests.adapters.mailboxes.made import FROM_LINE, as_zip, contents, message, read

ONE = message(1)


def refused(path: Path) -> OnwardError:
    """Return why a place is not opened."""
    with pytest.raises(OnwardError) as caught:
        open_mailbox(path)
    return caught.value


@pytest.mark.parametrize(
    ("stored", "problem"),
    [
        (b"", EmptyMailboxError),
        (b"\n\n\n", NotAMailboxError),
        (b"Dear Sam,\n\nFrom here: nothing.\n", NotAMailboxError),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), NotAMailboxError),
        (b"!BDN" + bytes(99), OutlookFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OutlookFileError),
        (b"7z\xbc\xaf\x27\x1c", PackedFileError),
        (b"Rar!\x1a\x07", PackedFileError),
        (b"BZh91AY", PackedFileError),
        (b"box.mbox" + bytes(249) + b"ustar\0", PackedFileError),
        (b"PK\x03\x04 cut off", BrokenArchiveError),
        (b"PK\x05\x06" + bytes(18), NoMailInZipError),
        (gzip.compress(b"\x89PNG", mtime=0), NotAMailboxError),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(
    stored: bytes, problem: type[OnwardError], tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(stored)
    told = refused(path)
    assert type(told) is problem
    assert str(told).endswith(".")


@pytest.mark.parametrize("name", ["none", "none/at/all", "\0", "x" * 300])
def test_a_place_that_is_not_there_is_missing(name: str, tmp_path: Path) -> None:
    assert type(refused(tmp_path / name)) is MissingMailboxError


def test_a_link_to_nowhere_is_missing(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert type(refused(tmp_path / "link")) is MissingMailboxError
    assert type(refused(tmp_path / "circle")) is MissingMailboxError


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.eml")
    assert type(refused(tmp_path / "pipe.eml")) is NotAMailboxError


def test_a_folder_and_a_zip_without_mail_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "empty").mkdir(parents=True)
    (folder / "notes.txt").write_bytes(b"Buy milk.\n")
    archive = as_zip(tmp_path / "all.zip", {"notes.txt": b"Buy milk.\n"})
    assert type(refused(folder)) is NoMailInFolderError
    assert type(refused(archive)) is NoMailInZipError


def test_a_zip_that_is_locked_altogether_is_refused(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "all.zip", {"1.eml": ONE})
    stored = path.read_bytes()
    at = stored.rindex(b"PK\x01\x02") + 8
    path.write_bytes(stored[:at] + b"\x01" + stored[at + 1 :])
    assert type(refused(path)) is EncryptedArchiveError


@pytest.mark.parametrize("at", [12, 8])
def test_a_zip_with_an_endless_list_is_refused_before_it_is_read(
    at: int, tmp_path: Path
) -> None:
    end = b"PK\x05\x06" + bytes(8) + (30_000_000).to_bytes(4, "little") + bytes(6)
    path = tmp_path / "all.zip"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.seek(40_000_000)
        stream.write(end)
    assert type(refused(path)) is HugeArchiveError


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("box", FROM_LINE + ONE),
        ("box", b"\xef\xbb\xbf\n" + FROM_LINE + ONE),
        ("1", ONE),
        ("1.eml", b"\n\n" + ONE),
        ("1.eml", b"\xef\xbb\xbf" + ONE),
        ("1.eml", b"Subject: one header is enough\n"),
        ("1.emlx", b"%-10d\n" % len(ONE) + ONE + b"<plist/>"),
        ("1.eml.gz", gzip.compress(ONE, mtime=0)),
        ("1.emlx.gz", gzip.compress(b"%d\n" % len(ONE) + ONE + b"<plist/>", mtime=0)),
        ("box.gz", gzip.compress(FROM_LINE + ONE, mtime=0)),
        ("box.txt", b"From jo@post.example\n" + ONE),
        ("box.txt", b"From - Mon Jan  2 10:00:00 2023\n" + ONE),
    ],
)
def test_mail_is_known_by_what_it_begins_with(
    name: str, stored: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(stored)
    (found,) = contents(path)
    assert found.startswith(b"Subject: one") or found == ONE


def test_a_mailbox_is_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "Inbox.mbox").write_bytes(FROM_LINE + ONE)
    assert open_mailbox(tmp_path / "Inbox.mbox").label == "Inbox.mbox"
    assert open_mailbox(tmp_path).label == tmp_path.name
    (item,) = read(tmp_path)
    assert isinstance(item, RawMessage)
    assert item.place == "Inbox.mbox, message 1"


def test_the_folder_one_stands_in_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.eml").write_bytes(ONE)
    monkeypatch.chdir(tmp_path)
    assert open_mailbox(Path()).label == tmp_path.name
    assert len(read(Path())) == 1
