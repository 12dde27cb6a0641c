"""When to come back to a question: evenly spaced, up to the next interview."""

from collections.abc import Collection
from datetime import date, timedelta

from onward.domain.development.spacing import USUAL_GAP, spaced_days

# Nothing comes back for ever: after so many days it has been round enough.
MOST_DAYS = 5
_DAY = timedelta(days=1)


def next_return(
    practised_on: Collection[date], interview_on: date | None, today: date
) -> date | None:
    """Return the day a question is due again; None when it has been round enough.

    With an interview ahead the days left are shared out evenly, up to the day before.
    """
    days = len(set(practised_on))
    if not days or days >= MOST_DAYS:
        return None
    last = max(practised_on)
    if interview_on is None or interview_on <= today:
        return last + _DAY * (1 if days == 1 else USUAL_GAP)
    ahead = spaced_days(last + _DAY, interview_on, MOST_DAYS - days)
    return ahead[0] if ahead else None
