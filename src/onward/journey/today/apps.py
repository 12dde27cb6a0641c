"""The app's name for Django."""

from django.apps import AppConfig


class TodayConfig(AppConfig):
    """What would help today."""

    name = "onward.journey.today"
    label = "today"
