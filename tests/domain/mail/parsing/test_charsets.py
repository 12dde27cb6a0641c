import codecs
import encodings.aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing.charsets import codec_of, decoded

CHINESE = "我们非常感谢您的申请。但是这次没有选中您。祝您一切顺利。期待再次联系。"


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("Grüße".encode(), "utf-8", "Grüße"),
        ("Grüße".encode(), "", "Grüße"),
        ("Grüße".encode("latin-1"), "ISO-8859-1", "Grüße"),
        ("Grüße".encode("cp1252"), '"windows-1252"', "Grüße"),
        ("“Grüße”".encode("cp1252"), "iso-8859-1", "“Grüße”"),
        ("Привет".encode("koi8-r"), "KOI8-R", "Привет"),
        ("日本語".encode("iso-2022-jp"), "iso-2022-jp", "日本語"),
        ("日本語".encode("cp932"), "x-sjis", "日本語"),
        ("한국어".encode("cp949"), "ks_c_5601-1987", "한국어"),
        (CHINESE.encode("gb18030"), "gb2312", CHINESE),
        (CHINESE.encode("utf-16"), "utf-16", CHINESE),
        (b"plain", "us-ascii", "plain"),
    ],
)
def test_text_is_read_in_the_charset_it_names(
    content: bytes, charset: str, text: str
) -> None:
    assert decoded(content, charset) == (text, None)


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "windows-1252"])
def test_utf8_that_is_called_something_else_is_read_as_utf8(charset: str) -> None:
    assert decoded("Grüße “so”".encode(), charset) == ("Grüße “so”", None)


def test_utf8_that_is_called_chinese_is_read_as_utf8_when_there_is_enough() -> None:
    assert decoded(CHINESE.encode(), "gb2312")[0] == CHINESE
    short = "联通".encode("gb18030")
    assert decoded(short, "gb2312")[0] == "联通"


def test_latin_that_is_called_utf8_is_read_and_told() -> None:
    long = "Nous vous remercions. " * 300 + "Votre candidature n'a pas été retenue."
    assert decoded(long.encode("latin-1"), "utf-8") == (long, Fault.BROKEN_ENCODING)


def test_one_broken_place_does_not_spoil_the_rest() -> None:
    text, fault = decoded(CHINESE.encode()[:-1], "utf-8")
    assert text == CHINESE[:-1] + "\ufffd"
    assert fault is Fault.BROKEN_ENCODING


@pytest.mark.parametrize(
    "charset",
    [
        *("x-unknown", "DEFAULT_CHARSET", "utf-7", "punycode", "unicode_escape", "\0"),
        *("hex", "rot13", "zlib", "idna", "a" * 5_000, "../../etc/passwd", "undefined"),
    ],
)
def test_a_charset_nobody_knows_or_trusts_is_told_and_read_as_utf8(
    charset: str,
) -> None:
    content = "Grüße +ADw-script+AD4-".encode()
    assert decoded(content, charset) == (content.decode(), Fault.UNKNOWN_CHARSET)


ALL = sorted(set(encodings.aliases.aliases.values()))


@given(content=st.binary(max_size=60), charset=st.sampled_from(ALL) | st.text())
def test_whatever_the_bytes_and_the_charset_are_there_is_text(
    content: bytes, charset: str
) -> None:
    text, _ = decoded(content, charset)
    text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", ALL)
def test_every_charset_that_is_used_can_be_looked_up(name: str) -> None:
    found = codec_of(name)
    assert not found or codecs.lookup(found)
