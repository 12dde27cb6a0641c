"""Knows a mail again although its bytes are others.

Servers and programs write headers into what they store or hand on, so that one mail
has other bytes in an export than on its server. Its id alone does not tell either:
different mails share one. With writer, moment, subject and words the same it is one.
"""

from collections import Counter
from collections.abc import Mapping

from onward.journey.mail.models import Message
from onward.journey.people.models import Person

Sign = tuple[object, ...]
_SIGNED = ("message_id", "sent_at", "sender_address", "subject", "shown_text")


def known_otherwise(person: Person, new: Mapping[bytes, Message]) -> set[bytes]:
    """Return the marks of new messages that are kept already, or twice among them."""
    named = {mark: one for mark, one in new.items() if one.message_id}
    if not named:
        return set()
    times = Counter(one.message_id for one in named.values())
    # With another condition beside it SQLite looks through all mail of the person.
    held = Message.objects.filter(message_id__in=times)
    known = {
        _sign(one)
        for one in held.only("person_id", "forgotten_at", *_SIGNED)
        if one.person_id == person.pk and one.forgotten_at is None
    }
    times.update(str(number) for number, *_ in known)
    found: set[bytes] = set()
    for mark, message in named.items():
        if times[message.message_id] == 1:
            continue  # it has no other, and to sign it takes long
        sign = _sign(message)
        if sign in known:
            found.add(mark)
        known.add(sign)
    return found


def _sign(message: Message) -> Sign:
    return (
        message.message_id,
        message.sent_at,
        message.sender_address,
        message.subject,
        " ".join(message.shown_text.split()),
    )
