"""Deletes for good the words of mail the person sent away."""

from datetime import datetime

from django.db import transaction

from onward.journey.mail.models import Message, Seen


def sweep_forgotten(*, before: datetime) -> int:
    """Delete the words of what was forgotten before a moment; the mark stays."""
    gone = Message.objects.filter(forgotten_at__lt=before)
    count = 0
    for message in gone:
        with transaction.atomic():
            seen = Seen.objects.filter(person=message.person_id, digest=message.digest)
            seen.update(chance=-1.0)
            message.delete()
        count += 1
    return count
