"""Reads when a message was sent."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from onward.domain.mail.message import Fault

_EARLIEST = 1990
_LATEST = 2100
_CLOCKS_DIFFER = timedelta(days=1)
_LONGEST = 100


def sent_at(value: str, now: datetime | None) -> tuple[datetime | None, Fault | None]:
    """Return the aware moment a Date header names; None and a fault when absurd.

    Nothing before 1990 or more than a day after `now` is believed.
    """
    if not value:
        return None, None
    moment = _moment(value[:_LONGEST])
    if moment is None or not _EARLIEST <= moment.year < _LATEST:
        return None, Fault.ABSURD_DATE
    if now is not None and moment - now > _CLOCKS_DIFFER:
        return None, Fault.ABSURD_DATE
    return moment, None


def _moment(value: str) -> datetime | None:
    try:
        parts = parsedate_tz(value)
        if parts is None:
            return None
        zone = timezone(timedelta(seconds=parts[9])) if parts[9] else UTC
        year, month, day, hour, minute, second = parts[:6]
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
        moment.astimezone(UTC)  # near the first and last year this overflows
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment
