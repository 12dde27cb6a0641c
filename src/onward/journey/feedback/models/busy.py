"""Calendars that say when the person is not free."""

from django.db import models

from onward.journey.people.models import Personal, PersonalQuerySet


class BusyCalendar(Personal):
    """A calendar the person named: when they are busy, and never with what.

    `place` is what it is called on screen: a path, or the machine it is on. The whole
    address may open the calendar to anybody who has it, so it lies in the vault under
    `secret_name`, with the password. `spans` are pairs of moments.
    """

    kind = models.CharField(max_length=12)
    place = models.CharField(max_length=500)
    secret_name = models.CharField(max_length=80, blank=True)
    spans = models.JSONField(default=list)
    unread = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)
    tried_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    objects = PersonalQuerySet["BusyCalendar"].as_manager()
