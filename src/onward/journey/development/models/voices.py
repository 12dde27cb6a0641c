"""What somebody beside the employers said: an adviser, a teacher, a friend."""

from django.db import models

from onward.domain.development.patterns import Leaning
from onward.journey.people.models import Personal, PersonalQuerySet


class Heard(Personal):
    """Words of an adviser, as the person wrote them down."""

    text = models.CharField(max_length=500)
    said_by = models.CharField(max_length=100, blank=True)
    leaning = models.CharField(max_length=10, choices=[(one, one) for one in Leaning])
    theme = models.CharField(max_length=60, blank=True)
    heard_on = models.DateField()

    objects = PersonalQuerySet["Heard"].as_manager()
