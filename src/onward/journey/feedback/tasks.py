"""What is done with letters beside the pages."""

from onward.background.schedule import repeated
from onward.journey.feedback.accounts import post_for
from onward.journey.feedback.busy_calendars import read_all_again
from onward.journey.feedback.outbox import own_up_to_breaks, send_due


@repeated(seconds=3)
def send_letters() -> None:
    """Say of letters that a killed process left that they are unsure, then send."""
    own_up_to_breaks()
    send_due(post_for)


@repeated(seconds=3600)
def read_calendars() -> None:
    """Learn when people are busy, from the calendars they named and no others."""
    read_all_again()
