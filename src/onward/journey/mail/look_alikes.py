"""Which other mails look like one the person corrected, and what is learned of it."""

from django.utils import timezone

from onward.domain.mail.verdict import Meaning
from onward.journey.mail.models import Learned, Message

# Of a domain that sends much, such as a tracking system, the latest are looked at.
_MOST_LOOKED_AT = 1_000


def look_alikes_of(message: Message, most: int = _MOST_LOOKED_AT) -> list[Message]:
    """Return the mails that look like one and that the person did not decide about.

    No more than the latest `most` of the same sender's domain are looked at.
    """
    domain = message.sender_address.rpartition("@")[2]
    others = Message.objects.of(message.person).filter(
        sender_address__endswith=f"@{domain}",
        own=False,
        confirmed_at=None,
        forgotten_at=None,
        meaning=message.meaning,
    )
    looked_at = list(others.exclude(pk=message.pk).order_by("-sent_at", "-pk")[:most])
    if not domain or message.own or not looked_at:
        return []
    return _alike(message, looked_at, domain)


def _alike(message: Message, others: list[Message], domain: str) -> list[Message]:
    from onward.domain.mail.meaning.corrections import (  # noqa: PLC0415 - brings numpy
        Correction,
        look_alike,
        signature_of,
    )

    mine = Correction(message.says, signature_of(message.shown_text, domain))
    return [
        one
        for one in others
        if look_alike(signature_of(one.shown_text, domain), [mine])
    ]


def learn(message: Message, meaning: Meaning) -> Learned:
    """Remember what a mail of this kind means, without any of its words."""
    from onward.domain.mail.meaning.corrections import (  # noqa: PLC0415 - brings numpy
        signature_of,
    )

    domain = message.sender_address.rpartition("@")[2]
    signature = signature_of(message.shown_text, domain)
    return Learned.objects.create(
        person=message.person,
        message=message,
        meaning=meaning,
        sender_domain=signature.sender_domain[:255],
        shingles=list(signature.shingles),
        learned_at=timezone.now(),
    )
