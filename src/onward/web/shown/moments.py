"""Days, moments and small numbers as people say them."""

from datetime import date, datetime, timedelta

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_DAYS_OF_A_WEEK = 7
_MOST_DAYS_TOLD = 13


def long_day(day: date) -> str:
    """Return a day as the head of a page: "Monday, 23 November"."""
    return date_format(day, "l, j F")


def near_day(day: date, today: date) -> str:
    """Return a day as one speaks of it: "tomorrow", "Thursday", "3 December"."""
    away = (day - today).days
    if away in (-1, 0, 1):
        return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[away]
    if abs(away) < _DAYS_OF_A_WEEK:
        return date_format(day, "l")
    return date_format(day, "j F" if day.year == today.year else "j F Y")


def short_day(day: date, today: date) -> str:
    """Return a day for a narrow column: "today", "yesterday", "3 Nov", "3 Nov 2025"."""
    if (today - day).days in (-1, 0, 1):
        return near_day(day, today)
    return date_format(day, "j M" if day.year == today.year else "j M Y")


def hour(moment: datetime) -> str:
    """Return the time of day: "10:30"."""
    return date_format(moment, "H:i")


def how_far(day: date, today: date) -> str:
    """Return how far off a day is: "tomorrow", "in three days"."""
    away = (day - today).days
    if away <= 1:
        return near_day(day, today)
    return ngettext("in %(days)s day", "in %(days)s days", away) % {
        "days": number(away)
    }


def how_long(span: timedelta) -> str:
    """Return a time that has passed: "nine days", "four weeks"."""
    days = span.days
    if days <= _MOST_DAYS_TOLD:
        return ngettext("%(count)s day", "%(count)s days", days) % {
            "count": number(days)
        }
    weeks = round(days / _DAYS_OF_A_WEEK)
    return ngettext("%(count)s week", "%(count)s weeks", weeks) % {
        "count": number(weeks)
    }


def number(count: int) -> str:
    """Return a number up to nine as a word, and a larger one in figures."""
    return str(apnumber(count)) if count else _("no")


def first_number(count: int) -> str:
    """Return the same, to begin a sentence with."""
    return str(capfirst(number(count)))
