import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.parsing.one_line import (
    bytes_of_base64,
    header_text,
    on_one_line,
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b" Hello  there ", "Hello there"),
        (b"a\n b\n\tc", "a b c"),
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("latin-1"), "Grüße"),
        (b"=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        (b"=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"),
        (b"=?UTF-8?B?R3LDvMOfZQ?=", "Grüße"),
        (b"=?iso-8859-1*de?Q?Gr=FC=DFe?=", "Grüße"),
        (b"=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
        (b"=?utf-8?Q?a?=\n =?utf-8?Q?b?=", "ab"),
        (b"=?utf-8?Q?a?= and =?utf-8?Q?b?=", "a and b"),
        (b"=?utf-8?Q?a_b?= c", "a b c"),
        (b"=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=", "ü"),
        (b"=?utf-8?Q?a b?=", "a b"),
        (b"=?nonsense?Q?a?=", "a"),
        (b"=?utf-8?X?a?=", "=?utf-8?X?a?="),
        (b"=?utf-8?Q?never closed", "=?utf-8?Q?never closed"),
        (b"=?gb2312?B?xOO6ww==?=", "你好"),
        (b"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        (b"", ""),
    ],
)
def test_headers_are_decoded(raw: bytes, text: str) -> None:
    assert header_text(raw, 200) == text


@pytest.mark.parametrize(
    "hostile",
    [
        b"=?utf-8?Q?x=0D=0ABcc=3A_evil=40post.example?=",
        b"=?utf-8?B?eA0KQmNjOiBldmls?=",
        b"x\r\nBcc: evil",
        b"x\x00\x0b\x0c\x1b[2J",
        "x\u2028Bcc: evil\u2029\u0085".encode(),
    ],
)
def test_no_header_can_start_another(hostile: bytes) -> None:
    text = header_text(hostile, 200)
    assert text.startswith("x")
    assert len(text.splitlines()) == 1
    assert text.isprintable()


def test_marks_that_turn_text_round_are_taken_out() -> None:
    assert header_text("invoice\u202efdp.exe\u202c".encode(), 99) == "invoicefdp.exe"


def test_a_long_header_is_cut() -> None:
    assert header_text(b"ab " * 500, 10) == "ab ab ab a"


@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
def test_whatever_the_bytes_are_the_text_is_one_line(raw: bytes) -> None:
    text = header_text(raw, 100)
    assert len(text) <= 100
    assert text == on_one_line(text)
    assert len(text.splitlines()) <= 1
    text.encode("utf-8")


@given(st.text(max_size=80))
def test_one_line_stays_as_it_is(text: str) -> None:
    once = on_one_line(text)
    assert on_one_line(once) == once
    assert once == once.strip()


def test_a_header_full_of_unfinished_words_is_read_in_one_pass() -> None:
    assert header_text(b"=?utf-8?Q?a" * 6_000, 20).startswith("=?utf-8?Q?a")
    assert header_text(b"=?" * 30_000, 20) == "=?" * 10


@pytest.mark.parametrize(
    ("coded", "found"),
    [
        (b"aGVsbG8=", (b"hello", True)),
        (b"aGVs\r\nbG8=\r\n", (b"hello", True)),
        (b"aGVsbG8", (b"hello", False)),
        (b"aGVsbG", (b"hell", False)),
        (b"a", (b"", False)),
        (b"aGVs*bG8", (b"hello", False)),
        (b"", (b"", True)),
    ],
)
def test_what_can_be_read_of_base64_is_read(
    coded: bytes, found: tuple[bytes, bool]
) -> None:
    assert bytes_of_base64(coded) == found
