"""Finds the last day that a sentence sets: a day by its name, or a count of days."""

from datetime import date, timedelta

from onward.domain.asking.counts import counted
from onward.domain.asking.feasts import feasts_named
from onward.domain.asking.german_limits import counted_in_german
from onward.domain.asking.named_days import days_set
from onward.domain.asking.periods import ended

# Nobody takes questions for longer; what is further off is another matter.
_LONGEST = timedelta(days=200)


def last_day_in(said: str, sent_on: date) -> date | None:
    """Return the first day that a sentence sets as the last one, None without any."""
    for day in (
        *counted(said, sent_on),
        *counted_in_german(said, sent_on),
        *ended(said, sent_on),
        *days_set(said, sent_on),
        *feasts_named(said, sent_on),
    ):
        if sent_on <= day <= sent_on + _LONGEST:
            return day
    return None
