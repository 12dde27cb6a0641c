"""Quotes the earlier letter below an answer, as the writer's mail program does it."""

import textwrap
from datetime import datetime
from email.utils import parseaddr
from html import escape

from onward.demo.correspondence import Posted

_WIDTH = 76
_RULE = "_" * 32
_LABELS = {
    "outlook": ("From", "Sent", "To", "Subject"),
    "outlook-de": ("Von", "Gesendet", "An", "Betreff"),
}


def wrapped(text: str) -> str:
    """Return text with its long lines broken, as programs do before they quote."""
    lines = [
        line if len(line) <= _WIDTH else textwrap.fill(line, _WIDTH)
        for line in text.split("\n")
    ]
    return "\n".join(lines)


def marked(text: str) -> str:
    """Return text with a "> " before each line."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def lead_of(earlier: Posted, style: str) -> str:
    """Return the line above a quote."""
    at = earlier.sent_at
    if style == "apple":
        name = parseaddr(earlier.sender)[0] or earlier.sender
        return f"On {at.day} {at:%b %Y, at %H:%M}, {name} wrote:"
    if style == "thunderbird":
        name = parseaddr(earlier.sender)[0] or earlier.sender
        return f"On {at:%d/%m/%Y %H:%M}, {name} wrote:"
    return f"On {at:%a}, {at.day} {_short_month(at)} {at:%Y at %H:%M}, {_full(earlier)}"


def block_of(earlier: Posted, style: str) -> list[tuple[str, str]]:
    """Return the labelled lines above a quote, as Outlook writes them."""
    sender, sent, to, subject = _LABELS[style]
    at = earlier.sent_at
    moment = f"{at:%d %B %Y %H:%M}"
    if style == "outlook-de":
        moment = f"{at:%d.%m.%Y %H:%M}"
    return [
        (sender, earlier.sender),
        (sent, moment),
        (to, earlier.to),
        (subject, earlier.subject),
    ]


def quoted_text(earlier: Posted, text: str, style: str) -> str:
    """Return the quote for a plain part."""
    if style not in _LABELS:
        return f"{lead_of(earlier, style)}\n\n{marked(wrapped(text))}"
    block = "\n".join(f"{label}: {said}" for label, said in block_of(earlier, style))
    return f"{_RULE}\n{block}\n\n{text}"


def quoted_html(earlier: Posted, html: str, style: str) -> str:
    """Return the quote for an HTML part."""
    if style in _LABELS:
        lines = "<br>\n".join(
            f"<b>{label}:</b> {escape(said)}"
            for label, said in block_of(earlier, style)
        )
        return (
            '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm">'
            f'<p class="MsoNormal">{lines}<o:p></o:p></p></div>\n{html}'
        )
    lead = escape(lead_of(earlier, style))
    if style == "apple":
        cite = f'<blockquote type="cite">{lead}<br><br></blockquote>'
        return f'{cite}<blockquote type="cite">{html}</blockquote>'
    return (
        f'<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{lead}<br>'
        '</div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;'
        f'border-left:1px solid rgb(204,204,204);padding-left:1ex">{html}'
        "</blockquote></div>"
    )


def _short_month(at: datetime) -> str:
    """Return a month as British Gmail shortens it."""
    return "Sept" if at.month == 9 else f"{at:%b}"  # noqa: PLR2004 - the ninth month


def _full(earlier: Posted) -> str:
    name, address = parseaddr(earlier.sender)
    return f"{name} <{address}> wrote:"
