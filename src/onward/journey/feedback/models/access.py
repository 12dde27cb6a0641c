"""The letter that asks for one's own data, while it is written."""

from django.db import models

from onward.journey.applications.models import Application
from onward.journey.people.models import Personal, PersonalQuerySet


class AccessLetter(Personal):
    """A request for one's own data as the person has it; empty texts stand for ours."""

    application = models.OneToOneField(
        Application, models.CASCADE, related_name="access_letter"
    )
    to_address = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)

    objects = PersonalQuerySet["AccessLetter"].as_manager()
