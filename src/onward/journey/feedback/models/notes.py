"""Feedback as received, verbatim, and the notes read out of it."""

from django.db import models

from onward.journey.applications.models import Application, Contact
from onward.journey.feedback.models.calls import Call
from onward.journey.feedback.models.requests import FeedbackRequest
from onward.journey.mail.models import Message
from onward.journey.people.models import Personal, PersonalQuerySet


class FeedbackText(Personal):
    """Words of feedback as they came, kept for ever and never altered.

    `ready_at` is when the person said they are ready to read it; until then only its
    existence is shown.
    """

    class Source(models.TextChoices):
        """How it came."""

        REPLY = "reply"
        REJECTION = "rejection"
        CALL = "call"
        PASTED = "pasted"

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="feedback_texts"
    )
    request = models.ForeignKey(
        FeedbackRequest, models.SET_NULL, null=True, blank=True, related_name="texts"
    )
    message = models.ForeignKey(
        Message, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    call = models.OneToOneField(
        Call, models.SET_NULL, null=True, blank=True, related_name="text"
    )
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    source = models.CharField(max_length=10, choices=Source.choices)
    said_by = models.CharField(max_length=200, blank=True)
    was_there = models.BooleanField(null=True, blank=True)
    text = models.TextField()
    received_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["FeedbackText"].as_manager()


class FeedbackNote(Personal):
    """One point of a feedback text: a quote of it, sorted, weighed and decided on.

    `start` and `end` are offsets into the text. `kind` is what the person confirmed or
    Onward read; `confidence` belongs to the reading.
    """

    class Kind(models.TextChoices):
        """What a point is about."""

        STRENGTH = "strength"
        IMPROVEMENT = "improvement"
        ADVICE = "advice"
        REAPPLY = "reapply"
        NOT_ABOUT_ME = "not_about_me"
        UNCLEAR = "unclear"

    class Decision(models.TextChoices):
        """What the person makes of it."""

        KEEP = "keep"
        TRY = "try"
        PARK = "park"
        DISAGREE = "disagree"

    text = models.ForeignKey(FeedbackText, models.CASCADE, related_name="notes")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=14, choices=Kind.choices)
    competency = models.CharField(max_length=60, blank=True)
    specific = models.FloatField(default=0.0)
    confidence = models.FloatField(default=1.0)
    is_confirmed = models.BooleanField(default=False)
    behaviour = models.TextField(blank=True)
    matches_own_log = models.BooleanField(null=True, blank=True)
    weight = models.CharField(max_length=10, blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["FeedbackNote"].as_manager()
