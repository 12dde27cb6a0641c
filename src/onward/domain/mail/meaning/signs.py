"""Signs about a message besides its words: who seems to send it, and in what way."""

import re
from functools import lru_cache

from onward.domain.mail.meaning.scores import Letter
from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.senders import (
    is_free_mail,
    is_no_reply,
    is_tracking_system,
)

_HIRING = re.compile(
    r"career|jobs?\b|recruit|talent|\bhr\b|people|hiring|vacanc|recrut|\b(?:d?rh|emploi)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\s*(?:re|aw|antw|sv)\s*:", re.IGNORECASE)
_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)


def letter_of(parsed: ParsedMail, shown_text: str) -> Letter:
    """Return a message as the model sees it."""
    return Letter(shown_text, _signs(parsed))


def _signs(parsed: ParsedMail) -> tuple[str, ...]:
    told = [
        ("@bulk", parsed.is_bulk),
        ("@calendar", parsed.calendars),
        ("@reply", _REPLY.match(parsed.subject)),
        ("@forward", _FORWARD.match(parsed.subject)),
    ]
    return *_signs_of(parsed.sender), *(sign for sign, holds in told if holds)


@lru_cache(maxsize=1_024)  # of each message it is asked up to three times
def _signs_of(sender: Address) -> tuple[str, ...]:
    local = sender.address.partition("@")[0]
    told = [
        ("@from-tracking-system", is_tracking_system(sender.domain)),
        ("@from-no-reply", is_no_reply(sender.address)),
        ("@from-hiring", _HIRING.search(f"{sender.name} {local}")),
        ("@from-free-mail", is_free_mail(sender.domain)),
    ]
    return tuple(sign for sign, holds in told if holds)
