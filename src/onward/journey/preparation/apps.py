"""The app's name for Django."""

from django.apps import AppConfig


class PreparationConfig(AppConfig):
    """Getting ready for a round: criteria, evidence cards, research."""

    name = "onward.journey.preparation"
    label = "preparation"
