"""How days and hours are written where the letter goes."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum


class Locale(StrEnum):
    """Where the employer is; it sets dates, hours and a few words."""

    UK = "uk"
    EU = "eu"
    US = "us"


def spoken_date(day: date, locale: Locale) -> str:
    """Return a day as in "4 November", or "November 4" in the US."""
    month = f"{day:%B}"
    return f"{month} {day.day}" if locale is Locale.US else f"{day.day} {month}"


def spoken_time(moment: datetime, locale: Locale) -> str:
    """Return an hour as in "11:00", or "11:00 am" in the US."""
    if locale is not Locale.US:
        return f"{moment:%H:%M}"
    half = "am" if moment.hour < 12 else "pm"  # noqa: PLR2004 - noon
    return f"{moment.hour % 12 or 12}:{moment:%M} {half}"


def spoken_slots(slots: Sequence[datetime], locale: Locale) -> str:
    """Return times as in "on Wednesday 2 December at 11:00 or Thursday ..."."""
    said = [
        f"{slot:%A} {spoken_date(slot.date(), locale)} at {spoken_time(slot, locale)}"
        for slot in slots
    ]
    if not said:
        return ""
    *first, last = said
    return f"on {', '.join(first)} or {last}" if first else f"on {last}"


def in_locale(text: str, locale: Locale) -> str:
    """Return a text with the few words that differ where the letter goes."""
    return text.replace("e-mail", "email") if locale is Locale.US else text
