import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from onward.adapters.mailboxes import open_mailbox
from onward.ports.mailbox import RawMessage, Unreadable
from tests.adapters.mailboxes.made import (
    FROM_LINE,
    as_maildir,
    as_mbox,
    as_zip,
    contents,
    message,
    read,
    reasons,
)

ONE, TWO = message(1), message(2)


def test_a_cut_off_mbox_gives_what_there_is_and_says_so(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "box.mbox", [ONE, TWO])
    path.write_bytes(path.read_bytes()[:-20])
    first, second, told = read(path)
    assert isinstance(first, RawMessage)
    assert isinstance(second, RawMessage)
    assert TWO.startswith(second.content.rstrip(b"\n"))
    assert isinstance(told, Unreadable)
    assert "may be cut off" in told.reason


def test_an_mbox_cut_off_within_its_last_from_line_gives_the_rest(
    tmp_path: Path,
) -> None:
    path = tmp_path / "box.mbox"
    path.write_bytes(FROM_LINE + ONE + b"\n" + FROM_LINE[:-1])
    assert contents(path) == [ONE]
    assert len(reasons(path)) == 1


def test_what_stands_before_the_first_message_is_told_and_kept(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "box.mbox", [ONE, TWO])
    path.write_bytes(b"not of this mailbox\n" + path.read_bytes())
    first, *rest = read(path)
    assert isinstance(first, Unreadable)
    assert first.raw == b"not of this mailbox\n"
    assert [item.content for item in rest if isinstance(item, RawMessage)] == [ONE, TWO]


def test_a_file_named_as_mail_without_mail_is_told_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "2.eml").write_bytes(ONE)
    assert contents(tmp_path) == [ONE]
    assert len(reasons(tmp_path)) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 of Outlook",
        b"PK\x03\x04 that is no zip",
        gzip.compress(b"no mail", mtime=0),
        b"Rar!\x1a\x07",
    ],
)
def test_whatever_is_named_as_mail_is_told_where_it_cannot_be_read(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "1.eml").write_bytes(content)
    (tmp_path / "2.eml").write_bytes(ONE)
    assert contents(tmp_path) == [ONE]
    assert len(reasons(tmp_path)) == 1


