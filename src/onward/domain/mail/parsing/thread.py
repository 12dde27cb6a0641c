"""Says which conversation a message belongs to."""

import re

from onward.domain.mail.message import ParsedMail

# What mail programs put before the subject of an answer or a forwarded message.
_ANSWER = (
    "re|res|ref|rif|r|aw|antw|antwort|sv|vs|vl|vb|vá|ynt|ilt|odp|atb|hal|tr|rv"
    "|fw|fwd|fs|wg|wtr|enc|doorst|pd|i|továbbítás|továbbítás|αντ|απ|σχετ|πρθ"
    "|ha|на|отв|ответ|пересл|回复|答复|回覆|转发|轉寄|返信|転送|회신|전달"
)
_PREFIX = re.compile(
    rf"\s*(?:(?:{_ANSWER})\s?(?:[\[(]\d{{1,3}}[\])]|\^\d{{1,3}}|\*\d{{1,3}})?\s?[:\uff1a]"
    r"|\[[^\[\]]{1,40}\](?=\s*\S)|\((?:fwd?|re)\))\s*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"\s*\(fwd?\)\s*$", re.IGNORECASE)
_FORWARD = re.compile(
    r"\s*(?:\[[^\[\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|vb|vl|vs|i|pd|doorst|转发|轉寄|転送)"
    r"\s?[:\uff1a]",
    re.IGNORECASE,
)
_MOST_PREFIXES = 20


def normal_subject(subject: str) -> str:
    """Return a subject without "Re:", "Fwd:", "AW:" or "[list]", in small letters."""
    rest = subject
    for _ in range(_MOST_PREFIXES):
        found = _PREFIX.match(rest)
        if found is None:
            break
        rest = rest[found.end() :]
    rest = _FORWARDED.sub("", rest[-500:]) if rest.endswith(")") else rest
    return " ".join(rest.casefold().split())


def is_forward(subject: str) -> bool:
    """Tell whether a subject says that an earlier mail is passed on."""
    return _FORWARD.match(subject) is not None


def thread_of(parsed: ParsedMail) -> str:
    """Return a key that all messages of one conversation share, as far as they tell.

    The mail provider's own word comes first, then the root of the references.
    """
    if parsed.provider_thread:
        return f"provider:{parsed.provider_thread}"
    linked = linked_ids(parsed)
    if linked:
        return f"id:{linked[0]}"
    return subject_thread(parsed)


def linked_ids(parsed: ParsedMail) -> tuple[str, ...]:
    """Return every message id a message names, oldest first and its own last.

    Two messages that share one belong together, even where the root is not held and
    `thread_of` differs because a mail program shortened its references.
    """
    named = (*parsed.references, parsed.in_reply_to, parsed.message_id)
    return tuple(dict.fromkeys(name for name in named if name))


def subject_thread(parsed: ParsedMail) -> str:
    """Return a key of the subject and the two sides, the same in both directions.

    It joins an answer to its mail where a program wrote no references at all.
    """
    other = parsed.recipients[0].address if parsed.recipients else ""
    sides = sorted({parsed.sender.address.lower(), other.lower()})
    return f"subject:{normal_subject(parsed.subject)}|{'|'.join(sides)}"
