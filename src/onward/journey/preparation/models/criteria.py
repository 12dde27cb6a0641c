"""What an advert asks for, as quotes the person can put right."""

from typing import Self

from django.db import models
from django.db.models import Case, IntegerField, Value, When

from onward.domain.interview.adverts.criterion import Kind
from onward.journey.applications.models import Application
from onward.journey.people.models import Personal, PersonalQuerySet

_RANK = Case(
    When(must_have=False, then=Value(2)),
    When(kind=Kind.DUTY, then=Value(1)),
    default=Value(0),
    output_field=IntegerField(),
)


class CriterionQuerySet(PersonalQuerySet["Criterion"]):
    """Questions about criteria."""

    def standing(self) -> Self:
        """Leave out what was taken away; must-haves first, then duties."""
        return self.filter(removed_at=None).order_by(_RANK, "place", "pk")


class Criterion(Personal):
    """One thing an advert asks for.

    `quote` is the advert's own words, at `start` to `end` of it; both are empty for
    what the person added. `said` is what the person made of it. One that is taken away
    is kept, so that it can be had back.
    """

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="criteria"
    )
    quote = models.TextField()
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    said = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=15, choices=[(k, k) for k in Kind])
    must_have = models.BooleanField(default=True)
    skills = models.JSONField(default=list)
    place = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = CriterionQuerySet.as_manager()

    @property
    def words(self) -> str:
        """What it is called: the person's words, else those of the advert."""
        return self.said or self.quote
