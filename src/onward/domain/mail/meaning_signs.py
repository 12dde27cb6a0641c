"""Signs about a message besides its words: who seems to send it, and in what way."""

import re

from onward.domain.mail.details_senders import (
    is_free_mail,
    is_no_reply,
    is_tracking_system,
)
from onward.domain.mail.meaning import Letter
from onward.domain.mail.message import Address, ParsedMail

_HIRING = re.compile(
    r"career|jobs?\b|recruit|talent|\bhr\b|people|hiring|vacanc|recrut|\b(?:d?rh|emploi)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\s*(?:re|aw|antw|sv)\s*:", re.IGNORECASE)
_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)


def letter_of(parsed: ParsedMail, shown_text: str) -> Letter:
    """Return a message as the model sees it."""
    return Letter(shown_text, tuple(_signs(parsed)))


def _signs(parsed: ParsedMail) -> list[str]:
    told = {
        "@from-tracking-system": is_tracking_system(parsed.sender.domain),
        "@from-no-reply": is_no_reply(parsed.sender.address),
        "@from-hiring": bool(_HIRING.search(_local_and_name(parsed.sender))),
        "@from-free-mail": is_free_mail(parsed.sender.domain),
        "@bulk": parsed.is_bulk,
        "@calendar": bool(parsed.calendars),
        "@reply": bool(_REPLY.match(parsed.subject)),
        "@forward": bool(_FORWARD.match(parsed.subject)),
    }
    return [sign for sign, holds in told.items() if holds]


def _local_and_name(sender: Address) -> str:
    return f"{sender.name} {sender.address.partition('@')[0]}"
