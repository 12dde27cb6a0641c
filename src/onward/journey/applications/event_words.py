"""What happened, in words, for the timeline and for the history of changes."""

from django.utils.translation import gettext_lazy

from onward.domain.applications.events import EventKind

EVENTS = {
    EventKind.FOUND: gettext_lazy("You wrote it down"),
    EventKind.APPROACHED: gettext_lazy("They wrote to you first"),
    EventKind.APPLIED: gettext_lazy("You applied"),
    EventKind.ACKNOWLEDGED: gettext_lazy("They got it"),
    EventKind.ASSESSMENT: gettext_lazy("They asked for a test or a task"),
    EventKind.INVITED: gettext_lazy("They invited you to an interview"),
    EventKind.INTERVIEW_SCHEDULED: gettext_lazy("Interview"),
    EventKind.INTERVIEW_HELD: gettext_lazy("Interview"),
    EventKind.OFFER: gettext_lazy("They made you an offer"),
    EventKind.OFFER_ACCEPTED: gettext_lazy("You accepted the offer"),
    EventKind.OFFER_DECLINED: gettext_lazy("You declined the offer"),
    EventKind.OFFER_WITHDRAWN: gettext_lazy("They took the offer back"),
    EventKind.REJECTED: gettext_lazy("They said no"),
    EventKind.WITHDRAWN: gettext_lazy("You withdrew"),
    EventKind.CLOSED_SILENT: gettext_lazy("Closed, as no answer came"),
    EventKind.FEEDBACK_REQUESTED: gettext_lazy("You asked for feedback"),
    EventKind.FEEDBACK_RECEIVED: gettext_lazy("Their feedback came"),
    EventKind.WROTE: gettext_lazy("You wrote to them"),
    EventKind.HEARD: gettext_lazy("They wrote"),
}


def event_words(kind: str) -> str:
    """Return what happened: "They said no"."""
    return str(EVENTS[EventKind(kind)])
