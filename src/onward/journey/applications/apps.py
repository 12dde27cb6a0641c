"""The app's name for Django."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Applications as history."""

    name = "onward.journey.applications"
    label = "applications"
