"""How much of a mailbox is read at once, and when what was read is filed."""

import time
from dataclasses import dataclass, field

from onward.journey.mail.holding import BEAT_SECONDS

MOST, MOST_BYTES = 250, 3_000_000
MOST_BESIDE = 2
# A mailbox as large as this is read in two looks; a smaller one takes seconds anyway.
_TWO_LOOKS_FROM, _TWO_LOOKS_FROM_HEADINGS = 64_000_000, 2_000
# The first applications show soon; later ones when filing costs little beside reading.
_FIRST_FILING_SECONDS, _BETWEEN_FILINGS, _SHARE_OF_TIME = 1.0, 10.0, 30.0


@dataclass(slots=True)
class Pace:
    """Decides how much to read at once, and when to file what was read."""

    at_once: int = MOST
    two_looks_from: int = _TWO_LOOKS_FROM
    two_looks_from_headings: int = _TWO_LOOKS_FROM_HEADINGS
    beside: int = MOST_BESIDE
    first_filing: float = _FIRST_FILING_SECONDS
    between_filings: float = _BETWEEN_FILINGS
    started: float = field(default_factory=time.monotonic)
    beaten: float = 0.0
    filed: float = 0.0
    cost: float = 0.0

    def is_beat_due(self) -> bool:
        """Tell whether a sign of life is due, and note that it is given."""
        moment = time.monotonic()
        due = moment - self.beaten > BEAT_SECONDS
        self.beaten = moment if due else self.beaten
        return due

    def is_filing_due(self, share_read: float = 0.0) -> bool:
        """Tell whether what was read should be filed meanwhile.

        `share_read` is how much of the mailbox is read, from 0 (unknown) to 1. What
        would be filed shortly before the end waits for the end: filing then costs
        memory just as the helpers of the end are forked.
        """
        moment = time.monotonic()
        if not self.filed:
            return moment - self.started >= self.first_filing
        if not self.between_filings:
            return True
        wait = max(self.between_filings, _SHARE_OF_TIME * self.cost)
        return moment - self.filed >= wait and not self._is_near(share_read, moment)

    def _is_near(self, share_read: float, moment: float) -> bool:
        left = 1 - share_read
        return (moment - self.started) * left < self.between_filings * share_read

    def note_filing(self, began: float) -> None:
        """Remember when filing ended and what it took."""
        self.filed = time.monotonic()
        self.cost = self.filed - began
