"""The app's name for Django."""

from django.apps import AppConfig


class OutcomeConfig(AppConfig):
    """How applications ended."""

    name = "onward.journey.outcome"
    label = "outcome"
