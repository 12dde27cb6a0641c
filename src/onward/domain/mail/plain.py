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


def tidied(text: str) -> str:
    """Return text with single spaces, at most one blank line, and nothing invisible."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not (text.isascii() and "\0" not in text and "\x0c" not in text):
        text = text.translate(_SEEN)
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
