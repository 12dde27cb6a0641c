"""The app's name for Django."""

from django.apps import AppConfig


class ReflectionConfig(AppConfig):
    """What the person makes of their rounds, sealed at rest."""

    name = "onward.journey.reflection"
    label = "reflection"
