"""The app's name for Django."""

from importlib import import_module

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Applications as history."""

    name = "onward.journey.applications"
    label = "applications"

    def ready(self) -> None:
        """Make known what takes each change back, also where there are no pages."""
        for name in ("adding", "contacts", "editing", "keeping", "merging", "telling"):
            import_module(f"onward.journey.applications.{name}")
