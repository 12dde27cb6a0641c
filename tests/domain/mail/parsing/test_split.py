import mmap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onward.domain.mail.parsing.split import (
    Letter,
    in_one_form,
    letters_in,
    split,
    starts_mbox,
    unquoted,
)

LINE = b"From jo@post.example Mon Jan  2 10:00:00 2023\n"
ONE = b"From: jo@post.example\nSubject: one\n\nHello.\n"
TWO = b"Subject: two\n\nHello again.\n"


def found(stored: bytes) -> list[bytes]:
    """Return the content of each message."""
    return [stored[start:end] for start, end in split(stored)]


def test_messages_are_found_between_from_lines() -> None:
    assert found(LINE + ONE + b"\n" + LINE + TWO) == [ONE + b"\n", TWO]


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        b"From - Mon Jan  2 10:00:00 2023\n",
        b"From MAILER-DAEMON Mon Jan 02 10:00:00 2023\n",
        b"From 1790000000000000001@xxx Mon Jan 02 10:00:00 +0000 2023\n",
        b'From "odd name"@post.example Mon, 2 Jan 2023 10:00:00 +0000\n',
        b"From jo@post.example\n",
        b"From jo@post.example 2023-01-02 10:00:00\n",
        b"From - \n",
        LINE.replace(b"\n", b"\r\n"),
    ],
)
def test_the_from_lines_of_many_programs_part_messages(line: bytes) -> None:
    stored = line + ONE + line + TWO
    assert found(stored) == [ONE, TWO]
    assert starts_mbox(stored)


@pytest.mark.parametrize(
    "said",
    [
        b"From here it is ten minutes.\n",
        b"From 10:30 to 11:00\nLocation: the small room\n",
        b"From 10:30 to 11:00\nTo: the office\n",
        b"From Mon Jan to Wed Feb\nNote: we are closed\n",
        b"From jo@post.example we heard\nthat all is well.\n",
        b"From jo@post.example\nRoom: 5\n",
        b"From me Mon Jan  2 10:00:00 2023\nno header follows\n",
    ],
)
def test_what_a_letter_says_parts_nothing(said: bytes) -> None:
    stored = LINE + ONE + b"\n" + said
    assert len(found(stored)) == 1
    assert not starts_mbox(said)


def test_rubbish_before_the_first_message_is_told_apart() -> None:
    first, second = letters_in([(0, b"rubbish\n" + LINE + ONE)], most=100)
    assert first == Letter(0, 8, b"rubbish\n", is_junk=True)
    assert second.content == ONE
    assert found(b"rubbish\n" + LINE + ONE) == [ONE]


def test_space_before_the_first_message_is_nothing() -> None:
    assert found(b"\n \r\n" + LINE + ONE) == [ONE]
    assert found(b"\n\n") == []
    assert found(b"") == []


def test_a_message_whose_headers_never_came_is_none() -> None:
    assert found(LINE + ONE + b"\n" + LINE) == [ONE + b"\n"]


def test_only_the_bytes_asked_for_are_kept() -> None:
    (letter,) = letters_in([(0, LINE + ONE + b"x" * 1_000)], most=50)
    assert letter.content == (ONE + b"x" * 1_000)[:50]
    assert letter.end == len(LINE + ONE) + 1_000


def test_a_hole_counts_as_zeros() -> None:
    hole = 10_000
    windows = [(0, LINE + ONE), (len(LINE + ONE) + hole, b"\n" + LINE + TWO)]
    first, second = letters_in(windows, most=500)
    assert first.content == (ONE + bytes(hole))[:500]
    assert second.content == TWO


def test_a_mapped_file_is_split_like_bytes(tmp_path: Path) -> None:
    path = tmp_path / "box"
    path.write_bytes((LINE + ONE + b"x" * 700_000 + b"\n") * 4)
    with (
        path.open("rb") as stream,
        mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
    ):
        assert list(split(mapped)) == list(split(path.read_bytes()))


def test_splitting_can_begin_at_any_message() -> None:
    stored = (LINE + ONE + b"\n") * 3
    starts = [start for start, _ in split(stored)]
    begin = starts[1] - len(LINE)
    assert [start for start, _ in split(stored, begin)] == starts[1:]


PIECES = st.lists(
    st.sampled_from(
        (
            *(LINE, ONE, TWO, b"\n", b"\r\n", b"From ", b"From jo@post.example\n"),
            *(b"A: b\n", b"\0", b"x" * 3_000, b"From " + b"y" * 1_200 + b"\n"),
            *(b">From jo\n", b"no header\n"),
        )
    ),
    max_size=14,
).map(b"".join)


@given(stored=PIECES, sizes=st.lists(st.integers(100, 5_000), min_size=1, max_size=5))
@example(stored=LINE + LINE + ONE + b"x" * 3_000, sizes=[2_445])
def test_windows_of_any_size_give_the_same_messages(
    stored: bytes, sizes: list[int]
) -> None:
    windows: list[tuple[int, bytes]] = []
    place = 0
    while place < len(stored):
        size = sizes[len(windows) % len(sizes)]
        windows.append((place, stored[place : place + size]))
        place += size
    assert list(letters_in(windows, 9_999)) == list(letters_in([(0, stored)], 9_999))


@given(stored=PIECES)
def test_every_byte_belongs_to_one_message_or_to_a_from_line(stored: bytes) -> None:
    letters = list(letters_in([(0, LINE + ONE + stored)], 10**6))
    edges = [edge for letter in letters for edge in (letter.start, letter.end)]
    assert edges == sorted(edges)
    between = [
        (LINE + ONE + stored)[first.end : second.start]
        for first, second in pairwise(letters)
    ]
    assert all(line.startswith(b"From ") for line in between)


def test_quoted_from_lines_are_written_as_they_were() -> None:
    assert (
        unquoted(b">From a\n>>From b\nx >From c\n") == b"From a\n>From b\nx >From c\n"
    )


@pytest.mark.parametrize(
    ("stored", "form"),
    [
        (b"a\r\nb\r\n", b"a\nb\n"),
        (b"a\nb", b"a\nb\n"),
        (b"\n\na\n\n\n", b"a\n"),
        (b"a\rb\n", b"a\rb\n"),
        (b"", b"\n"),
    ],
)
def test_a_message_has_one_form(stored: bytes, form: bytes) -> None:
    assert in_one_form(stored) == form
    assert in_one_form(form) == form
