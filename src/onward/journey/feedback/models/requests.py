"""The request for feedback: who is asked, what, and how it ended."""

from django.db import models

from onward.journey.applications.models import Application, Contact
from onward.journey.mail.models import Message
from onward.journey.people.models import Personal, PersonalQuerySet


class FeedbackRequest(Personal):
    """One ask at one employer; there is one follow-up, and then it is closed.

    `choices` are what the person picked in the builder, as plain values of
    `domain.letters.feedback_request.Choices`. `answers` is the mail it goes into the
    thread of. `window_until` is the employer's own limit, if they named one.
    """

    class State(models.TextChoices):
        """Where the request stands."""

        DRAFT = "draft"
        ON_ITS_WAY = "on_its_way"
        ASKED = "asked"
        CALL_AGREED = "call_agreed"
        CLOSED = "closed"

    class End(models.TextChoices):
        """How it ended."""

        SPECIFIC = "specific"
        GENERIC = "generic"
        DECLINED = "declined"
        NO_REPLY = "no_reply"
        NOT_ASKED = "not_asked"

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="feedback_requests"
    )
    answers = models.ForeignKey(
        Message, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    to_name = models.CharField(max_length=200, blank=True)
    to_address = models.CharField(max_length=320, blank=True)
    choices = models.JSONField(default=dict)
    subject = models.CharField(max_length=998, blank=True)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    end = models.CharField(max_length=12, choices=End.choices, blank=True)
    begun_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    window_until = models.DateField(null=True, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    followed_up_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    usefulness = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = PersonalQuerySet["FeedbackRequest"].as_manager()
