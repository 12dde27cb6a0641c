"""What an encoder makes of a feedback text, piece by piece, in the model's own order.

The encoder itself comes from outside: these rows are what it hands in.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onward.domain.feedback.weights import Floats

# A point may begin after a link word, so a border looks at so many pieces behind it.
_BEHIND = 3


@dataclass(frozen=True, slots=True)
class Encoded:
    """One row for each piece of a word.

    `starts` tells where in the text each piece begins. `kinds` are logarithms of the
    chances of each of `KINDS` and of no note, `begins` the log-odds that a point begins
    there, and `competencies` logarithms of the chances of each behaviour and of none.
    """

    starts: Sequence[int]
    kinds: Floats
    begins: Floats
    competencies: Floats

    def kinds_in(self, start: int, end: int) -> Floats | None:
        """Return what is said of the kind of a stretch, or None if nothing is."""
        return _mean(self.kinds, *self._pieces(start, end))

    def competencies_in(self, start: int, end: int) -> Floats | None:
        """Return what is said of the competency of a stretch, or None."""
        return _mean(self.competencies, *self._pieces(start, end))

    def begins_at(self, place: int) -> float | None:
        """Return the log-odds that a point begins at a place, or None."""
        first = bisect_left(self.starts, place)
        near = self.begins[first : first + _BEHIND]
        return float(near.max()) if len(near) else None

    def _pieces(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def _mean(rows: Floats, first: int, last: int) -> Floats | None:
    if first >= last:
        return None
    return np.asarray(rows[first:last].mean(axis=0), dtype=np.float32)
