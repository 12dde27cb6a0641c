"""Tells whether a message fits an application's time, and how far it has come."""

from datetime import datetime, timedelta

from onward.domain.mail.linking.clue import Clue, Known, Sign
from onward.domain.mail.verdict import Meaning

_APPLIED_AGAIN, _SAID_NO_TWICE, _TOLD_AGAIN, _LATE_STEP = -4.0, -1.5, -1.0, -1.0
_TOLD_OF_ENDED = 1.0
# A quiet month or two is usual; after half a year the name alone is not enough.
_USUAL_QUIET, _DAYS_A_POINT, _MOST_FOR_TIME = 45, 90.0, 2.0
_A_FEW_DAYS = timedelta(days=4)


def by_time(clue: Clue, known: Known) -> float:
    """Return what a long silence takes away, in points."""
    gap = _days_apart(clue.sent_at, known)
    return -min(_MOST_FOR_TIME, max(0.0, gap - _USUAL_QUIET) / _DAYS_A_POINT)


def _days_apart(moment: datetime | None, known: Known) -> float:
    if moment is None or known.first_at is None or known.last_at is None:
        return 0.0
    outside = max(known.first_at - moment, moment - known.last_at)
    return max(0.0, outside / timedelta(days=1))


def by_stage(clue: Clue, known: Known) -> float:
    """Return what it adds or takes away how far an application has come, in points."""
    if clue.sent_at is None:
        return 0.0
    ended = known.ended_at is not None and clue.sent_at > known.ended_at
    applies = clue.own and Sign.APPLIES in clue.signs
    if applies or clue.meaning is Meaning.ACKNOWLEDGEMENT:
        return _by_beginning(clue.sent_at, known, has_ended=ended)
    if not ended:
        return 0.0
    if clue.meaning is Meaning.REJECTION:
        return _SAID_NO_TWICE
    return _TOLD_OF_ENDED if clue.meaning is Meaning.FEEDBACK else _LATE_STEP


def _by_beginning(moment: datetime, known: Known, *, has_ended: bool) -> float:
    if has_ended:
        return _APPLIED_AGAIN
    told = known.acknowledged_at
    again = told is not None and moment - told > _A_FEW_DAYS
    return _TOLD_AGAIN if again else 0.0
