"""Letters on their way out, and the account they go through."""

from django.db import models

from onward.journey.applications.models import Application
from onward.journey.feedback.models.requests import FeedbackRequest
from onward.journey.people.models import Personal, PersonalQuerySet


class MailAccount(Personal):
    """The person's own mail server for sending; the password is in the key ring only.

    `secret_name` is what the key ring knows it by.
    """

    address = models.CharField(max_length=320)
    name = models.CharField(max_length=200, blank=True)
    host = models.CharField(max_length=253)
    port = models.PositiveIntegerField(default=465)
    user = models.CharField(max_length=320, blank=True)
    security = models.CharField(max_length=10, default="tls")
    secret_name = models.CharField(max_length=100, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["MailAccount"].as_manager()


class OutgoingLetter(Personal):
    """A letter the person approved, from the press of a button to the server's word.

    `raw` is the message exactly as it was shown and as it goes; `approved_digest` is
    that of what the person approved. It goes at most once: `SENDING` is stored first,
    before the server is spoken to; what its `sender`, a process, left in that state is
    `UNSURE`.
    """

    class State(models.TextChoices):
        """How far a letter is."""

        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        UNSURE = "unsure"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Purpose(models.TextChoices):
        """What it is for."""

        REQUEST = "request"
        FOLLOW_UP = "follow_up"
        THANKS = "thanks"
        INVITATION = "invitation"
        ACCESS = "access"
        OTHER = "other"

    application = models.ForeignKey(Application, models.CASCADE, related_name="letters")
    request = models.ForeignKey(
        FeedbackRequest, models.CASCADE, null=True, blank=True, related_name="letters"
    )
    account = models.ForeignKey(
        MailAccount, models.PROTECT, null=True, blank=True, related_name="letters"
    )
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    to_address = models.CharField(max_length=320)
    subject = models.CharField(max_length=998)
    text = models.TextField()
    message_id = models.CharField(max_length=255, unique=True)
    raw = models.BinaryField()
    approved_digest = models.CharField(max_length=64)
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.WAITING
    )
    approved_at = models.DateTimeField()
    send_at = models.DateTimeField(db_index=True)
    sending_at = models.DateTimeField(null=True, blank=True)
    sender = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=500, blank=True)

    objects = PersonalQuerySet["OutgoingLetter"].as_manager()
