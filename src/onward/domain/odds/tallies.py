"""Counts each step of a search over the courses of its applications."""

from collections.abc import Mapping
from enum import StrEnum

from onward.domain.odds.courses import Course, Fate
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally

Courses = Mapping[Course, int]
# Their own decision says nothing about how it would have gone.
_BY_PERSON = frozenset({Fate.WITHDRAWN})


class Leg(StrEnum):
    """A part of the way that an application either passes or does not.

    `INTRODUCED` is the first part where somebody spoke for the person. The rounds are
    apart here; the command line and the priors know them as one step.
    """

    INTERVIEW = "interview"
    INTRODUCED = "introduced"
    FIRST = "first"
    SECOND = "second"
    LATER = "later"
    OFFER = "offer"
    NEVER_TOLD = "never-told"


class Result(StrEnum):
    """How a part of the way went."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


ROUNDS = {Leg.FIRST: 1, Leg.SECOND: 2, Leg.LATER: 3}
STEPS = {
    Leg.INTERVIEW: Step.INTERVIEW,
    Leg.FIRST: Step.ROUND,
    Leg.SECOND: Step.ROUND,
    Leg.LATER: Step.ROUND,
    Leg.OFFER: Step.OFFER,
    Leg.NEVER_TOLD: Step.NEVER_TOLD,
}


def result_of(leg: Leg, course: Course) -> Result | None:
    """Return how a part of the way went; None where it says nothing about it.

    An application without an answer is open while young and a miss once old: leaving
    silence out would make every share look better than it is. What the person ended
    themselves is left out of the part they left at.
    """
    if leg in (Leg.INTERVIEW, Leg.INTRODUCED):
        if course.was_introduced != (leg is Leg.INTRODUCED):
            return None
        return _passed(course, was_passed=course.talks > 0)
    if course.talks < ROUNDS.get(leg, 1):
        return None
    if leg is Leg.NEVER_TOLD:
        return _never_told(course)
    return _passed(course, was_passed=course.talks > ROUNDS.get(leg, course.talks))


def tally_of(leg: Leg, courses: Courses) -> Tally:
    """Return how often a part of the way was passed."""
    counts = dict.fromkeys(Result, 0)
    for course, count in courses.items():
        result = result_of(leg, course)
        if result is not None:
            counts[result] += count
    passes = counts[Result.YES]
    return Tally(passes, passes + counts[Result.NO], counts[Result.OPEN])


def tallies_of(courses: Courses) -> dict[Step, Tally]:
    """Return the tally of each step that can be counted from applications.

    The first step is that of cold applications alone: a referral goes another way.
    """
    return {
        Step.INTERVIEW: tally_of(Leg.INTERVIEW, courses),
        Step.ROUND: _rounds(courses),
        Step.OFFER: tally_of(Leg.OFFER, courses),
        Step.NEVER_TOLD: tally_of(Leg.NEVER_TOLD, courses),
    }


def _rounds(courses: Courses) -> Tally:
    """Count each round by itself: all but the last of an application led to another."""
    passes = resolved = pending = 0
    for course, count in courses.items():
        if not course.talks:
            continue
        last = _passed(course, was_passed=False)
        before = course.talks - 1
        passes += count * (before + (last is Result.YES))
        resolved += count * (before + (last in (Result.YES, Result.NO)))
        pending += count * (last is Result.OPEN)
    return Tally(passes, resolved, pending)


def _passed(course: Course, *, was_passed: bool) -> Result | None:
    if was_passed or course.was_offered:
        return Result.YES
    if course.fate in _BY_PERSON:
        return None
    return Result.OPEN if course.fate is Fate.OPEN else Result.NO


def _never_told(course: Course) -> Result | None:
    """Count a silence after an interview as what it is: here the miss is a word."""
    if course.fate in _BY_PERSON:
        return None
    if course.fate is Fate.OPEN and not course.was_offered:
        return Result.OPEN
    return Result.YES if course.fate is Fate.SILENT else Result.NO
