"""The app's name for Django."""

from importlib import import_module

from django.apps import AppConfig


class InsightsConfig(AppConfig):
    """The whole search looked at."""

    name = "onward.journey.insights"
    label = "insights"

    def ready(self) -> None:
        """Make known what takes each change back, also where there are no pages."""
        import_module("onward.journey.insights.services")
