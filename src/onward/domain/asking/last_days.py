"""Counts to the last day of a stretch of days, weeks or months."""

from calendar import monthrange
from datetime import date, timedelta

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN_A_YEAR = 12
_FRIDAY, _WEEK = 4, 7


def later(day: date, count: int, unit: str) -> date:
    """Return the day so many days, weeks or months on; a month ends by its own day."""
    if unit != "month":
        return day + timedelta(days=count * _DAYS[unit])
    end = end_of_month(day, count)
    return end.replace(day=min(day.day, end.day))


def end_of_month(day: date, ahead: int) -> date:
    """Return the last day of a month so many months on; one gone by is next year's."""
    months = day.month - 1 + ahead % _MONTHS_IN_A_YEAR
    year, month = day.year + months // _MONTHS_IN_A_YEAR, months % _MONTHS_IN_A_YEAR + 1
    return date(year, month, monthrange(year, month)[1])


def end_of_week(day: date, *, is_next: bool) -> date:
    """Return the Friday on which a week ends; at a weekend that of the week to come."""
    this = day + timedelta(days=(_FRIDAY - day.weekday()) % _WEEK)
    is_weekend = day.weekday() > _FRIDAY
    return this + timedelta(days=_WEEK * (is_next and not is_weekend))


def working_day_by(day: date) -> date:
    """Return a day, or the Friday before where it is at a weekend."""
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))
