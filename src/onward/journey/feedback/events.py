"""What happens to letters that later steps follow."""

from dataclasses import dataclass

from onward.journey.feedback.models import OutgoingLetter


@dataclass(frozen=True, slots=True)
class LetterSent:
    """A letter has left, as the server confirmed."""

    letter: OutgoingLetter
