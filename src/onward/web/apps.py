"""The app's name for Django, and what follows what once all apps are there."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, forms and what they show."""

    name = "onward.web"
    label = "web"

    def ready(self) -> None:
        """Tie events to what follows them."""
        from onward.journey.subscriptions import subscribe  # noqa: PLC0415 - apps first

        subscribe()
