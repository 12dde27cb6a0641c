"""Finds times to offer for a call: in working hours over there, and free over here."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from onward.domain.meetings.busy import Span

_SATURDAY = 5
_MORNING, _AFTERNOON = (time(10), time(12)), (time(14), time(16, 30))
_HALVES = (_MORNING, _AFTERNOON)
_STEP = timedelta(minutes=30)
# Time to get to the phone, and to write down what was said.
_AROUND = timedelta(minutes=15)
_MOST_DAYS = 30
NOTICE_WORKING_DAYS = 2


def is_working_day(day: date) -> bool:
    """Tell whether offices are open, public holidays aside (they differ by place)."""
    return day.weekday() < _SATURDAY


def working_days_after(day: date, count: int) -> date:
    """Return the day so many working days later."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def next_working_morning(now: datetime, zone: tzinfo, at: time = time(9)) -> datetime:
    """Return the next working morning in a zone; never the same day.

    A letter written tonight is better sent tomorrow.
    """
    here = now.astimezone(zone)
    day = working_days_after(here.date(), 1)
    return datetime.combine(day, at, tzinfo=zone)


def slots_to_offer(
    now: datetime,
    zone: tzinfo,
    busy: Sequence[Span] = (),
    count: int = 2,
    length: timedelta = timedelta(minutes=15),
) -> tuple[datetime, ...]:
    """Return times to offer, each on its own day, mornings and afternoons in turn.

    `zone` is the employer's. The first is two working days ahead, so that they can
    prepare. Fewer come back when there are not so many within 30 days.
    """
    found: list[datetime] = []
    day = working_days_after(now.astimezone(zone).date(), NOTICE_WORKING_DAYS)
    for _ in range(_MOST_DAYS):
        if len(found) == count:
            break
        halves = _HALVES[len(found) % 2 :] + _HALVES[: len(found) % 2]
        times = (moment for half in halves for moment in _times(day, half, zone))
        free = (moment for moment in times if _is_free(moment, length, busy))
        if (first := next(free, None)) is not None:
            found.append(first)
        day = working_days_after(day, 1)
    return tuple(found)


def _times(day: date, half: tuple[time, time], zone: tzinfo) -> Iterator[datetime]:
    moment, end = (datetime.combine(day, at, tzinfo=zone) for at in half)
    moment += _STEP * 2  # not on the dot of the half day: 11:00 and 15:00 are kinder
    while moment <= end:
        yield moment
        moment += _STEP
    yield datetime.combine(day, half[0], tzinfo=zone)


def _is_free(moment: datetime, length: timedelta, busy: Sequence[Span]) -> bool:
    wanted = Span(moment - _AROUND, moment + length + _AROUND)
    return not any(span.meets(wanted) for span in busy)