def test_the_beginning_of_what_is_not_understood_is_kept(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(b"nothing like mail")
    (tmp_path / "2.eml").write_bytes(ONE)
    told = [item for item in read(tmp_path) if isinstance(item, Unreadable)]
    assert [item.raw for item in told] == [b"nothing like mail"]


def test_a_message_whose_first_lines_are_damaged_is_read(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(b"=?\0 jo\nxx\n" + ONE)
    assert contents(tmp_path) == [b"=?\0 jo\nxx\n" + ONE]


def test_files_of_other_programs_are_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "box").write_bytes(FROM_LINE + ONE)
    (tmp_path / "box.msf").write_bytes(b"// <!-- <mdb:mork:z v='1.4'/> -->\n")
    (tmp_path / "Drafts").write_bytes(b"")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    (tmp_path / "notes.txt").write_bytes(b"Buy milk: two pints\n")
    (tmp_path / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(200))
    as_zip(tmp_path / "letter.docx", {"word/document.xml": b"<w/>", "a.eml": ONE})
    (tmp_path / "photo.jpg.gz").write_bytes(gzip.compress(b"\xff\xd8\xff\xe0", mtime=0))
    (tmp_path / "backup.tar.gz").write_bytes(gzip.compress(bytes(512)))
    (tmp_path / ".hidden.eml").write_bytes(ONE)
    os.mkfifo(tmp_path / "pipe.eml")
    assert [type(item) for item in read(tmp_path)] == [RawMessage]


def test_mail_in_the_format_of_outlook_is_told_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(ONE)
    (tmp_path / "archive.pst").write_bytes(b"!BDN" + bytes(200))
    assert contents(tmp_path) == [ONE]
    assert "Outlook" in reasons(tmp_path)[0]


def test_a_link_out_of_the_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.eml").write_bytes(TWO)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "1.eml").write_bytes(ONE)
    (folder / "out.eml").symlink_to(tmp_path / "secret.eml")
    (folder / "up").symlink_to(tmp_path)
    (folder / "itself").symlink_to(folder / "itself")
    assert contents(folder) == [ONE]
    assert len(reasons(folder)) == 3


def test_a_link_out_of_a_maildir_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(TWO)
    path = as_maildir(tmp_path / "maildir", [ONE])
    (path / "cur" / "2.host:2,S").symlink_to(tmp_path / "secret")
    assert contents(path) == [ONE]
    assert len(reasons(path)) == 1


def test_a_link_within_the_folder_gives_its_mail_once(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(ONE)
    (tmp_path / "2.eml").symlink_to(tmp_path / "1.eml")
    (tmp_path / "again").symlink_to(tmp_path)
    assert [type(item) for item in read(tmp_path)] == [RawMessage]


def test_folders_too_deep_to_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(ONE)
    deep = tmp_path.joinpath(*["d"] * 70)
    deep.mkdir(parents=True)
    (deep / "2.eml").write_bytes(TWO)
    assert contents(tmp_path) == [ONE]
    assert "too deep" in reasons(tmp_path)[0]


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """Return a folder that every user of the machine may enter."""
    before = os.umask(0o022)  # a command that ran here before may have narrowed it
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
    os.umask(before)


# Root may read everything, so it steps down once all modules are loaded.
AS_NOBODY = """
import os, sys
from pathlib import Path
from onward.adapters.mailboxes import open_mailbox
from onward.domain.errors import OnwardError
if os.geteuid() == 0:
    os.setgroups([])
    os.setegid(65534)
    os.seteuid(65534)
try:
    for item in open_mailbox(Path(sys.argv[1])).messages():
        print(item.place, getattr(item, "reason", "read"), sep=": ")
except OnwardError as problem:
    print(problem)
"""


def told_without_rights(path: Path) -> list[str]:
    """Return what a process says of a mailbox that does not have root's rights."""
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_what_may_not_be_read_is_told_and_the_rest_goes_on(open_to_all: Path) -> None:
    folder = open_to_all / "post"
    (folder / "shut").mkdir(parents=True)
    for number, name in enumerate(("1.eml", "2.eml", "shut/3.eml", "4.eml")):
        (folder / name).write_bytes(message(number))
    (folder / "2.eml").chmod(0)
    (folder / "shut").chmod(0)
    assert told_without_rights(folder) == [
        "1.eml: read",
        "2.eml: Onward may not read this file.",
        "4.eml: read",
        "shut: Onward may not read this folder.",
    ]


def test_a_maildir_that_may_not_be_read_is_told(open_to_all: Path) -> None:
    path = as_maildir(open_to_all / "maildir", [ONE, TWO])
    (path / "new").chmod(0)
    told = told_without_rights(path)
    assert told[1:] == ["new: Onward may not read this folder."]


@pytest.mark.parametrize("name", ["box.mbox", "folder", "1.eml"])
def test_a_place_that_may_not_be_read_is_told(name: str, open_to_all: Path) -> None:
    path = open_to_all / name
    path.mkdir() if name == "folder" else path.write_bytes(ONE)
    path.chmod(0)
    (told,) = told_without_rights(path)
    assert told.startswith("Onward may not read this place.")


def test_a_disk_that_fails_in_the_middle_can_be_tried_again(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "box.mbox", [ONE, TWO])
    mailbox = open_mailbox(path)
    reading = mailbox.messages()
    position = next(reading).position
    path.unlink()
    path.mkdir()
    (told,) = mailbox.messages(position)
    assert isinstance(told, Unreadable)
    assert told.position == position


def test_a_folder_that_goes_away_is_told(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    (path / "1.eml").write_bytes(ONE)
    mailbox = open_mailbox(path)
    shutil.rmtree(path)
    assert [item.reason for item in mailbox.messages() if isinstance(item, Unreadable)]


def test_a_message_file_that_goes_away_is_told(tmp_path: Path) -> None:
    path = tmp_path / "1.eml"
    path.write_bytes(ONE)
    mailbox = open_mailbox(path)
    path.unlink()
    (told,) = mailbox.messages()
    assert isinstance(told, Unreadable)
