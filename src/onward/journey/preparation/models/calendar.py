"""What the private calendar has told, so that it can tell what changed."""

from django.db import models

from onward.journey.people.models import Personal, PersonalQuerySet


class CalendarEntry(Personal):
    """One entry of the private calendar as it was told last.

    `digest` is that of its words and times; with each new one `sequence` grows, so that
    calendars change the entry in place. `gone_at` is when it fell away: it is told as
    cancelled for a while, and then no more. `content` is what a cancelled one needs.
    """

    uid = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    content = models.JSONField(default=dict)
    gone_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["CalendarEntry"].as_manager()

    class Meta:
        """Each entry is told once."""

        constraints = [
            models.UniqueConstraint(fields=["person", "uid"], name="entry_told_once")
        ]
