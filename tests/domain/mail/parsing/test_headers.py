import pytest

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.headers import Headers, headers_of


def headers(content: bytes) -> Headers:
    """Return the headers of a whole message."""
    return headers_of(content, 0, len(content))


def body(content: bytes) -> bytes:
    """Return what follows the headers."""
    return content[headers(content).body_start :]


def test_headers_end_at_the_blank_line() -> None:
    found = headers(b"From: a\nSubject: b\n\nSubject: not this\n")
    assert found.first(b"subject") == b" b"
    assert body(b"From: a\n\nwords\n") == b"words\n"


def test_names_are_read_whatever_their_case_and_space() -> None:
    assert headers(b"SUBJECT \t: a\n\n").first(b"subject") == b" a"


def test_folded_lines_belong_to_their_header() -> None:
    assert headers(b"Subject: a\n b\n\tc\nTo: d\n\n").first(b"subject") == (
        b" a\n b\n\tc"
    )


def test_a_header_that_comes_again_is_kept_beside_the_first() -> None:
    assert headers(b"To: a\nTo: b\n\n").fields[b"to"] == [b" a", b" b"]


def test_what_nobody_asks_for_is_not_kept() -> None:
    assert headers(b"X-Spam-Level: 3\nReceived: by a\nTo: b\n\n").fields == {
        b"to": [b" b"]
    }


def test_without_headers_all_is_body() -> None:
    assert body(b"\nwords\n") == b"words\n"
    assert body(b"just words\nand more\n") == b"just words\nand more\n"


def test_the_line_of_an_mbox_is_stepped_over() -> None:
    assert headers(b">From jo Mon Jan 2\nTo: a\n\n").first(b"to") == b" a"


def test_rubbish_between_two_headers_is_stepped_over() -> None:
    assert headers(b"To: a\nrubbish\nSubject: b\n\n").first(b"subject") == b" b"


def test_words_after_the_last_header_are_body_though_no_line_is_blank() -> None:
    assert body(b"Subject: a\nHello Sam,\nhere it is\n\nBye\n") == (
        b"Hello Sam,\nhere it is\n\nBye\n"
    )


def test_headers_without_any_body_have_an_empty_one() -> None:
    assert body(b"From: a\nSubject: b\n") == b""


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: " + b"a" * (caps.HEADER + 1) + b"\n\nwords\n",
        b"To: a\n" + b"X-Note: b\n" * caps.HEADERS + b"\nwords\n",
        b"To: a\nX: " + b"b\n " * caps.HEADER_BLOCK + b"\n\nwords\n",
        b"To: a\n" + (b"rubbish" * 9 + b"\n") * caps.HEADER_BLOCK + b"\nwords\n",
    ],
)
def test_too_much_is_cut_and_told_and_the_body_is_still_found(content: bytes) -> None:
    assert headers(content).faults == {Fault.HEADERS_TOO_LARGE}
    assert body(content) == b"words\n"


def test_a_long_header_nobody_asks_for_is_no_fault() -> None:
    content = b"X-Report: " + b"a" * (caps.HEADER + 1) + b"\n\nwords\n"
    assert headers(content).faults == set()
