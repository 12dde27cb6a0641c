"""What a message is once it has been parsed: values that every later step shares."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Fault(StrEnum):
    """Something about a message that was broken, or over a cap."""

    TRUNCATED = "truncated"
    UNKNOWN_CHARSET = "unknown_charset"
    ABSURD_DATE = "absurd_date"
    NESTED_TOO_DEEP = "nested_too_deep"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_LARGE = "too_large"
    HEADERS_TOO_LARGE = "headers_too_large"
    BROKEN_ENCODING = "broken_encoding"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Address:
    """A name and an address; either may be empty, neither holds a line break."""

    name: str = ""
    address: str = ""

    @property
    def domain(self) -> str:
        """The part behind the @, in lower case; empty when there is none."""
        return self.address.rpartition("@")[2].lower()


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """One message as parsed: headers on one line each, text decoded, nothing judged.

    `digest` is `identity.digest_of` the raw bytes and is the message's identity; a
    Message-ID is not, it only links threads. `sent_at` is aware, or None when absurd.
    `text` is the plain part as sent, `html` the HTML part as sent (hostile, never shown
    raw). `calendars` holds text/calendar parts. `faults` says what was broken.
    """

    digest: bytes
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    provider_thread: str = ""
    labels: tuple[str, ...] = ()
    sender: Address = Address()
    reply_to: Address = Address()
    recipients: tuple[Address, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    is_bulk: bool = False
    text: str = ""
    html: str = ""
    calendars: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
