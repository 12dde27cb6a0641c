"""A person's own account of each interview, locked with their own key."""

from datetime import datetime

from django.db import models

from onward.domain.reflection.passes import is_enough
from onward.journey.applications.models import Application, Round
from onward.journey.people.models import Personal, PersonalQuerySet


class Reflection(Personal):
    """How one interview was, in the person's own words.

    What they wrote is locked (`people.sealing`): `facts`, `meaning` and `long_form` as
    JSON, `guess` as a number. In the clear stands only what tells where they are in it.
    `sat_at` is when they sat down, or came back from a break, `passes` how often they
    went over the meaning, `writer` the open page that wrote last. `is_findable` and
    `goes_along` are ticks: to be found by the search, and to go along with what is
    shared or taken out.
    """

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="reflections"
    )
    round = models.OneToOneField(Round, models.CASCADE, related_name="reflection")
    held_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField()
    facts = models.BinaryField(default=b"")
    facts_at = models.DateTimeField(null=True, blank=True)
    guess = models.BinaryField(default=b"")
    guess_at = models.DateTimeField(null=True, blank=True)
    meaning = models.BinaryField(default=b"")
    meaning_at = models.DateTimeField(null=True, blank=True)
    long_form = models.BinaryField(default=b"")
    screen = models.CharField(max_length=30, blank=True)
    sat_at = models.DateTimeField(null=True, blank=True)
    touched_at = models.DateTimeField(null=True, blank=True)
    passes = models.PositiveSmallIntegerField(default=0)
    writer = models.CharField(max_length=40, blank=True)
    is_findable = models.BooleanField(default=False)
    goes_along = models.BooleanField(default=False)

    objects = PersonalQuerySet["Reflection"].as_manager()

    def __str__(self) -> str:
        """Return which it is; what it says is locked."""
        return f"Reflection {self.pk}"

    @property
    def key(self) -> str:
        """The name other tables know this reflection by."""
        return f"reflection:{self.pk}"

    def is_enough(self, now: datetime) -> bool:
        """Tell whether to suggest leaving it there before another pass begins."""
        return is_enough(self.passes, self.touched_at, now)
