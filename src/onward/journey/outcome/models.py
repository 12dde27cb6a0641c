"""How an application ended, at which stage and in which words."""

from typing import Self

from django.db import models
from django.db.models import Q

from onward.domain.applications.state import Ending
from onward.journey.applications.models import Application, Event
from onward.journey.people.models import Personal, PersonalQuerySet


class OutcomeQuerySet(PersonalQuerySet["Outcome"]):
    """Questions about outcomes."""

    def standing(self) -> Self:
        """Keep those whose event counts."""
        return self.filter(stands=True)

    def ending(self, application: Application) -> "Outcome | None":
        """Return how an application ended, or None while it is open."""
        if application.ended_at is None:
            return None
        merged = Q(application__merged_into=application)
        found = self.standing().filter(Q(application=application) | merged)
        return found.filter(learned_at=application.ended_at).first()


class Outcome(Personal):
    """The ending that an event made; it stands as long as that event counts.

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
    stands = models.BooleanField(default=True)
    words = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    feedback_given = models.TextField(blank=True)
    feedback_offered = models.TextField(blank=True)

    objects = OutcomeQuerySet.as_manager()


class Landing(Personal):
    """How the person took an ending, screen by screen; every screen can be left out.

    `feeling` is 1 (lowest) to 5. `cards` are their explanations with the tray each lies
    in: mine, theirs, unknown, or none yet. `today` is the one thing chosen for today.
    """

    outcome = models.OneToOneField(Outcome, models.CASCADE, related_name="landing")
    begun_at = models.DateTimeField()
    screen = models.PositiveSmallIntegerField(default=1)
    heard_how = models.CharField(max_length=40, blank=True)
    interviewed = models.PositiveSmallIntegerField(null=True, blank=True)
    panel = models.CharField(max_length=20, blank=True)
    reserve_until = models.DateField(null=True, blank=True)
    feedback_until = models.DateField(null=True, blank=True)
    adjustments = models.CharField(max_length=200, blank=True)
    feeling = models.PositiveSmallIntegerField(null=True, blank=True)
    feeling_words = models.JSONField(default=list)
    cards = models.JSONField(default=list)
    today = models.CharField(max_length=20, blank=True)
    kind_note = models.TextField(blank=True)
    support_shown_at = models.DateTimeField(null=True, blank=True)
    landed_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Landing"].as_manager()
