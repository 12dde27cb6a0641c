"""When a look back is a new one, and when it is kinder to stop."""

from datetime import datetime, timedelta

# Longer than a phone call, shorter than a night: after it one sits down anew.
REST = timedelta(hours=3)
SITTING = timedelta(minutes=15)
# Who comes back after such a break begins the quarter of an hour anew.
BREAK = timedelta(minutes=30)
# Going over it a third time is brooding more often than learning.
ENOUGH = 2


def is_new_sitting(touched_at: datetime | None, now: datetime) -> bool:
    """Tell whether whoever writes now has sat down anew."""
    return touched_at is None or now - touched_at > REST


def has_paused(touched_at: datetime | None, now: datetime) -> bool:
    """Tell whether there was a break, after which the time counts anew."""
    return touched_at is None or now - touched_at > BREAK


def is_enough(passes: int, touched_at: datetime | None, now: datetime) -> bool:
    """Tell whether to suggest leaving it there before yet another pass begins."""
    return passes >= ENOUGH and is_new_sitting(touched_at, now)
