"""Plain text in one form: even space, no invisible letters, no long link targets."""

import re

_LONG_LINK = re.compile(r"<https?://[^\s<>]{60,}>|\[https?://[^\s\[\]]{60,}\]")
# Letters one cannot see: they pad previews and split words to fool filters.
_SEEN = {
    **dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0)], None),
    **dict.fromkeys([0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5], None),
    **dict.fromkeys([*range(0x180B, 0x180F), *range(0x200B, 0x2010)], None),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF], None),
    **dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_NOT_SEEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def tidied(text: str) -> str:
    """Return text with single spaces, at most one blank line, and nothing invisible."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not (text.isascii() and "\0" not in text and "\x0c" not in text):
        text = _NOT_SEEN.sub(_as_seen, text)
    if "http" in text:
        text = _LONG_LINK.sub("", text)
    lines: list[str] = []
    blank = True
    for line in text.split("\n"):
        said = " ".join(line.split())
        if said or not blank:
            lines.append(said)
        blank = not said
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)


def _as_seen(letter: re.Match[str]) -> str:
    return _SEEN[ord(letter[0])] or ""
