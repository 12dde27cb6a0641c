"""Builds the message that goes out for a letter, in the manner of its writer."""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, parseaddr
from html import escape

from onward.demo import markup, pages
from onward.demo.attachments import pdf
from onward.demo.correspondence import Posted, one_address
from onward.demo.invitations import calendar_of, method_of
from onward.demo.quoting import quoted_html, quoted_text, wrapped

_POLICY = EmailPolicy(linesep="\n", max_line_length=76)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a mail program or a tracking system makes up its mail."""

    parts: str = "text"
    encoding: str = "quoted-printable"
    charset: str = "utf-8"
    manner: Callable[[str], str] = markup.simple
    quote: str = "gmail"
    program: tuple[str, str] | None = None
    wraps: bool = False


_OUTLOOK = ("X-Mailer", "Microsoft Outlook 16.0")
_PHONE = ("X-Mailer", "iPhone Mail (22F76)")
SHAPES = {
    "plain": Shape(),
    "plain8": Shape(encoding="8bit", wraps=True),
    "plain64": Shape(encoding="base64"),
    "latin": Shape(charset="iso-8859-1", program=("X-Mailer", "KMail 5.9")),
    "odd": Shape(charset="x-shop-till"),
    "flowed": Shape(
        quote="thunderbird", program=("User-Agent", "Mozilla Thunderbird"), wraps=True
    ),
    "gmail": Shape("both", manner=markup.gmail, wraps=True),
    "outlook": Shape("both", manner=markup.word, quote="outlook", program=_OUTLOOK),
    "outlook-64": Shape("both", "base64", manner=markup.word, quote="outlook"),
    "outlook-text": Shape(quote="outlook", charset="windows-1252", program=_OUTLOOK),
    "outlook-de": Shape(
        "both", charset="iso-8859-1", manner=markup.word, quote="outlook-de"
    ),
    "apple": Shape("both", manner=markup.apple, quote="apple"),
    "iphone": Shape(quote="apple", program=_PHONE),
    "html": Shape("html", manner=markup.simple),
    "html64": Shape("html", "base64", manner=markup.simple),
    "bare": Shape("both", manner=markup.simple),
    "card": Shape("both", manner=markup.cell),
    "card-html": Shape("html", manner=markup.cell),
    "card64": Shape("both", "base64", manner=markup.cell),
}


def message_of(posted: Posted) -> bytes:
    """Return the whole message as bytes, with LF line ends."""
    shape = SHAPES[posted.letter.shape]
    message = EmailMessage(_POLICY)
    _address(message, posted)
    _thread(message, posted)
    _mark(message, posted, shape)
    _fill(message, posted, shape)
    _close(message, posted)
    return message.as_bytes()


def _address(message: EmailMessage, posted: Posted) -> None:
    headers = {**posted.letter.writer.headers, **posted.letter.headers}
    message["From"] = one_address(posted.sender)
    message["To"] = one_address(posted.to)
    for name in ("Cc", "Reply-To"):
        if name in headers:
            message[name] = one_address(headers[name])
    message["Subject"] = posted.subject
    message["Date"] = format_datetime(posted.sent_at)
    message["Message-ID"] = posted.message_id


def _thread(message: EmailMessage, posted: Posted) -> None:
    """Say what is answered; some programs forget to."""
    if posted.answered is None or "nothread" in posted.letter.flags:
        return
    message["In-Reply-To"] = posted.answered.message_id
    if "noreferences" not in posted.letter.flags:
        message["References"] = " ".join(posted.thread)


def _mark(message: EmailMessage, posted: Posted, shape: Shape) -> None:
    """Add what programs say about themselves and their mail."""
    if shape.program:
        message[shape.program[0]] = shape.program[1]
    headers = {**posted.letter.writer.headers, **posted.letter.headers}
    for name, said in headers.items():
        if name.startswith(("X-", "List-", "Auto-", "Precedence")):
            message[name] = said


def _fill(message: EmailMessage, posted: Posted, shape: Shape) -> None:
    has_text, has_html = shape.parts != "html", shape.parts != "text"
    if has_text:
        _set_text(message, text_of(posted), shape)
    if has_html and has_text:
        message.add_alternative(html_of(posted), "html", cte=shape.encoding)
    elif has_html:
        message.set_content(html_of(posted), "html", cte=shape.encoding)
    if "invite" in posted.letter.told:
        _invite(message, posted)
    if "attach" in posted.letter.told:
        name = posted.letter.told["attach"]
        message.add_attachment(
            pdf(name), maintype="application", subtype="pdf", filename=name
        )


def _set_text(message: EmailMessage, text: str, shape: Shape) -> None:
    flowed = {"format": "flowed"} if shape.quote == "thunderbird" else {}
    known = "utf-8" if shape.charset.startswith("x-") else shape.charset
    content = text + "\n"
    if known != "utf-8":
        content = content.encode(known, "replace").decode(known)
    message.set_content(content, charset=known, cte=shape.encoding, params=flowed)
    if known != shape.charset:
        message.set_param("charset", shape.charset)


def _broken(words: str, shape: Shape) -> str:
    """Return words in short lines; flowed ones end in a space, to be joined again."""
    if not shape.wraps:
        return words
    if shape.quote != "thunderbird":
        return wrapped(words)
    return "\n".join(wrapped(line).replace("\n", " \n") for line in words.split("\n"))


def _invite(message: EmailMessage, posted: Posted) -> None:
    made, method = calendar_of(posted), method_of(posted)
    message.add_alternative(
        made.replace("\r\n", "\n"), "calendar", params={"method": method}
    )
    if posted.letter.shape == "gmail":
        message.add_attachment(
            made.encode(), maintype="application", subtype="ics", filename="invite.ics"
        )


def _close(message: EmailMessage, posted: Posted) -> None:
    """Give each group of parts the boundary it has every time."""
    told = posted.message_id.strip("<>").partition("@")[0]
    groups = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(groups):
        part.set_boundary(f"----=_{number:03}_{told}")


def text_of(posted: Posted) -> str:
    """Return what the plain part says: words, signature, quote, footer."""
    shape, writer = SHAPES[posted.letter.shape], posted.letter.writer
    parts = [_broken(markup.as_text(posted.words), shape), _signature(posted)]
    if _quotes(posted) and posted.answered:
        earlier = text_of(posted.answered)
        parts.append(quoted_text(posted.answered, earlier, shape.quote))
    parts.append(markup.as_text(writer.footer))
    return "\n\n".join(part for part in parts if part)


def html_of(posted: Posted) -> str:
    """Return the whole HTML part."""
    shape, writer = SHAPES[posted.letter.shape], posted.letter.writer
    body = _inner_html(posted)
    footer = markup.as_html(writer.footer, markup.simple)
    if shape.manner is markup.cell:
        told = {
            "subject": posted.subject,
            "sender": parseaddr(posted.sender)[0],
            "words": markup.as_text(posted.words).replace("\n", " "),
            "brand": writer.brand,
            "pixel": posted.message_id[1:17],
        }
        return pages.card(body, footer, told)
    if shape.manner is markup.gmail:
        return pages.gmail(body + footer)
    if shape.manner is markup.word:
        return pages.word(body + footer)
    return pages.small(body + footer)


def _inner_html(posted: Posted) -> str:
    """Return words, signature and quote, without the page around them."""
    shape = SHAPES[posted.letter.shape]
    html = markup.as_html(posted.words, shape.manner)
    signature = _signature(posted)
    if signature:
        html += "\n" + markup.as_html(signature, shape.manner)
    if not _quotes(posted) or posted.answered is None:
        return html
    earlier = posted.answered
    if SHAPES[earlier.letter.shape].parts == "text":
        inner = f"<pre>{escape(markup.as_text(earlier.words))}</pre>"
    else:
        inner = _inner_html(earlier)
    return html + "\n" + quoted_html(earlier, inner, shape.quote)


def _signature(posted: Posted) -> str:
    return "" if "nosign" in posted.letter.flags else posted.letter.writer.signature


def _quotes(posted: Posted) -> bool:
    return posted.answered is not None and "noquote" not in posted.letter.flags
