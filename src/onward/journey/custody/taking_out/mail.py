"""Kept mail and sent letters as mail programs read them: mbox, a file a year."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.header import Header
from email.utils import format_datetime, formataddr
from itertools import groupby

from django.db.models import QuerySet

from onward.journey.custody.taking_out.archive import Part
from onward.journey.feedback.models import OutgoingLetter
from onward.journey.mail.models import Message
from onward.journey.people.models import Person

FOLDER = "mail"
LETTERS = f"{FOLDER}/letters.mbox"
_AT_ONCE = 200
_FROM = re.compile(rb"^(>*From )", re.MULTILINE)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_FIELDS = (
    *("sender_name", "sender_address", "reply_to", "recipients", "subject"),
    *("sent_at", "message_id", "linked_ids", "shown_text"),
)


def mail_parts(person: Person) -> Iterator[Part]:
    """Yield kept mail, a file for each year, and then the letters that were sent."""
    for year, alike in groupby(_by_day(person), key=_year):
        yield Part(f"{FOLDER}/{year}.mbox", _box(alike))
    letters = _sent(person)
    if letters.exists():
        yield Part(LETTERS, _letters(letters.iterator()))


def has_mail(person: Person) -> bool:
    """Tell whether there is any mail or letter to take along."""
    kept = Message.objects.of(person).filter(forgotten_at=None)
    return kept.exists() or _sent(person).exists()


def _sent(person: Person) -> QuerySet[OutgoingLetter]:
    mine = OutgoingLetter.objects.of(person).exclude(sent_at=None)
    return mine.order_by("sent_at", "pk")


def _by_day(person: Person) -> Iterator[Message]:
    """Yield kept mail in the order it was sent.

    The order is asked for first and alone: sorted with its text, all of the mail would
    be held in memory, 220 MB of 100,000.
    """
    mine = Message.objects.of(person).filter(forgotten_at=None)
    order = list(mine.order_by("sent_at", "pk").values_list("pk", flat=True))
    for start in range(0, len(order), _AT_ONCE):
        some = order[start : start + _AT_ONCE]
        rows = mine.only(*_FIELDS).in_bulk(some)
        yield from (rows[pk] for pk in some if pk in rows)


def _year(message: Message) -> str:
    return f"{message.sent_at:%Y}" if message.sent_at else "without-a-day"


def _box(messages: Iterable[Message]) -> Iterator[bytes]:
    for message in messages:
        yield _in_box(as_mail(message), message.sent_at)


def _letters(letters: Iterable[OutgoingLetter]) -> Iterator[bytes]:
    for letter in letters:
        yield _in_box(bytes(letter.raw).replace(b"\r\n", b"\n"), letter.sent_at)


def _in_box(mail: bytes, sent_at: datetime | None) -> bytes:
    """Return a mail as it stands in an mbox, with lines like its first marked."""
    day = f"{sent_at or _LONG_AGO:%a %b %d %H:%M:%S %Y}"
    quoted = _FROM.sub(rb">\1", mail).rstrip(b"\n")
    return b"From onward %s\n%s\n\n" % (day.encode(), quoted)


def as_mail(message: Message) -> bytes:
    """Return a kept message as a mail of plain text, under the id it has here."""
    lines = "".join(f"{name}: {value}\n" for name, value in _heading(message) if value)
    body = message.shown_text.partition("\n\n")[2]
    return f"{lines}\n{body}\n".encode("utf-8", "replace")


def _heading(message: Message) -> Iterator[tuple[str, str]]:
    sent_at = message.sent_at
    yield "Date", format_datetime(sent_at) if sent_at else ""
    yield "From", _address(message.sender_name, message.sender_address)
    yield "Reply-To", _address("", message.reply_to)
    yield "To", ", ".join(_address("", one) for one in message.recipients)
    yield "Subject", _words(message.subject)
    yield "Message-ID", _identifier(message.message_id)
    others = (one for one in message.linked_ids if one != message.message_id)
    yield "References", " ".join(map(_identifier, others))
    yield "MIME-Version", "1.0"
    yield "Content-Type", "text/plain; charset=utf-8"
    yield "Content-Transfer-Encoding", "8bit"
    yield "X-Onward-Id", str(message.pk)


def _words(text: str) -> str:
    """Return words as a line of a heading holds them."""
    line = " ".join(text.split())
    return line if line.isascii() else Header(line, "utf-8").encode()


def _address(name: str, address: str) -> str:
    plain = "".join(address.split())
    if not plain.isascii():
        return _words(f"{name} <{plain}>" if name else plain)
    return formataddr((" ".join(name.split()), plain)) if plain else _words(name)


def _identifier(told: str) -> str:
    plain = "".join(told.split()).strip("<>")
    return f"<{plain}>" if plain else ""
