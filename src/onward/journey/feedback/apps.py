"""The app's name for Django."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """Requests, letters on their way, times to talk, and what came back."""

    name = "onward.journey.feedback"
    label = "feedback"
