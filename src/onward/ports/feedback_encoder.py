"""What Onward asks of whatever reads feedback piece by piece before it is cut."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # numpy is slow to load, and most of the time nothing is read
    from onward.domain.feedback.encoded import Encoded


class FeedbackEncoder(Protocol):
    """Says of each piece of a feedback text what it seems to be part of."""

    def encoded(self, text: str) -> "Encoded":
        """Return a row for each piece of the text that was read."""
