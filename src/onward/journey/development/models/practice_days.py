"""The practices planned for a focus."""

from django.db import models

from onward.domain.nerves.ladder import Rung
from onward.journey.development.models.focus import Focus
from onward.journey.people.models import Personal, PersonalQuerySet


class Drill(Personal):
    """One planned practice of a focus: a day, a question of the bank, a rung."""

    focus = models.ForeignKey(Focus, models.CASCADE, related_name="drills")
    number = models.PositiveSmallIntegerField()
    on = models.DateField(db_index=True)
    question = models.CharField(max_length=80)
    rung = models.CharField(max_length=10, choices=[(r, r) for r in Rung])
    done_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Drill"].as_manager()
