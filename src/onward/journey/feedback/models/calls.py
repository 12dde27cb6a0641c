"""Times offered, the call itself and what was written down in it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models

from onward.journey.applications.models import Application
from onward.journey.feedback.models.requests import FeedbackRequest
from onward.journey.people.models import Personal, PersonalQuerySet


class Slot(Personal):
    """A time offered for a call; at most one of a request's is agreed."""

    class State(models.TextChoices):
        """What became of it."""

        OFFERED = "offered"
        AGREED = "agreed"
        DROPPED = "dropped"

    request = models.ForeignKey(FeedbackRequest, models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=15)
    zone = models.CharField(max_length=60, default="Europe/London")
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.OFFERED
    )
    uid = models.CharField(max_length=120, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    is_invited = models.BooleanField(default=False)

    objects = PersonalQuerySet["Slot"].as_manager()

    @property
    def moment(self) -> datetime:
        """The start in the zone it was offered in, which is the employer's."""
        return self.starts_at.astimezone(ZoneInfo(self.zone))


class Call(Personal):
    """A call about feedback: the three questions taken along, and its notes."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="calls")
    request = models.ForeignKey(
        FeedbackRequest, models.SET_NULL, null=True, blank=True, related_name="calls"
    )
    slot = models.OneToOneField(
        Slot, models.SET_NULL, null=True, blank=True, related_name="call"
    )
    questions = models.JSONField(default=list)
    opening = models.TextField(blank=True)
    may_take_notes = models.BooleanField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Call"].as_manager()


class CallNote(Personal):
    """Words written down in a call, under which question and when."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="notes")
    question = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField()
    written_at = models.DateTimeField()

    objects = PersonalQuerySet["CallNote"].as_manager()


class CalendarFeed(Personal):
    """The private calendar's address; a token that was revoked answers no more."""

    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["CalendarFeed"].as_manager()
