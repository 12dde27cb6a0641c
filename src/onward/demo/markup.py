"""Turns the words of a letter into text and into the HTML of various mail programs.

Words hold little markup: `[[Label|https://...]]` is a link, `**so**` is bold, a line
that begins with `- ` belongs to a list.
"""

import re
from collections.abc import Callable
from html import escape
from itertools import groupby

_LINK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_HTML_LINK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
_ITEM = "- "

Paragraph = Callable[[str], str]


def as_text(words: str) -> str:
    """Return words as they stand in a plain part."""
    words = _LINK.sub(r"\1: \2", words)
    return _BOLD.sub(r"\1", words)


def as_html(words: str, paragraph: Paragraph) -> str:
    """Return words as HTML, each paragraph made by the manner of a mail program."""
    blocks = [block for block in words.split("\n\n") if block.strip()]
    return "\n".join(_block(block, paragraph) for block in blocks)


def _block(block: str, paragraph: Paragraph) -> str:
    """Return a paragraph and the lists within it."""
    made = []
    lines = block.strip("\n").split("\n")
    for is_list, group in groupby(lines, key=lambda line: line.startswith(_ITEM)):
        if is_list:
            items = "".join(f"<li>{_inline(line[2:])}</li>" for line in group)
            made.append(f"<ul>{items}</ul>")
        else:
            made.append(paragraph("<br>\n".join(map(_inline, group))))
    return "\n".join(made)


def _inline(line: str) -> str:
    line = escape(line, quote=False)
    line = _HTML_LINK.sub(r'<a href="\2">\1</a>', line)
    return _BOLD.sub(r"<b>\1</b>", line)


def simple(said: str) -> str:
    """Return a paragraph as small programs write it."""
    return f"<p>{said}</p>"


def gmail(said: str) -> str:
    """Return a paragraph as Gmail writes it."""
    return f"<div>{said}</div><div><br></div>"


def word(said: str) -> str:
    """Return a paragraph as Outlook writes it."""
    return (
        '<p class="MsoNormal"><span style="font-size:11.0pt;font-family:'
        f'&quot;Calibri&quot;,sans-serif">{said}<o:p></o:p></span></p>\n'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
    )


def apple(said: str) -> str:
    """Return a paragraph as Apple Mail writes it."""
    return f'<div dir="ltr">{said}</div><div dir="ltr"><br></div>'


def cell(said: str) -> str:
    """Return a paragraph as tracking systems write it."""
    return (
        '<tr><td style="padding:0 32px 16px;font-family:Helvetica,Arial,sans-serif;'
        f'font-size:15px;line-height:23px;color:#2b2b2b">{said}</td></tr>'
    )
