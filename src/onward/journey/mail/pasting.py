"""Reads one mail that was pasted as text, with or without its first lines."""

import re
from datetime import datetime
from email.utils import format_datetime

from django.db import transaction

from onward.background import clock
from onward.domain.errors import OnwardError
from onward.domain.mail.parsing.parse import parse
from onward.journey.mail.digests import mark_of
from onward.journey.mail.kept import message_of
from onward.journey.mail.models import Message, Seen
from onward.journey.mail.passages import index_mail
from onward.journey.mail.settling import settle_for_good
from onward.journey.people.models import Person

LONGEST = 200_000
# What mail programs call these lines when they show or copy a mail.
_NAMES = {
    "From": ("from", "von", "sender"),
    "To": ("to", "an"),
    "Subject": ("subject", "betreff"),
    "Date": ("date", "sent", "datum", "gesendet"),
}
_LINE = re.compile(r"[ \t]*\**([A-Za-z-]{2,20})\**[ \t]*:[ \t]*\**[ \t]*(.+)")
_STANDARD = {name: header for header, names in _NAMES.items() for name in names}
_RAW = re.compile(r"\A(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}\n")
_MESSAGE_ID = re.compile(
    r"^(?:message-id|received|mime-version):", re.IGNORECASE | re.MULTILINE
)


class NothingPastedError(OnwardError):
    """There are no words here yet. Paste the mail and try again."""


def give_text(*, person: Person, text: str) -> Message:
    """Return the message a pasted mail is kept as; the same again is not doubled."""
    from onward.domain.mail.reading import read  # noqa: PLC0415 - brings numpy
    from onward.journey.mail.rereading import context_of  # noqa: PLC0415 - too

    raw = as_mail(text[:LONGEST], clock.now())
    mark = mark_of(raw)
    context = context_of(person)
    parsed = parse(raw, clock.now())
    reading = read(parsed, context)
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        known = Message.objects.of(person).filter(digest=mark, forgotten_at=None)
        if found := known.first():
            return found
        Message.objects.of(person).filter(digest=mark).delete()
        message = message_of(parsed, reading, own=context.is_own(parsed))
        message.person, message.digest, message.chance = person, mark, 1.0
        message.save()
        Seen.objects.update_or_create(
            person=person, digest=mark, defaults={"chance": 1.0}
        )
        index_mail(person, [message])
    settle_for_good(person=person)
    message.refresh_from_db()
    return message


def as_mail(text: str, now: datetime) -> bytes:
    """Return pasted text as a mail: whole as it is, else with the lines it shows."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise NothingPastedError
    if _RAW.match(f"{text}\n\n") and _MESSAGE_ID.search(text):
        return text.encode("utf-8", "replace")
    headers, body = _shown_headers(text)
    headers.setdefault("Date", format_datetime(now))
    head = "".join(f"{name}: {value}\n" for name, value in headers.items())
    kind = "Content-Type: text/plain; charset=utf-8\n"
    return f"{head}{kind}\n{body}\n".encode("utf-8", "replace")


def _shown_headers(text: str) -> tuple[dict[str, str], str]:
    """Return the first lines that name sender, subject and date, and what follows."""
    lines = text.split("\n")
    headers: dict[str, str] = {}
    while lines and len(headers) < len(_NAMES):
        found = _LINE.match(lines[0])
        name = _STANDARD.get(found[1].lower(), "") if found else ""
        if found and name and name not in headers:
            headers[name] = found[2].strip()
        elif lines[0].strip():
            break
        lines.pop(0)
    if "Subject" not in headers and len(lines) > 1:
        headers["Subject"] = lines.pop(0).strip()[:200]
    return headers, "\n".join(lines).strip()
