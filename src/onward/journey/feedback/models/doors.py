"""The angry version that nobody sees, and the door that is kept open or not."""

from django.db import models

from onward.journey.applications.models import Application, Employer
from onward.journey.people.models import Personal, PersonalQuerySet


class AngryVersion(Personal):
    """What the person would like to say and does not send.

    It is never exported, searched, shared or put into a letter; a request that contains
    it cannot be sent.
    """

    application = models.ForeignKey(
        Application, models.CASCADE, null=True, blank=True, related_name="+"
    )
    text = models.TextField()
    written_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["AngryVersion"].as_manager()


class Door(Personal):
    """Whether and how the person keeps an employer's door open."""

    class Again(models.TextChoices):
        """Would I apply there again?"""

        YES = "yes"
        MAYBE = "maybe"
        NO = "no"

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="doors")
    again = models.CharField(max_length=5, choices=Again.choices, blank=True)
    reserve_until = models.DateField(null=True, blank=True)
    reapply_from = models.DateField(null=True, blank=True)
    different = models.TextField(blank=True)
    next_touch_on = models.DateField(null=True, blank=True, db_index=True)
    touched_on = models.DateField(null=True, blank=True)
    is_connected = models.BooleanField(default=False)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Door"].as_manager()

    class Meta:
        """One door an employer."""

        constraints = [
            models.UniqueConstraint(fields=["person", "employer"], name="door_once")
        ]
