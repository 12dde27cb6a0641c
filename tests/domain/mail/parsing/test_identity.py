import pytest

from onward.domain.mail.parsing.identity import digest_of

LETTER = (
    b"From: jo@post.example\nSubject: one\nX-Note: two\n lines\n\n"
    b"Status: what a letter says stays\n"
)


def with_header(header: bytes, at: int = 0) -> bytes:
    """Return the letter with one more header."""
    lines = LETTER.split(b"\n")
    return b"\n".join([*lines[:at], header, *lines[at:]])


def test_a_message_is_known_by_its_bytes() -> None:
    assert digest_of(LETTER) == digest_of(bytes(bytearray(LETTER)))
    assert digest_of(LETTER) != digest_of(LETTER + b"more")
    assert digest_of(LETTER) != digest_of(with_header(b"X-Other: 1"))
    assert len(digest_of(LETTER)) == 16


@pytest.mark.parametrize("at", [0, 1, 4])
@pytest.mark.parametrize(
    "header",
    [
        b"Status: RO",
        b"X-Status: A",
        b"X-Mozilla-Status: 0001",
        b"X-Mozilla-Keys: $label1",
        b"X-Gmail-Labels: Sent,\n =?utf-8?Q?Entw=C3=BCrfe?=",
        b"X-GM-THRID: 1790000000000000001",
        b"content-length: 120",
        b"X-UID: 7\nStatus: O",
    ],
)
def test_a_message_is_known_again_after_it_was_read_or_labelled(
    header: bytes, at: int
) -> None:
    assert digest_of(with_header(header, at)) == digest_of(LETTER)


@pytest.mark.parametrize("header", [b"X-Status-Page: 1", b"My-Status: 1", b"Status 1"])
def test_headers_that_only_sound_alike_count(header: bytes) -> None:
    assert digest_of(with_header(header)) != digest_of(LETTER)


def test_the_words_of_a_letter_count_whatever_they_look_like() -> None:
    other = LETTER.replace(b"stays", b"changes")
    assert digest_of(other) != digest_of(LETTER)


def test_bytes_without_a_header_block_are_told_apart_too() -> None:
    raws = [b"", b"no blank line", b"Status: RO\n", b"Status: R\n", b"\n\n"]
    assert len(set(map(digest_of, raws))) == len(raws)
