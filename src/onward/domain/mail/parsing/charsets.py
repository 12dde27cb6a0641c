"""Turns bytes of a named charset into text, whatever the name and the bytes are."""

import codecs
from functools import lru_cache

from onward.domain.mail.message import Fault

# Python knows more encodings than mail does: utf-7 smuggles markup past filters,
# punycode takes quadratic time and "unicode_escape" runs the text as escapes.
_ALLOWED = (
    "utf-8",
    "utf-16",
    "utf-32",
    "iso8859",
    "iso2022",
    "cp",
    "koi8",
    "mac",
    "big5",
    "gb",
    "euc",
    "shift",
    "johab",
    "tis",
    "hz",
    "ptcp154",
    "kz1048",
    "hp-roman8",
)
# What mail programs say and what they mean by it.
_MEANT = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_ODD_NAMES = {
    "": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "utf8mb4": "utf-8",
    "ks_c_5601-1987": "cp949",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "x-mac-roman": "mac-roman",
}
_SINGLE_BYTE = ("utf-8", "cp125", "iso8859")
_NEVER_LIKE_UTF8 = ("utf-16", "utf-32", "iso2022", "hz")
_BY_CHANCE = 40
_LONGEST_NAME = 40


@lru_cache(maxsize=512)
def codec_of(name: str) -> str:
    """Return Python's name of a mail charset; empty when there is no safe one."""
    name = name.strip().strip("\"'").lower()
    name = _ODD_NAMES.get(name, name)
    if len(name) > _LONGEST_NAME:
        return ""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    found = _MEANT.get(found, found)
    return found if found.startswith(_ALLOWED) else ""


def decoded(content: bytes, charset: str = "") -> tuple[str, Fault | None]:
    """Return the text of some bytes, and what was wrong with them or their charset.

    Bytes that form valid UTF-8 beyond ASCII are UTF-8 though they be called Latin-1:
    that is the common mistake, and the other way round hardly ever happens by chance.
    """
    codec = codec_of(charset)
    fault = None if codec else Fault.UNKNOWN_CHARSET
    codec = codec or "utf-8"
    if not codec.startswith(_NEVER_LIKE_UTF8):
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if codec.startswith(_SINGLE_BYTE) or _is_surely_utf8(content, text):
                return text, fault
    return _by_codec(content, codec, fault)


def _is_surely_utf8(content: bytes, text: str) -> bool:
    """Tell whether bytes called Chinese or Japanese are UTF-8 all the same.

    Two short words may be both by chance, twenty letters never are.
    """
    return not 0 < len(content) - len(text) < _BY_CHANCE


def _by_codec(
    content: bytes, codec: str, fault: Fault | None
) -> tuple[str, Fault | None]:
    if codec == "utf-8":
        return _nearly_utf8(content), fault or Fault.BROKEN_ENCODING
    try:
        return content.decode(codec), fault
    except (UnicodeError, LookupError, ValueError):
        fault = fault or Fault.BROKEN_ENCODING
    try:
        return content.decode(codec, "replace"), fault
    except (UnicodeError, LookupError, ValueError):
        return content.decode("cp1252", "replace"), fault


def _nearly_utf8(content: bytes) -> str:
    """Decode as UTF-8 with a few broken places, or as the Windows charset."""
    text = content.decode("utf-8", "replace")
    sound = len(content) - len(text)  # grows with each letter of several bytes
    return (
        text if text.count("\ufffd") <= sound else content.decode("cp1252", "replace")
    )
