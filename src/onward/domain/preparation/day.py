"""The day itself: when to leave, and how a first move for a blank sounds."""

from dataclasses import dataclass
from datetime import datetime, timedelta

# Advisers' habit: a quarter of the way again, and never less than this.
LEAST_BUFFER = timedelta(minutes=15)
# To find the door, drink some water and sit down.
ARRIVE_EARLY = timedelta(minutes=10)
_PART_OF_THE_WAY = 4


@dataclass(frozen=True, slots=True)
class Way:
    """When to leave and when one is there, for a talk that begins at a given time."""

    leave_at: datetime
    there_at: datetime
    buffer: timedelta


def usual_buffer(travel: timedelta) -> timedelta:
    """Return how much time to add to a way, for what goes wrong on it."""
    return max(LEAST_BUFFER, _rounded(travel / _PART_OF_THE_WAY))


def way_to(
    starts_at: datetime, travel: timedelta, buffer: timedelta | None = None
) -> Way:
    """Return when to leave so as to be there some minutes early, all going wrong."""
    spare = usual_buffer(travel) if buffer is None else buffer
    there_at = starts_at - ARRIVE_EARLY
    return Way(there_at - travel - spare, there_at, spare)


def _rounded(span: timedelta) -> timedelta:
    """Return a span in whole steps of five minutes, upwards."""
    step = timedelta(minutes=5)
    return -(-span // step) * step
