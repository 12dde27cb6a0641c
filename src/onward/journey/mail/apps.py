"""The app's name for Django."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Mail and its filing."""

    name = "onward.journey.mail"
    label = "mail"
