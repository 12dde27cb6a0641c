"""Where the messages of an mbox stand is told without reading them."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onward.adapters.mailboxes.mbox import MboxFile
from onward.ports.mailbox import MovedError
from tests.adapters.mailboxes.made import FROM_LINE, as_mbox, message

LINES = st.sampled_from(
    [
        *(FROM_LINE, b"From 10 to 11 we talk.\n", b">From here\n", b"\n", b"words\n"),
        *(b"Subject: hello\n", b"From: a@b.example\n", b"\r\n", b"\xef\xbb\xbf"),
    ]
)


def _both(box: MboxFile, after: str = "") -> None:
    """Assert that what stands at the places is what is read."""
    items = list(box.messages(after))
    outlines = list(box.outlines(after))
    assert [o.position for o in outlines] == [i.position for i in items]
    assert [o.bytes_done for o in outlines] == [i.bytes_done for i in items]
    if outlines:
        assert box.standing_at(outlines) == items
        assert box.standing_at(outlines[-1:]) == items[-1:]


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lines=st.lists(LINES, max_size=25), cut=st.integers(0, 8))
@example(lines=[b"rubbish\n", FROM_LINE, b"Subject: a\n", b"\n", b"b"], cut=0)
def test_what_stands_at_its_places_is_what_is_read(
    lines: list[bytes], cut: int, tmp_path: Path
) -> None:
    path = tmp_path / "mail.mbox"
    whole = b"".join(lines)
    path.write_bytes(whole[: len(whole) - cut] if cut else whole)
    box = MboxFile(path)
    _both(box)
    for item in box.messages():
        _both(box, item.position)


def test_a_hole_in_a_file_reads_the_same(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "mail.mbox", [message(1), message(2)])
    with path.open("ab") as stream:
        stream.truncate(path.stat().st_size + 3_000_000)
        stream.seek(0, os.SEEK_END)
        stream.write(b"\n" + FROM_LINE + message(3))
    _both(MboxFile(path))


def test_of_a_mailbox_written_anew_nothing_wrong_is_read(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "mail.mbox", [message(1), message(2), message(3)])
    box = MboxFile(path)
    outlines = list(box.outlines())
    as_mbox(path, [message(3), message(1, "longer than it was"), message(2)])
    with pytest.raises(MovedError):
        box.standing_at(outlines[:2])


def test_of_a_mailbox_that_grew_all_is_where_it_was(tmp_path: Path) -> None:
    path = as_mbox(tmp_path / "mail.mbox", [message(1), message(2)])
    box = MboxFile(path)
    outlines, items = list(box.outlines()), list(box.messages())
    with path.open("ab") as stream:
        stream.write(FROM_LINE + message(3) + b"\n")
    assert box.standing_at(outlines) == items
