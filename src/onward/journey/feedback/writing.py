"""Turns an approved letter into a message, exactly as it goes."""

from dataclasses import dataclass
from datetime import datetime
from email.charset import QP, Charset
from email.utils import format_datetime, formataddr
from hashlib import sha256

from django.core.mail import EmailMultiAlternatives
from django.core.mail.message import BadHeaderError

from onward.domain.errors import OnwardError
from onward.domain.mail.parsing.one_line import on_one_line

# Every server takes seven-bit lines of this kind, and no byte is changed on the way.
_PLAIN = Charset("utf-8")
_PLAIN.body_encoding = QP


class UnusableAddressError(OnwardError):
    """This address cannot be written to. Check it for spaces and missing parts."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter before it is a message.

    `answers` is the Message-ID of the mail it answers, `thread` all ids before it,
    oldest first. `invitation` is a calendar file with its method.
    """

    from_name: str
    from_address: str
    to_name: str
    to_address: str
    subject: str
    text: str
    answers: str = ""
    thread: tuple[str, ...] = ()
    invitation: bytes = b""
    method: str = ""


def message_of(draft: Draft, message_id: str, sent_at: datetime) -> bytes:
    """Return the message; what would add a header of its own is refused or flattened.

    Django's class refuses line breaks in headers, which the standard library of some
    Python versions writes out when they come as encoded words (CVE-2024-6923).
    """
    headers = {
        "Message-ID": message_id,
        "Date": format_datetime(sent_at),
        "X-Mailer": "Onward",
    }
    if draft.answers:
        headers["In-Reply-To"] = _flat(draft.answers)
        headers["References"] = " ".join(
            _flat(name) for name in (*draft.thread, draft.answers)
        )
    letter = EmailMultiAlternatives(
        subject=_flat(draft.subject),
        body=draft.text.encode("utf-8", "replace").decode(),
        from_email=_address(draft.from_name, draft.from_address),
        to=[_address(draft.to_name, draft.to_address)],
        headers=headers,
    )
    letter.encoding = _PLAIN
    if draft.invitation:
        kind = f'text/calendar; method="{draft.method}"; charset="utf-8"'
        letter.attach_alternative(draft.invitation.decode(), kind)
    try:
        return bytes(letter.message().as_bytes().replace(b"\n", b"\r\n"))
    except (BadHeaderError, ValueError) as problem:
        raise UnusableAddressError from problem


def _flat(text: str) -> str:
    """Return text on one line in which no reader finds an encoded word to open."""
    return on_one_line(text).replace("=?", "= ?")


def _address(name: str, address: str) -> str:
    """Return a name and an address; an address with anything odd in it is refused."""
    bare = address.strip()
    if not _is_plain(bare):
        raise UnusableAddressError
    return formataddr((_flat(name), bare))


def _is_plain(address: str) -> bool:
    local, at, domain = address.rpartition("@")
    odd = set(' \t\r\n,;:<>()[]"\\')
    return bool(local and at and "." in domain) and not odd & set(address)


def digest_of(raw: bytes) -> str:
    """Return what an approval is tied to: these bytes and no others."""
    return sha256(raw).hexdigest()
