"""The one thing worked on now, the week for it, and how it went after each round."""

from django.db import models
from django.db.models import Q

from onward.domain.development.focus import Verdict
from onward.domain.development.spacing import USUAL_TIMES
from onward.domain.nerves.ladder import Rung
from onward.journey.applications.models import Round
from onward.journey.feedback.models import FeedbackNote
from onward.journey.people.models import Personal, PersonalQuerySet


class Focus(Personal):
    """One thing to be able to do, with its plan; one at a time, others wait.

    "By `by_on` I can `thing`." `note` is the point of feedback it came from, if any;
    `theme` and `competency` are what it is about. `confidence` is 0 to 10, how sure the
    person is of getting there, with what would make it one more in `plus_one`. `wish`
    to `way` are the four short fields; `cue` and `action` are the one if-then. `moves`
    are the first three moves after a setback. `supporter` knows about it.
    """

    class State(models.TextChoices):
        """Where a focus is: worked on, waiting, or done with."""

        NOW = "now"
        SHELF = "shelf"
        RETIRED = "retired"

    state = models.CharField(max_length=10, choices=State.choices, default=State.NOW)
    theme = models.CharField(max_length=60, blank=True)
    competency = models.CharField(max_length=60, blank=True)
    note = models.ForeignKey(
        FeedbackNote, models.SET_NULL, null=True, blank=True, related_name="focuses"
    )
    thing = models.CharField(max_length=200, blank=True)
    by_on = models.DateField(null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    plus_one = models.CharField(max_length=200, blank=True)
    wish = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=200, blank=True)
    obstacle = models.CharField(max_length=200, blank=True)
    way = models.CharField(max_length=200, blank=True)
    cue = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=200, blank=True)
    setback = models.CharField(max_length=200, blank=True)
    early_signs = models.CharField(max_length=200, blank=True)
    moves = models.JSONField(default=list)
    supporter = models.CharField(max_length=100, blank=True)
    rung = models.CharField(
        max_length=10, choices=[(r, r) for r in Rung], default=Rung.ALONE
    )
    times = models.PositiveSmallIntegerField(default=USUAL_TIMES)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Focus"].as_manager()

    class Meta:
        """One thing at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(state="now"), name="one_focus_at_a_time"
            )
        ]


class WeekTime(Personal):
    """A time of the week set aside for a focus; `weekday` is 0 for Monday."""

    focus = models.ForeignKey(Focus, models.CASCADE, related_name="week")
    weekday = models.PositiveSmallIntegerField()
    at = models.TimeField()
    minutes = models.PositiveSmallIntegerField(default=30)
    where = models.CharField(max_length=100, blank=True)

    objects = PersonalQuerySet["WeekTime"].as_manager()


class Review(Personal):
    """How it went with the one thing in one round, and what follows.

    `rating` is 1 to 5, the person's own, of the thing and of nothing else.
    """

    class Done(models.TextChoices):
        """Did I do the one thing?"""

        YES = "yes"
        PARTLY = "partly"
        NO = "no"

    focus = models.ForeignKey(Focus, models.CASCADE, related_name="reviews")
    round = models.ForeignKey(
        Round, models.SET_NULL, null=True, blank=True, related_name="focus_reviews"
    )
    done = models.CharField(max_length=10, choices=Done.choices, blank=True)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    said = models.CharField(max_length=300, blank=True)
    verdict = models.CharField(max_length=10, choices=[(v, v) for v in Verdict])
    written_at = models.DateTimeField()

    objects = PersonalQuerySet["Review"].as_manager()
