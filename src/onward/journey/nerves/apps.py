"""The app's name for Django."""

from django.apps import AppConfig


class NervesConfig(AppConfig):
    """What eases nerves, with ratings before and after."""

    name = "onward.journey.nerves"
    label = "nerves"
