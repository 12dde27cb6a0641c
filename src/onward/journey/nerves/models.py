"""Techniques as they were used, and what the person keeps for the day itself."""

from django.db import models
from django.db.models import Q

from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.techniques import Technique
from onward.journey.applications.models import Application, Round
from onward.journey.people.models import Personal, PersonalQuerySet

HIGHEST = 10


class Use(Personal):
    """A technique used once, with how nervous the person was before and after.

    Either rating may be left out. `mark` is made by the page, so that what is sent
    twice over a bad line is kept once.
    """

    technique = models.CharField(
        max_length=20, choices=[(one, one) for one in Technique]
    )
    round = models.ForeignKey(
        Round, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    before = models.PositiveSmallIntegerField(null=True, blank=True)
    after = models.PositiveSmallIntegerField(null=True, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    mark = models.CharField(max_length=40, blank=True)

    objects = PersonalQuerySet["Use"].as_manager()

    class Meta:
        """A rating goes from nought to ten, and what has a mark is there once."""

        constraints = [
            models.UniqueConstraint(
                fields=["person", "mark"], condition=~Q(mark=""), name="use_once"
            ),
            models.CheckConstraint(
                condition=Q(before=None) | Q(before__lte=HIGHEST), name="use_before"
            ),
            models.CheckConstraint(
                condition=Q(after=None) | Q(after__lte=HIGHEST), name="use_after"
            ),
        ]
        indexes = [models.Index(fields=["person", "technique"], name="use_technique")]


class OwnLine(Personal):
    """A line of the person's own for a technique, such as one for when all is blank."""

    technique = models.CharField(
        max_length=20, choices=[(one, one) for one in Technique]
    )
    text = models.CharField(max_length=300)

    objects = PersonalQuerySet["OwnLine"].as_manager()


class LetterToSelf(Personal):
    """A letter to oneself, locked; for one application, or for any of them."""

    application = models.ForeignKey(
        Application, models.CASCADE, null=True, blank=True, related_name="+"
    )
    sealed = models.BinaryField()
    written_at = models.DateTimeField()

    objects = PersonalQuerySet["LetterToSelf"].as_manager()

    class Meta:
        """There is one for each application, and one for any."""

        constraints = [
            models.UniqueConstraint(
                fields=["person", "application"],
                nulls_distinct=False,
                name="letter_to_self_once",
            )
        ]


class OwnRung(Personal):
    """The rung of the ladder that the person is on."""

    rung = models.CharField(max_length=10, choices=[(one, one) for one in Rung])
    set_at = models.DateTimeField()

    objects = PersonalQuerySet["OwnRung"].as_manager()

    class Meta:
        """A person stands on one rung."""

        constraints = [models.UniqueConstraint(fields=["person"], name="own_rung_once")]
