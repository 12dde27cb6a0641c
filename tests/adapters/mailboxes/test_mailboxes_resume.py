import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.adapters.mailboxes import open_mailbox
from onward.ports.mailbox import RawMessage, Unreadable
from tests.adapters.mailboxes.made import (
    FROM_LINE,
    KINDS,
    as_maildir,
    as_mbox,
    as_zip,
    contents,
    message,
    read,
)

MAIL = [message(number) for number in range(9)]


def broken_folder(path: Path) -> Path:
    """Return a folder in which much cannot be read, and some can."""
    path.mkdir()
    (path / "1.eml").write_bytes(message(1))
    (path / "2 named.eml").write_bytes(b"\0\1\2 nothing of mail")
    (path / "3 empty.eml").write_bytes(b"")
    (path / "4 cut off.mbox").write_bytes(
        b"rubbish\n" + FROM_LINE + message(2) + b"\n" + FROM_LINE + message(3)[:-3]
    )
    (path / "5 broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (path / "6 leads out").symlink_to("/")
    mixed = as_zip(
        path / "7 mixed.zip", {"../out.eml": message(4), "in.eml": message(5)}
    )
    with zipfile.ZipFile(mixed, "a") as archive:
        archive.writestr("2.eml", message(6))
    (path / "8.mbox.gz").write_bytes(
        KINDS["box.mbox.gz"](path / "x", MAIL).read_bytes()[:-20]
    )
    (path / "x").unlink()
    (path / "9 last").write_bytes(message(7))
    return path


def resumed_at_each_place(path: Path) -> None:
    """Assert that reading stopped after any item goes on with the next one."""
    found = read(path)
    for place, item in enumerate(found):
        assert read(path, item.position) == found[place + 1 :], place


@pytest.mark.parametrize("kind", KINDS)
def test_reading_goes_on_after_any_position(kind: str, tmp_path: Path) -> None:
    resumed_at_each_place(KINDS[kind](tmp_path / kind, MAIL))


def test_reading_goes_on_between_things_that_cannot_be_read(tmp_path: Path) -> None:
    path = broken_folder(tmp_path / "broken")
    found = read(path)
    assert sum(isinstance(item, Unreadable) for item in found) == 8
    resumed_at_each_place(path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_position_that_is_none_of_ours_means_the_start(
    kind: str, tmp_path: Path
) -> None:
    path = KINDS[kind](tmp_path / kind, MAIL)
    odd = ("x", "9999999:1", "[]", '[["a"], 3]', "1/2/3", "\u0661:\u0662", "{", "\0")
    endless = ("9" * 5_000, "9" * 5_000 + ":1", "9" * 5_000 + "/1", "[" * 100_000)
    for position in (*odd, *endless):
        assert read(path, position) == read(path)


SAID = st.sampled_from((b"From me\n", b"\n", b"a: b\n", b"From x@y\nTo: z\n", b"ok\n"))
PIECES = st.lists(
    st.sampled_from((FROM_LINE + b"A: 1\n\n", b"\r\n", b"\0", b"\n" + FROM_LINE))
    | SAID,
    max_size=12,
).map(b"".join)


@given(stored=PIECES)
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_mbox_goes_on_after_any_position(
    stored: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.mbox"
    path.write_bytes(FROM_LINE + b"From: a\n\n" + stored)
    resumed_at_each_place(path)


def test_mail_added_to_an_mbox_is_all_that_is_left(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "box", MAIL[:3])
    last = read(path)[-1].position
    as_mbox(path, MAIL[:5])
    added = [item for item in read(path, last) if isinstance(item, RawMessage)]
    assert [item.content for item in added] == MAIL[3:5]
    assert added[0].place == "box, message 4"


def test_a_rewritten_mbox_is_read_from_the_start(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "box", MAIL[:3])
    last = read(path)[-2].position
    as_mbox(path, [message(20, "longer than before"), *MAIL])
    assert read(path, last) == read(path)


def test_a_shortened_mbox_is_read_from_the_start(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "box", MAIL)
    last = read(path)[-1].position
    as_mbox(path, MAIL[:2])
    assert read(path, last) == read(path)


@pytest.mark.parametrize("kind", ["folder", "maildir", "messages.zip", "box.mbox.gz"])
def test_what_changed_in_the_middle_is_read_from_the_start(
    kind: str, tmp_path: Path
) -> None:
    path = KINDS[kind](tmp_path / kind, MAIL[:4])
    last = read(path)[-1].position
    changed = KINDS[kind](tmp_path / f"2-{kind}", [message(30), *MAIL[:4]])
    path.rename(tmp_path / "old")
    changed.rename(path)
    assert len(read(path, last)) == 5


def test_a_maildir_goes_on_though_messages_were_read_meanwhile(tmp_path: Path) -> None:
    path = as_maildir(tmp_path / "maildir", MAIL)
    found = read(path)
    for stored in list((path / "new").iterdir()):
        stored.rename(path / "cur" / f"{stored.name}:2,RS")
    left = read(path, found[3].position)
    assert [item.content for item in left if isinstance(item, RawMessage)] == [
        item.content for item in found[4:] if isinstance(item, RawMessage)
    ]


def test_one_name_in_new_and_in_read_is_two_messages(tmp_path: Path) -> None:
    path = as_maildir(tmp_path / "maildir", [])
    (path / "cur" / "1.host:2,S").write_bytes(message(1))
    (path / "new" / "1.host").write_bytes(message(2))
    assert contents(path) == [message(1), message(2)]
    resumed_at_each_place(path)


def test_a_file_name_that_is_no_text_can_be_a_position(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in (b"\xff\xfe.eml", b"a\nb.eml", b"plain.eml"):
        (folder / os.fsdecode(name)).write_bytes(message())
    resumed_at_each_place(folder)
    assert all(item.position.isascii() for item in open_mailbox(folder).messages())
    assert all(item.place.isprintable() for item in open_mailbox(folder).messages())


def test_a_message_that_is_read_while_it_is_imported_is_found(tmp_path: Path) -> None:
    path = as_maildir(tmp_path / "maildir", MAIL)
    reading = open_mailbox(path).messages()
    found = [next(reading)]
    for stored in list((path / "new").iterdir()):
        stored.rename(path / "cur" / f"{stored.name}:2,S")
    found += reading
    assert [item.content for item in found if isinstance(item, RawMessage)] == MAIL
