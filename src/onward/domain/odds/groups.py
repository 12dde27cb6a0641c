"""What is counted together: each number on a page is the size of one of these groups.

The list behind a number asks the same question, so the two never disagree.
"""

from collections import Counter
from enum import StrEnum

from onward.domain.odds.courses import Course, Fate
from onward.domain.odds.tallies import Courses, Leg, Result, result_of


class Reached(StrEnum):
    """A point of the journey that an application came to."""

    APPLIED = "applied"
    FIRST = "first-interview"
    SECOND = "second-interview"
    LATER = "later-interview"
    OFFER = "offered"


_SECOND, _LATER = 2, 3
_LATER_TALKS = frozenset({Reached.SECOND, Reached.LATER})
ANSWERED, UNANSWERED = "answered", "unanswered"


def way_of(course: Course) -> tuple[Reached, ...]:
    """Return the points an application came to, in order."""
    points = {
        Reached.APPLIED: True,
        Reached.FIRST: course.talks > 0,
        Reached.SECOND: course.talks >= _SECOND,
        Reached.LATER: course.talks >= _LATER,
        Reached.OFFER: course.was_offered,
    }
    return tuple(point for point, came in points.items() if came)


def ended_at(point: Reached, fate: Fate) -> str:
    """Return the group of those that stand like this and came no further."""
    return f"{point}-{fate}"


def ended_later(fate: Fate) -> str:
    """Return the group of those that ended after a second interview or a later one."""
    return f"after-second-{fate}"


def went_on(point: Reached) -> str:
    """Return the group of those that came to a point and further."""
    return f"{point}-on"


def leg_group(leg: Leg, result: Result) -> str:
    """Return the group of those for which a part of the way went like this."""
    return f"{leg}-{result}"


def groups_of(course: Course) -> frozenset[str]:
    """Return every group an application is counted in."""
    way = way_of(course)
    results = {leg: result_of(leg, course) for leg in Leg}
    later = {ended_later(course.fate)} if way[-1] in _LATER_TALKS else set()
    return frozenset(
        {
            *way,
            *later,
            *map(went_on, way[:-1]),
            ended_at(way[-1], course.fate),
            ANSWERED if course.was_answered else UNANSWERED,
            *(leg_group(leg, found) for leg, found in results.items() if found),
        }
    )


def sizes(courses: Courses) -> Counter[str]:
    """Return how many applications each group holds."""
    found: Counter[str] = Counter()
    for course, count in courses.items():
        for group in groups_of(course):
            found[group] += count
    return found


EVERY_GROUP = frozenset(
    {
        *Reached,
        ANSWERED,
        UNANSWERED,
        *map(went_on, Reached),
        *map(ended_later, Fate),
        *(ended_at(point, fate) for point in Reached for fate in Fate),
        *(leg_group(leg, result) for leg in Leg for result in Result),
    }
)
