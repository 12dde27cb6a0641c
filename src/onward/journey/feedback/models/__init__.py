"""Requests for feedback, letters on their way, calls, and the notes that came of it."""

from onward.journey.feedback.models.access import AccessLetter
from onward.journey.feedback.models.busy import BusyCalendar
from onward.journey.feedback.models.calls import CalendarFeed, Call, CallNote, Slot
from onward.journey.feedback.models.doors import AngryVersion, Door
from onward.journey.feedback.models.letters import MailAccount, OutgoingLetter
from onward.journey.feedback.models.notes import FeedbackNote, FeedbackText
from onward.journey.feedback.models.requests import FeedbackRequest

__all__ = [
    "AccessLetter",
    "AngryVersion",
    "BusyCalendar",
    "CalendarFeed",
    "Call",
    "CallNote",
    "Door",
    "FeedbackNote",
    "FeedbackRequest",
    "FeedbackText",
    "MailAccount",
    "OutgoingLetter",
    "Slot",
]
