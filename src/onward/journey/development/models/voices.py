"""What somebody beside the employers said, and where the person puts a point."""

from django.db import models

from onward.domain.development.patterns import Leaning
from onward.journey.people.models import Personal, PersonalQuerySet


class Placing(Personal):
    """Which theme the person put a point to; `key` names the point."""

    key = models.CharField(max_length=80)
    theme = models.CharField(max_length=60)

    objects = PersonalQuerySet["Placing"].as_manager()

    class Meta:
        """A point is put in one place."""

        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="point_placed_once")
        ]


class Heard(Personal):
    """Words of an adviser, as the person wrote them down."""

    text = models.CharField(max_length=500)
    said_by = models.CharField(max_length=100, blank=True)
    leaning = models.CharField(max_length=10, choices=[(one, one) for one in Leaning])
    theme = models.CharField(max_length=60, blank=True)
    heard_on = models.DateField()

    objects = PersonalQuerySet["Heard"].as_manager()
