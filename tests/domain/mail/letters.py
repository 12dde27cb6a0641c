"""Builds messages for tests of reading."""

from datetime import UTC, datetime
from email.utils import parseaddr
from hashlib import blake2b

from onward.domain.mail.message import Address, ParsedMail

# A Tuesday.
SENT_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def letter(
    text: str, subject: str = "", sender: str = "", **others: object
) -> ParsedMail:
    """Return a parsed message with this text, sent on Tuesday 24 November 2026."""
    told: dict[str, object] = {"sent_at": SENT_AT, **others}
    return ParsedMail(
        digest=blake2b(f"{subject}\0{text}".encode(), digest_size=16).digest(),
        message_id="<made-up@letters.example>",
        sender=Address(*parseaddr(sender)),
        subject=subject,
        text=text,
        **told,  # type: ignore[arg-type]
    )
