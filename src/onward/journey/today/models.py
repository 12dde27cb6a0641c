"""What a person put off, and until when."""

from datetime import date
from typing import Self

from django.db import models

from onward.journey.people.models import Personal, PersonalQuerySet


class NotNowQuerySet(PersonalQuerySet["NotNow"]):
    """Questions about what was put off."""

    def resting(self, today: date) -> Self:
        """Keep what should not be brought up today."""
        return self.filter(until__gt=today)


class NotNow(Personal):
    """A step, or a kind of step, that is not to be brought up before a day.

    `key` is that of `domain.today.steps.Candidate`; it holds no words.
    """

    key = models.CharField(max_length=60)
    until = models.DateField()

    objects = NotNowQuerySet.as_manager()

    class Meta:
        """A step is put off once; doing it again moves the day."""

        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="not_now_once")
        ]
