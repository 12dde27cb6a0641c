"""What is prepared beside the evidence: the day, what is needed, what to ask."""

from django.db import models

from onward.domain.preparation.needs import Asked
from onward.journey.applications.models import Application
from onward.journey.feedback.models import OutgoingLetter
from onward.journey.people.models import Personal, PersonalQuerySet


class Preparation(Personal):
    """Getting ready for the interviews of one application; every field may be empty.

    `asks` are questions for them. `needs` are keys of `domain.preparation.needs`;
    `why_sealed` is the person's reason, locked, should they want to give one. The
    letter that asks for them is written over here until it goes.
    """

    application = models.OneToOneField(
        Application, models.CASCADE, related_name="preparation"
    )
    sector = models.CharField(max_length=40, blank=True)
    format = models.CharField(max_length=100, blank=True)
    panel = models.CharField(max_length=300, blank=True)
    tasks = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    travel_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    buffer_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    bring = models.CharField(max_length=300, blank=True)
    asks = models.JSONField(default=list)
    first_move = models.CharField(max_length=200, blank=True)
    needs = models.JSONField(default=list)
    needs_said = models.CharField(max_length=200, blank=True)
    why_sealed = models.BinaryField(default=b"", blank=True)
    needs_asked = models.CharField(
        max_length=10, choices=[(a, a) for a in Asked], blank=True
    )
    to_name = models.CharField(max_length=200, blank=True)
    to_address = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    letter = models.ForeignKey(
        OutgoingLetter, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = PersonalQuerySet["Preparation"].as_manager()


class ResearchNote(Personal):
    """Something found out about an employer, with where it stands."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="research_notes"
    )
    key = models.CharField(max_length=40)
    note = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=300, blank=True)

    objects = PersonalQuerySet["ResearchNote"].as_manager()

    class Meta:
        """One note a thing."""

        constraints = [
            models.UniqueConstraint(
                fields=["application", "key"], name="research_note_once"
            )
        ]
