"""How an application ended, at which stage and in which words."""

from django.db import models

from onward.domain.applications.state import Ending
from onward.journey.applications.models import Application, Event
from onward.journey.people.models import Personal, PersonalQuerySet


class Outcome(Personal):
    """The ending that an event made; it goes when that event no longer counts.

    `words`, `reason`, `feedback_given` and `feedback_offered` are verbatim from the
    message, empty where it does not tell. `stage` is where it ended.
    """

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="outcomes"
    )
    event = models.OneToOneField(Event, models.CASCADE, related_name="outcome")
    ending = models.CharField(max_length=20, choices=[(e, e) for e in Ending])
    stage = models.CharField(max_length=20, blank=True)
    learned_at = models.DateTimeField()
    words = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    feedback_given = models.TextField(blank=True)
    feedback_offered = models.TextField(blank=True)

    objects = PersonalQuerySet["Outcome"].as_manager()
