"""Days for practice, evenly spaced up to the next interview.

Spaced practice holds better than massed practice; growing gaps do no better than even
ones (Latimier, Peyre and Ramus 2021), so the gaps are even.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# Days 1, 3, 5 and 7 where no interview sets an end.
USUAL_TIMES = 4
USUAL_GAP = 2
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """One practice that is planned; `done` ones never move."""

    number: int
    on: date
    done: bool = False


def spaced_days(
    first: date, interview: date | None, times: int = USUAL_TIMES
) -> tuple[date, ...]:
    """Return the days to practise on, from the first up to the day before an interview.

    Never two on one day: with fewer days than times there are fewer practices. Without
    an interview they are two days apart. On the day itself nothing is planned.
    """
    if times < 1:
        return ()
    if interview is None:
        return tuple(first + _DAY * USUAL_GAP * number for number in range(times))
    days = (interview - first).days
    if days < 1:
        return ()
    count = min(times, days)
    if count == 1:
        return (interview - _DAY,)
    step = (days - 1) / (count - 1)
    return tuple(first + _DAY * round(step * number) for number in range(count))


def moved(
    planned: Sequence[Due], today: date, interview: date | None
) -> tuple[Due, ...]:
    """Return the practices after an interview was set or moved, in their order.

    Done ones stay as they were. Those ahead are spaced anew from today; what no longer
    fits before the interview is left out, the last ones first.
    """
    done = [due for due in planned if due.done]
    ahead = sorted((due for due in planned if not due.done), key=lambda due: due.number)
    first = today + _DAY if any(due.on == today for due in done) else today
    days = spaced_days(first, interview, len(ahead))
    fresh = [Due(due.number, day) for due, day in zip(ahead, days, strict=False)]
    return (*done, *fresh)
