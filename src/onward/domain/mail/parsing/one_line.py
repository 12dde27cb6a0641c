"""Header values as text on one line: nothing in them can start another header."""

import binascii
import re
from collections.abc import Iterator

from onward.domain.mail.parsing.charsets import decoded

# No part of the pattern may run over a question mark, so that a header full of
# unfinished encoded words is read in one pass.
_WORD = re.compile(
    rb"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=",
)
# C0, DEL, C1, line and paragraph separators, and marks that turn text round.
_CONTROLS = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " "),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], ""),
}
_FIRST_SURROGATE, _LAST_SURROGATE = "\ud800", "\udfff"


def on_one_line(text: str) -> str:
    """Return the text without line breaks, controls and needless space."""
    if text.isascii() and text.isprintable():
        return text.strip() if "  " not in text else " ".join(text.split())
    text = " ".join(text.translate(_CONTROLS).split())
    if any(_FIRST_SURROGATE <= letter <= _LAST_SURROGATE for letter in text):
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text


def header_text(value: bytes, most: int) -> str:
    """Return a raw header value decoded, on one line, of at most so many letters."""
    if not value:
        return ""
    if b"\n" in value:
        value = value.replace(b"\n", b"")
    if b"=?" not in value:
        text = value.decode("ascii") if value.isascii() else decoded(value)[0]
        return on_one_line(text)[:most].strip()
    return on_one_line("".join(_pieces(value)))[:most].strip()


def _pieces(value: bytes) -> Iterator[str]:
    """Yield decoded pieces; words that follow one another are joined as bytes first.

    Many programs cut a letter of several bytes in two at a word's end.
    """
    position, charset, waiting = 0, b"", b""
    for word in _WORD.finditer(value):
        between = value[position : word.start()]
        if waiting and (between.strip() or word[1].lower() != charset):
            yield decoded(waiting, charset.decode("ascii", "replace"))[0]
            waiting = b""
        if between.strip() or not position:
            yield decoded(between)[0]
        charset, position = word[1].lower(), word.end()
        waiting += _content(word)
    if waiting:
        yield decoded(waiting, charset.decode("ascii", "replace"))[0]
    yield decoded(value[position:])[0]


def _content(word: re.Match[bytes]) -> bytes:
    if word[2] in b"qQ":
        return binascii.a2b_qp(word[3].replace(b" ", b"_"), header=True)
    return bytes_of_base64(word[3])[0]


def bytes_of_base64(content: bytes) -> tuple[bytes, bool]:
    """Return what can be read of base64, and whether it was whole."""
    try:
        return binascii.a2b_base64(content), True
    except binascii.Error:
        letters = _NO_BASE64.sub(b"", content)
    whole = letters[: len(letters) - len(letters) % 4]
    rest = letters[len(whole) :]
    if len(rest) > 1:
        whole += rest + b"=" * (4 - len(rest))
    return binascii.a2b_base64(whole), False


_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
