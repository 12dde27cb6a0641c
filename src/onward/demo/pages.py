"""The pages that mail programs and tracking systems put around a letter's HTML."""

from html import escape

_GMAIL = '<div dir="ltr">{body}</div>\n'
_SMALL = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    "</head><body>{body}</body></html>\n"
)
_WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:w="urn:schemas-microsoft-com:office:word">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="Generator" content="Microsoft Word 15 (filtered medium)">
<style><!--
p.MsoNormal, li.MsoNormal, div.MsoNormal {{margin:0cm; font-size:11.0pt;}}
a:link {{color:#0563C1; text-decoration:underline;}}
--></style>
</head>
<body lang="EN-GB" link="#0563C1" vlink="#954F72">
<div class="WordSection1">
{body}
</div>
</body>
</html>
"""
_CARD = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{subject}</title>
<style>body{{margin:0;background:#f4f4f2}} a{{color:{brand}}} \
@media(max-width:600px){{.w{{width:100%!important}}}}</style></head>
<body><div style="display:none;max-height:0;overflow:hidden">{teaser}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:24px 8px">
<table class="w" role="presentation" width="600" cellpadding="0" cellspacing="0" \
border="0" style="background:#ffffff">
<tr><td style="background:{brand};padding:18px 32px;color:#ffffff;\
font-family:Helvetica,Arial,sans-serif;font-size:18px">{sender}</td></tr>
<tr><td style="height:24px;line-height:24px">&nbsp;</td></tr>
{body}
</table>
<table class="w" role="presentation" width="600"><tr>\
<td style="padding:16px 32px;color:#777777;font-family:Helvetica,Arial,sans-serif;\
font-size:11px;line-height:16px">{footer}</td></tr></table>
</td></tr></table>
<img src="https://open.mailtrack.example/o/{pixel}.gif" width="1" height="1" alt="">
</body></html>
"""
_TEASER = 90


def gmail(body: str) -> str:
    """Return the little that Gmail puts around a letter."""
    return _GMAIL.format(body=body)


def small(body: str) -> str:
    """Return a page with nothing but the letter."""
    return _SMALL.format(body=body)


def word(body: str) -> str:
    """Return a page as Outlook builds it."""
    return _WORD.format(body=body)


def card(body: str, footer: str, told: dict[str, str]) -> str:
    """Return a page as tracking systems and newsletters build it, out of tables."""
    return _CARD.format(
        body=body,
        footer=footer,
        subject=escape(told["subject"]),
        sender=escape(told["sender"]),
        teaser=escape(told["words"][:_TEASER]),
        brand=told["brand"],
        pixel=told["pixel"],
    )
