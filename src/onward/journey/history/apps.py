"""The app's name for Django."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """The list of what was done and can be undone."""

    name = "onward.journey.history"
    label = "history"
