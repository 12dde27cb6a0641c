"""What a silence says, by the person's own waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.waiting_times import (
    SILENCE_AFTER_APPLYING,
    Wait,
    chance_of_never,
    even_after,
    own_median,
    own_never,
)

ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Silence:
    """How many never answer, and how long those take who do.

    `cases` are the person's own it rests on, besides what is assumed.
    """

    never: float
    median_days: float
    cases: int = 0

    def never_after(self, days: float) -> float:
        """Return the probability that no word comes after so many silent days."""
        return chance_of_never(days, self.never, self.median_days)

    @property
    def even_days(self) -> float:
        """After how many silent days it is about even; 0: from the first on."""
        return even_after(self.never, self.median_days)


def days_between(begin: datetime, end: datetime) -> int:
    """Return whole days waited, never less than none."""
    return max(0, (end - begin).days)


def silence_of(
    waits: Iterable[Wait], long: float, prior: Beta = SILENCE_AFTER_APPLYING
) -> Silence:
    """Return what own waits say; open ones longer than `long` count as no answer."""
    answered, silent = [], 0
    for wait in waits:
        if wait.cause == ANSWER:
            answered.append(wait.days)
        else:
            silent += wait.days > long
    median = own_median(answered)
    return Silence(
        never=own_never(prior, silent, len(answered)),
        median_days=max(median, 1.0),
        cases=silent + len(answered),
    )
