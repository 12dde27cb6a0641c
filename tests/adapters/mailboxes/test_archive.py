import copy
import gzip
import stat
import zipfile
from pathlib import Path

import pytest

from onward.adapters.mailboxes import open_mailbox
from onward.adapters.mailboxes.problems import HugeArchiveError
from tests.adapters.mailboxes.made import (
    FROM_LINE,
    as_zip,
    contents,
    message,
    reasons,
)

ONE, TWO = message(1), message(2)
LOCKED = 0x1


def test_entries_of_a_zip_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.eml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../1.eml", "/2.eml", "C:\\3.eml", "a/../../4.eml"):
            archive.writestr(zipfile.ZipInfo(name), ONE)
        archive.writestr(link, "/etc/passwd")
        archive.writestr("5.eml", ONE, zipfile.ZIP_LZMA)
        archive.writestr("locked.eml", ONE)
        archive.getinfo("locked.eml").flag_bits |= LOCKED
        archive.writestr("6.eml", TWO)
        archive.writestr("__MACOSX/._6.eml", b"\0\5\x16\7")
    assert contents(path) == [TWO]
    assert [reason.split(",")[0].rstrip(".") for reason in reasons(path)] == [
        *["This entry's name leads out of the archive"] * 4,
        "This entry is a link",
        "This entry is compressed in a way Onward does not read",
        "This entry is locked with a password",
    ]


def test_a_zip_inside_a_zip_is_told_and_not_opened(tmp_path: Path) -> None:
    inner = as_zip(tmp_path / "inner.zip", {"1.eml": ONE}).read_bytes()
    packed = gzip.compress(FROM_LINE + ONE, mtime=0)
    path = as_zip(
        tmp_path / "all.zip",
        {"inner.zip": inner, "box.mbox.gz": packed, "a.docx": inner, "2.eml": TWO},
    )
    assert contents(path) == [TWO]
    assert reasons(path) == ["This file is packed once more. Unpack it first."] * 2


def test_a_damaged_entry_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "all.zip", {"1.eml": ONE, "2.eml": TWO})
    stored = bytearray(path.read_bytes())
    stored[60:64] = b"\xff\xff\xff\xff"
    path.write_bytes(stored)
    assert contents(path) == [TWO]
    assert len(reasons(path)) == 1


def test_an_entry_whose_beginning_is_damaged_is_told(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "all.zip", {"1.eml": ONE, "2.eml": TWO})
    first, second, rest = path.read_bytes().split(b"PK\3\4")[0:3]
    path.write_bytes(first + b"PK\3\4" + second + b"XX\3\4" + rest)
    assert contents(path) == [ONE]
    assert len(reasons(path)) == 1


def test_a_bomb_in_a_zip_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = as_zip(
        tmp_path / "all.zip",
        {"bomb.mbox": FROM_LINE + ONE + bytes(30_000_000), "2.eml": TWO},
    )
    assert contents(path) == [TWO]
    assert "far more than mail" in reasons(path)[0]


def test_a_zip_that_names_the_same_bytes_again_and_again_is_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.mbox", FROM_LINE + ONE + b"words " * 1_500_000)
        first = archive.infolist()[0]
        for number in range(1, 200):
            again = copy.copy(first)
            again.filename = again.orig_filename = f"{number}.mbox"
            archive.filelist.append(again)
        archive._didModify = True  # type: ignore[attr-defined]
    with pytest.raises(HugeArchiveError):
        open_mailbox(path)
