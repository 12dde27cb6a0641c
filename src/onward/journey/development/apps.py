"""The app's name for Django."""

from django.apps import AppConfig


class DevelopmentConfig(AppConfig):
    """One focus at a time, and the plan that holds it."""

    name = "onward.journey.development"
    label = "development"
