"""The app's name for Django."""

from django.apps import AppConfig


class MailboxesConfig(AppConfig):
    """Mailboxes on servers."""

    name = "onward.journey.mailboxes"
    label = "mailboxes"
