"""The app's name for Django."""

from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    """Tasks and the worker that does them."""

    name = "onward.background"
    label = "background"
