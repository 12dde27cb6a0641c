"""The app's name for Django."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Practised answers: sessions, takes and their reviews."""

    name = "onward.journey.practice"
    label = "practice"
