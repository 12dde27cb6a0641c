from pathlib import Path

import pytest

from onward.adapters.mailboxes.labels import label_of, unshifted
from onward.domain.mail.parsing.parse import parse
from onward.ports.mailbox import RawMessage
from tests.adapters.mailboxes.made import (
    FROM_LINE,
    as_apple_folder,
    as_maildir,
    as_mbox,
    as_zip,
    message,
    read,
)

ONE = message(1)


def labels(path: Path) -> list[tuple[str, ...]]:
    """Return the labels of each message."""
    return [item.labels for item in read(path) if isinstance(item, RawMessage)]


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["Sent.mbox"], ("Sent",)),
        (["Inbox.sbd", "Jobs"], ("Inbox/Jobs",)),
        (["Maildir", ".Sent.2026"], ("Sent/2026",)),
        (["Maildir"], ()),
        (["Takeout", "Mail", "All mail.mbox"], ("All mail",)),
        (["Sent.mbox.gz"], ("Sent",)),
        ([".Entw&APw-rfe"], ("Entwürfe",)),
        (["Post", "a\nb"], ("Post/a b",)),
        ([], ()),
    ],
)
def test_a_path_becomes_the_label_a_person_knows(
    names: list[str], label: tuple[str, ...]
) -> None:
    assert label_of(names) == label


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("Envoy&AOk-s", "Envoyés"),
        ("R&-D", "R&D"),
        ("&U,BTFw-", "台北"),
        ("&AA", "&AA"),
        ("&A-", "&A-"),
        ("&2AA-", "&2AA-"),
    ],
)
def test_names_of_mail_servers_are_read(spelled: str, meant: str) -> None:
    assert unshifted(spelled) == meant


def test_folders_of_thunderbird_are_labels(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    inside = profile / "Mail" / "Local Folders" / "Jobs.sbd"
    inside.mkdir(parents=True)
    as_mbox(profile / "Mail" / "Local Folders" / "Sent", [ONE])
    as_mbox(inside / "Answers", [ONE])
    (inside / "Answers.msf").write_bytes(b"// <!-- <mdb:mork:z v='1.4'/> -->\n")
    (profile / "prefs.js").write_bytes(b'user_pref("mail: a", "b: c");\n')
    assert labels(profile) == [("profile/Jobs/Answers",), ("profile/Sent",)]


def test_folders_of_apple_mail_are_labels(tmp_path: Path) -> None:
    assert labels(as_apple_folder(tmp_path / "Mail", [ONE])) == [("Inbox",)]


def test_a_mailbox_exported_by_apple_mail_is_one_label(tmp_path: Path) -> None:
    exported = tmp_path / "Sent Messages.mbox"
    exported.mkdir()
    as_mbox(exported / "mbox", [ONE])
    (exported / "table_of_contents").write_bytes(bytes(40))
    assert labels(exported) == [("Sent Messages",)]


def test_subfolders_of_a_maildir_are_labels(tmp_path: Path) -> None:
    path = as_maildir(tmp_path / "Maildir", [ONE])
    as_maildir(path / ".Sent", [ONE])
    as_maildir(path / ".Sent.2026", [ONE])
    (path / "dovecot.index.log").write_bytes(bytes(40))
    (path / ".Junk").mkdir()
    (path / "tmp" / "1.half").write_bytes(ONE)
    assert labels(path) == [("Sent",), ("Sent/2026",), ()]


def test_one_subfolder_of_a_maildir_is_its_label(tmp_path: Path) -> None:
    assert labels(as_maildir(tmp_path / ".Sent", [ONE])) == [("Sent",)]


def test_folders_in_a_zip_are_labels(tmp_path: Path) -> None:
    path = as_zip(
        tmp_path / "export.zip",
        {"Takeout/Mail/Sent.mbox": FROM_LINE + ONE, "Jobs/1.eml": ONE, "2.eml": ONE},
    )
    assert labels(path) == [("Sent",), ("Jobs",), ()]


def test_labels_and_threads_of_google_takeout_are_read(tmp_path: Path) -> None:
    sent = (
        b"X-GM-THRID: 1790000000000000001\r\n"
        b'X-Gmail-Labels: Sent,"Jobs, 2026",=?utf-8?Q?Entw=C3=BCrfe?=\r\n'
    ) + ONE.replace(b"\n", b"\r\n")
    path = tmp_path / "All mail Including Spam and Trash.mbox"
    path.write_bytes(
        b"From 1790000000000000001@xxx Mon Jan 02 10:00:00 +0000 2023\r\n" + sent
    )
    (item,) = read(path)
    assert isinstance(item, RawMessage)
    parsed = parse(item.content)
    assert parsed.provider_thread == "1790000000000000001"
    assert parsed.labels == ("Sent", "Jobs, 2026", "Entwürfe")
