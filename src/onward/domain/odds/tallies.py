"""Counts each step of a search over its histories."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind, Happened
from onward.domain.applications.state import Ending, state_of
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Tally
from onward.domain.statistics.waiting_times import old_enough

# Their own decision says nothing about how it would have gone.
_BY_PERSON = frozenset({Ending.WITHDRAWN})
_OFFERED = frozenset(
    {EventKind.OFFER, EventKind.OFFER_ACCEPTED, EventKind.OFFER_DECLINED}
)
_TALKS = frozenset({EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD})


@dataclass(frozen=True, slots=True)
class Course:
    """One application as far as the odds go.

    `rounds` counts interviews that are over. `was_invited` also holds for one whose
    day is still to come. `is_old` means that nearly all answers would be in by now.
    """

    rounds: int
    was_invited: bool
    was_offered: bool
    ending: Ending | None
    is_old: bool


def course_of(
    history: Iterable[Happened], now: datetime, patience: timedelta | None = None
) -> Course:
    """Return the course of one application's events."""
    events = counting(history)
    state = state_of(events, now)
    kinds = {event.kind for event in events}
    waited = now - (state.last_at or now)
    return Course(
        rounds=state.interviews,
        was_invited=bool(kinds & (_TALKS | {EventKind.INVITED})),
        was_offered=bool(kinds & _OFFERED),
        ending=state.ending,
        is_old=waited > (patience or timedelta(days=old_enough())),
    )


def tallies_of(courses: Iterable[Course]) -> dict[Step, Tally]:
    """Return the tally of each step that can be counted from applications.

    An application without an answer is pending while young and a miss once old: leaving
    silence out would make every rate look better than it is. What the person ended
    themselves is left out of the step they left at.
    """
    known = list(courses)
    met = [course for course in known if course.rounds]
    return {
        Step.INTERVIEW: _tally(_invited(course) for course in known),
        Step.ROUND: _tally(result for course in met for result in _rounds(course)),
        Step.OFFER: _tally(_offered(course) for course in met),
        Step.NEVER_TOLD: _tally(_never_told(course) for course in met),
    }


class _Pending:
    """Not known yet."""


class _LeftOut:
    """Says nothing about this step."""


_PENDING, _LEFT_OUT = _Pending(), _LeftOut()
_Result = bool | _Pending | _LeftOut


def _tally(results: Iterable[_Result]) -> Tally:
    counted = list(results)
    passes = sum(result is True for result in counted)
    misses = sum(result is False for result in counted)
    pending = sum(result is _PENDING for result in counted)
    return Tally(passes, passes + misses, pending)


def _invited(course: Course) -> _Result:
    if course.was_invited or course.rounds or course.was_offered:
        return True
    return _unless_over(course)


def _offered(course: Course) -> _Result:
    return True if course.was_offered else _unless_over(course)


def _rounds(course: Course) -> list[_Result]:
    """Return for each round whether another step followed; the last by the ending."""
    last = True if course.was_offered else _unless_over(course)
    return [*[True] * (course.rounds - 1), last]


def _never_told(course: Course) -> _Result:
    """Count a silence after an interview as what it is: here the miss is a word."""
    if course.ending is Ending.SILENT:
        return True
    if course.ending in _BY_PERSON:
        return _LEFT_OUT
    if course.ending is not None or course.was_offered:
        return False
    return True if course.is_old else _PENDING


def _unless_over(course: Course) -> _Result:
    if course.ending in _BY_PERSON:
        return _LEFT_OUT
    if course.ending is not None or course.is_old:
        return False
    return _PENDING
