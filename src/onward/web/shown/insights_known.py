"""What a page of Insights goes by: everything counted, read once for all its parts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from random import Random
from urllib.parse import urlencode

from django.urls import reverse

from onward.background import clock
from onward.domain.odds.courses import Course
from onward.domain.odds.groups import sizes
from onward.domain.odds.tallies import STEPS, Leg, tally_of
from onward.domain.statistics.priors import Prior, Step
from onward.domain.statistics.shortfall import Measured, weakest
from onward.journey.insights import queries
from onward.journey.insights.models import NewWay
from onward.journey.insights.narrowing import Narrowed, months_ago, roles_of
from onward.journey.people.models import Person
from onward.web.shown.insights import Figure
from onward.web.shown.insights_words import counted

SINCE, BEFORE = "since-", "before-"
MONTHS = (3, 6, 12)
# The parts of the way among which the weakest is looked for: each follows the other.
IN_A_ROW = (Leg.INTERVIEW, Leg.FIRST, Leg.SECOND, Leg.LATER)


@dataclass(frozen=True, slots=True)
class Asked:
    """What Insights is narrowed to, as the address tells it; empty is everything."""

    period: str = ""
    channel: str = ""
    kind: str = ""

    @property
    def query(self) -> str:
        """The end of an address that narrows another page alike."""
        told = {"period": self.period, "channel": self.channel, "kind": self.kind}
        given = urlencode({name: value for name, value in told.items() if value})
        return f"?{given}" if given else ""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything counted."""

    person: Person
    asked: Asked
    narrowed: Narrowed
    now: datetime
    today: date
    new_ways: tuple[NewWay, ...]
    courses: Counter[Course]
    sizes: Counter[str]
    priors: Mapping[Step, Prior]

    def figure(self, group: str, text: str = "") -> Figure:
        """Return a number with its list; none at all opens nothing."""
        count = self.sizes[group]
        url = reverse("counted", args=[group]) + self.asked.query if count else ""
        return Figure(text or counted(count), url)

    def measured(self, leg: Leg) -> Measured:
        """Return how a part of the way went, beside what is usual for it."""
        return Measured(tally_of(leg, self.courses), self.priors[STEPS[leg]])

    def weakest(self) -> Leg | None:
        """Return the part of the way that clearly falls short most, if one does."""
        return _weakest(tuple((leg, self.measured(leg)) for leg in IN_A_ROW))


@lru_cache(maxsize=64)
def _weakest(steps: tuple[tuple[Leg, Measured], ...]) -> Leg | None:
    """Draw once for the same counts: a page that is opened again says the same."""
    return weakest(dict(steps), Random(1))  # noqa: S311 - a simulation, to be repeated


def known_of(person: Person, asked: Asked) -> Known:
    """Read everything a page of Insights goes by."""
    now = clock.now()
    new_ways = tuple(queries.new_ways(person))
    narrowed = narrowed_to(person, asked, new_ways)
    courses = queries.courses(person, now, narrowed)
    return Known(
        person=person,
        asked=asked,
        narrowed=narrowed,
        now=now,
        today=clock.today(person),
        new_ways=new_ways,
        courses=courses,
        sizes=sizes(courses),
        priors=queries.priors(person),
    )


def narrowed_to(person: Person, asked: Asked, new_ways: tuple[NewWay, ...]) -> Narrowed:
    """Return what the address narrows to, without what is not there."""
    since, until = _period(asked.period, clock.today(person), new_ways)
    roles = roles_of(person, asked.kind) if asked.kind else None
    return Narrowed(asked.channel, roles, since, until)


def _period(
    period: str, today: date, new_ways: tuple[NewWay, ...]
) -> tuple[date | None, date | None]:
    if period in {str(months) for months in MONTHS}:
        return months_ago(int(period), today), None
    for new_way in new_ways:
        if period == f"{SINCE}{new_way.pk}":
            return new_way.began_on, None
        if period == f"{BEFORE}{new_way.pk}":
            return None, new_way.began_on
    return None, None
