"""Practice: a sitting with its questions, every take of them, and what was made of it.

Words and sound are kept sealed: nobody reads them from a copy of the database.
"""

import secrets

from django.db import models

from onward.domain.practice.learned import Marked
from onward.domain.practice.rungs import Rung
from onward.journey.applications.models import Application
from onward.journey.development.models import Focus
from onward.journey.people.models import Personal, PersonalQuerySet

USUAL_KEEP_DAYS = 30


def new_key() -> str:
    """Return a name for a take that cannot be guessed."""
    return secrets.token_urlsafe(16)


class Studio(Personal):
    """How a person likes to practise; `keep_days` 0 keeps sound for good.

    `presentation` holds the fields of `domain.practice.presentation`. `endpoint` is
    the address of a language model they chose to switch on, empty for none.
    """

    presentation = models.JSONField(default=dict)
    keep_days = models.PositiveSmallIntegerField(default=USUAL_KEEP_DAYS)
    fillers = models.JSONField(default=list)
    shows_norms = models.BooleanField(default=False)
    endpoint = models.CharField(max_length=300, blank=True)
    endpoint_model = models.CharField(max_length=120, blank=True)

    objects = PersonalQuerySet["Studio"].as_manager()

    class Meta:
        """Each person has one."""

        constraints = [
            models.UniqueConstraint(fields=["person"], name="one_studio_each")
        ]


class Sitting(Personal):
    """A few questions practised in one go."""

    class About(models.TextChoices):
        """What its questions were chosen for."""

        FOCUS = "focus"
        APPLICATION = "application"
        KIND = "kind"
        SURPRISE = "surprise"
        AGAIN = "again"

    about = models.CharField(max_length=12, choices=About.choices)
    kind = models.CharField(max_length=40, blank=True)
    application = models.ForeignKey(
        Application, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    focus = models.ForeignKey(
        Focus, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    rung = models.CharField(
        max_length=12, choices=[(rung.value, rung.value) for rung in Rung]
    )
    presentation = models.JSONField(default=dict)
    looks_back_at_end = models.BooleanField(default=False)
    nerves_before = models.PositiveSmallIntegerField(null=True, blank=True)
    nerves_after = models.PositiveSmallIntegerField(null=True, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Sitting"].as_manager()


class Asked(Personal):
    """One question of a sitting, as it was put; `key` is its name in the bank.

    `guess` is what the person thinks it is testing, said before it is shown.
    """

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    competency = models.CharField(max_length=120, blank=True)
    tests = models.TextField(blank=True)
    guess = models.CharField(max_length=300, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Asked"].as_manager()

    class Meta:
        """Questions come in their order."""

        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "number"], name="one_question_a_number"
            )
        ]


class Take(Personal):
    """One practised answer, to a question or to what was asked after it.

    `follows` is the take whose answer led to another question; `put` holds that one,
    with why it was asked. `put`, `words` and `sound_key` are sealed: all that was heard
    and made of it, and the key to its sound. `facts` are numbers and names of parts,
    for looking at many takes at once.
    """

    class Way(models.TextChoices):
        """How it was answered."""

        SPOKEN = "spoken"
        TYPED = "typed"
        ALONE = "alone"

    key = models.CharField(max_length=32, unique=True, default=new_key)
    asked = models.ForeignKey(Asked, models.CASCADE, related_name="takes")
    follows = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="follow_ups"
    )
    number = models.PositiveSmallIntegerField(default=1)
    put = models.BinaryField(blank=True, default=b"")
    gap = models.CharField(max_length=20, blank=True)
    is_worded_by_model = models.BooleanField(default=False)
    way = models.CharField(max_length=8, choices=Way.choices, default=Way.SPOKEN)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    sound_key = models.BinaryField(blank=True, default=b"")
    words = models.BinaryField(blank=True, default=b"")
    facts = models.JSONField(default=dict)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = PersonalQuerySet["Take"].as_manager()

    class Meta:
        """The latest word on a question is found first by its number."""

        ordering = ["begun_at", "pk"]
        indexes = [models.Index(fields=["person", "ended_at"])]


class Correction(Personal):
    """What the person said about a mark; it holds for ever, also against a new reading.

    `start` and `end` are seconds of the recording, or places in a typed answer. Where
    it no longer `teaches`, it holds for its own take alone.
    """

    take = models.ForeignKey(Take, models.CASCADE, related_name="corrections")
    marked = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in Marked]
    )
    is_added = models.BooleanField(default=False)
    name = models.CharField(max_length=60, blank=True)
    start = models.FloatField()
    end = models.FloatField()
    was_sure = models.BooleanField(default=True)
    teaches = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects = PersonalQuerySet["Correction"].as_manager()


class Opinion(Personal):
    """What a friend or adviser said of a take that was shared with them; sealed."""

    take = models.ForeignKey(Take, models.CASCADE, related_name="opinions")
    words = models.BinaryField()
    came_at = models.DateTimeField()

    objects = PersonalQuerySet["Opinion"].as_manager()
