"""The app's name for Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The people whose searches these are."""

    name = "onward.journey.people"
    label = "people"
