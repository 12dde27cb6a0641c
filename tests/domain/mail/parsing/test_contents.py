import base64
import quopri

import pytest

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.contents import bytes_of, joined_flow, text_of
from onward.domain.mail.parsing.parts import Part


def part(content: bytes, encoding: str = "", **parameters: str) -> Part:
    """Return a part that is the whole of its content."""
    return Part("text/plain", parameters, "", "", encoding, 0, len(content))


def read(
    content: bytes, encoding: str = "", **parameters: str
) -> tuple[str, set[Fault]]:
    """Return a part's text and what was wrong with it."""
    faults: set[Fault] = set()
    return text_of(content, part(content, encoding, **parameters), faults), faults


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Grüße\nSam\n".encode(), "8bit"),
        (base64.encodebytes("Grüße\nSam\n".encode()), "base64"),
        (quopri.encodestring("Grüße\nSam\n".encode()), "quoted-printable"),
        ("Grüße\r\nSam\r\n".encode(), "binary"),
        (base64.encodebytes("Grüße\r\nSam\r\n".encode()), "base64"),
        ("Grüße\nSam\n".encode(), "x-made-up"),
    ],
)
def test_text_is_decoded_with_one_form_of_line_ends(
    content: bytes, encoding: str
) -> None:
    assert read(content, encoding, charset="utf-8") == ("Grüße\nSam\n", set())


def test_base64_that_is_cut_off_is_read_as_far_as_it_goes_and_told() -> None:
    coded = base64.encodebytes(b"Thank you for your application.")
    text, faults = read(coded[:19], "base64")
    assert "Thank you for your".startswith(text)
    assert len(text) > 10
    assert faults == {Fault.TRUNCATED}


def test_broken_quoted_printable_is_read_as_it_stands() -> None:
    assert read(b"100 =% sure =\nand =ZZ done=", "quoted-printable")[0] == (
        "100 =% sure and =ZZ done"
    )


@pytest.mark.parametrize("encoding", ["7bit", "base64", "quoted-printable"])
def test_no_more_than_the_cap_is_decoded(encoding: str) -> None:
    plain = b"words " * (caps.TEXT // 6 + 1_000)
    coded = base64.encodebytes(plain) if encoding == "base64" else plain
    text, faults = read(coded, encoding)
    assert len(text) == caps.TEXT
    assert faults == {Fault.TOO_LARGE}


def test_only_the_bytes_of_the_part_are_read() -> None:
    inner = Part("text/plain", {}, "", "", "", 2, 4)
    assert bytes_of(b"abcdef", inner, set(), 100) == b"cd"


@pytest.mark.parametrize(
    ("flowed", "joined"),
    [
        ("We are \nsorry.\nBye", "We are sorry.\nBye"),
        ("> you wrote \n> this\nI say", "> you wrote this\nI say"),
        ("> one \n>> two \nthree", "> one \n> > two \nthree"),
        (" stuffed\n From here", "stuffed\nFrom here"),
        ("Jo\n-- \nJo Lund", "Jo\n-- \nJo Lund"),
        ("a \n\nb", "a \nb"),
        ("", ""),
    ],
)
def test_flowed_lines_are_joined_to_paragraphs(flowed: str, joined: str) -> None:
    assert joined_flow(flowed) == joined


def test_flowed_words_can_be_joined_without_a_space() -> None:
    assert joined_flow("日本 \n語", drops_space=True) == "日本語"
    assert read("日本 \n語".encode(), format="flowed", delsp="yes")[0] == "日本語"
