"""Questions about requests for feedback."""

from onward.journey.feedback.models import FeedbackRequest
from onward.journey.people.models import Person

# An answer is waited for: by mail, or to the question when to talk.
OPEN = (FeedbackRequest.State.ASKED, FeedbackRequest.State.CALL_AGREED)


def waits_for_answers(person: Person) -> bool:
    """Tell whether there is a request that mail could answer."""
    return FeedbackRequest.objects.of(person).filter(state__in=OPEN).exists()
