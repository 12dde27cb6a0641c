"""What is done with letters beside the pages."""

from onward.background.schedule import repeated
from onward.journey.feedback.accounts import post_for
from onward.journey.feedback.busy_calendars import read_next_due
from onward.journey.feedback.outbox import own_up_to_breaks, send_due


@repeated(seconds=3)
def send_letters() -> None:
    """Say of letters that a killed process left that they are unsure, then send."""
    own_up_to_breaks()
    send_due(post_for)


@repeated(seconds=60)
def read_calendars() -> None:
    """Learn when people are busy, an hour after the last time at the earliest."""
    read_next_due()
