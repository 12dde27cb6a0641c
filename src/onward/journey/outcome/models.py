"""How an application ended, at which stage and in which words."""

from typing import Self

from django.db import models

from onward.domain.applications.state import Ending
from onward.domain.landing.walk import Screen
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
        found = self.standing().filter(application__in=application.with_merged)
        at_its_end = found.filter(learned_at=application.ended_at)
        return at_its_end.select_related("landing").first()


class Outcome(Personal):
    """The ending that an event made; it stands as long as that event counts.

    `words`, `reason`, `feedback_given` and `feedback_offered` are verbatim from the
    message, empty where it does not tell. `stage` is where it ended. `reflected_at` is
    when the person had looked back on it, `feedback_done_at` when they had decided on
    all feedback there was, or knew that none would come. `feedback_refused` are their
    words where they say that they give none.
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
    feedback_refused = models.TextField(blank=True)
    reflected_at = models.DateTimeField(null=True, blank=True)
    feedback_done_at = models.DateTimeField(null=True, blank=True)

    objects = OutcomeQuerySet.as_manager()


class LandingQuerySet(PersonalQuerySet["Landing"]):
    """Questions about landings."""

    def with_numbers_seen(self) -> Self:
        """Keep those that know how many people were interviewed, one an outcome."""
        return self.filter(outcome__stands=True, interviewed__gt=0)


class Landing(Personal):
    """How the person took an ending, screen by screen; every screen can be left out.

    `screen` is where they are (`domain.landing.walk`). What they say of the ending
    itself counts from `told_at` on, in place of what was read from mail. `feeling` is 1
    (lowest) to 5. `criteria` are lines of the advert with whether something was shown
    for each. `cards` are their explanations, each with the tray it lies in. `said_back`
    answers the question asked when all lie in one. `kind_note` has its three parts.
    `today` is the one thing chosen; with it, or without one, they have landed.
    """

    outcome = models.OneToOneField(Outcome, models.CASCADE, related_name="landing")
    begun_at = models.DateTimeField()
    screen = models.CharField(max_length=20, default=Screen.FACTS.value)
    told_at = models.DateTimeField(null=True, blank=True)
    heard_how = models.CharField(max_length=20, blank=True)
    reached = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)
    interviewed = models.PositiveSmallIntegerField(null=True, blank=True)
    seats = models.CharField(max_length=20, blank=True)
    reserve_until = models.DateField(null=True, blank=True)
    feedback_until = models.DateField(null=True, blank=True)
    adjustments = models.CharField(max_length=20, blank=True)
    feeling = models.PositiveSmallIntegerField(null=True, blank=True)
    feeling_words = models.JSONField(default=list)
    support_shown_at = models.DateTimeField(null=True, blank=True)
    criteria = models.JSONField(default=list)
    cards = models.JSONField(default=list)
    said_back = models.TextField(blank=True)
    today = models.CharField(max_length=20, blank=True)
    kind_note = models.JSONField(default=list)
    landed_at = models.DateTimeField(null=True, blank=True)

    objects = LandingQuerySet.as_manager()


class PrivatePage(Personal):
    """What the person wrote for nobody, to get it out.

    It is never exported, searched, counted or shown to anybody else. Sealed, it is not
    shown to the person either until they open it; it can be deleted unread.
    """

    landing = models.OneToOneField(Landing, models.CASCADE, related_name="private_page")
    text = models.TextField()
    written_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["PrivatePage"].as_manager()
