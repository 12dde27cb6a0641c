"""What reflections tell other steps: questions asked, own points, guesses, marks.

All of it is locked: each of these raises SealedAwayError while the key is not at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from onward.background import clock
from onward.domain.applications.state import Ending, Stage
from onward.domain.feedback.competencies import competency_of
from onward.domain.feedback.frameworks import framework
from onward.domain.interview.questions.question import Kind
from onward.domain.reflection.asked import Asked
from onward.domain.reflection.marks import Side
from onward.journey.applications.models import Application, Employer, Round
from onward.journey.people.models import Person
from onward.journey.reflection.models import Reflection
from onward.journey.reflection.reading import Account, accounts_of

_NO_OFFER = frozenset({Ending.REJECTED, Ending.SILENT})


class Point(StrEnum):
    """What somebody noted for themselves."""

    KEEP = "keep"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it was asked; `kind` is a guess where the person said none."""

    text: str
    kind: Kind | None
    criterion: str
    clear: str
    asked_on: date | None
    application: Application
    is_guessed: bool = False


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """One thing to keep or to change, in the person's words.

    `competency` is what the words hint at, or empty.
    """

    kind: Point
    text: str
    noted_on: date
    application: Application
    competency: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """How sure of an offer somebody was, from 0 to 1, and whether it came.

    `came_true` is None while nothing is known, and where the person withdrew. Several
    rounds of one application have a forecast each.
    """

    share: float
    given_at: datetime
    application: Application
    came_true: bool | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One side of one answer, from 1 to 5."""

    side: Side
    value: int
    on: date
    application: Application


def interviews_of(application: Application) -> list[Round]:
    """Return the interviews that count or were written of, in their order."""
    mine = Round.objects.of(application.person)
    here = mine.filter(application__in=application.with_merged)
    found = here.filter(Q(event__isnull=False) | Q(is_written_of=True))
    return list(found.select_related("event", "reflection").order_by("starts_at", "pk"))


def questions_asked(
    person: Person, employer: Employer | None = None
) -> list[AskedQuestion]:
    """Return the questions asked so far, newest interview first.

    With an employer only theirs, under any of its names.
    """
    rows = _mine(person)
    if employer is not None:
        rows = rows.filter(application__employer__in=employer.root.every_id)
    return [
        _asked(one, account, person)
        for account in accounts_of(person, rows)
        for one in account.facts.questions
        if one.text
    ]


def own_points(person: Person) -> list[OwnPoint]:
    """Return what the person noted to keep and to change, newest first."""
    return [
        point
        for account in accounts_of(person, _mine(person))
        for point in _points(account, person)
    ]


def forecasts(person: Person) -> list[Forecast]:
    """Return every guess at an offer that was made before the outcome, oldest first."""
    rows = _mine(person).exclude(guess_at=None).order_by("guess_at", "pk")
    return [
        Forecast(
            share=account.guess / 100,
            given_at=account.reflection.guess_at,
            application=account.application,
            came_true=_came_true(account.application),
        )
        for account in accounts_of(person, rows)
        if account.guess is not None and account.reflection.guess_at
    ]


def marks(person: Person) -> list[Mark]:
    """Return all marks the person gave their answers, newest interview first."""
    return [
        Mark(Side(side), value, _day(account, person), account.application)
        for account in accounts_of(person, _mine(person))
        for given in account.meaning.marks
        for side, value in given.items()
        if side in set(Side)
    ]


def _mine(person: Person) -> QuerySet[Reflection]:
    mine = Reflection.objects.of(person)
    return mine.select_related("application__employer__merged_into").order_by(
        "-held_at", "-pk"
    )


def _asked(one: Asked, account: Account, person: Person) -> AskedQuestion:
    held_at = account.reflection.held_at
    zone = clock.zone_of(person)
    return AskedQuestion(
        text=one.text,
        kind=one.seems,
        criterion=one.criterion,
        clear=one.clear,
        asked_on=held_at.astimezone(zone).date() if held_at else None,
        application=account.application,
        is_guessed=not one.kind,
    )


def _points(account: Account, person: Person) -> Iterator[OwnPoint]:
    said = {Point.KEEP: account.meaning.keep, Point.CHANGE: account.meaning.change}
    for kind, text in said.items():
        if text:
            day, competency = (
                _day(account, person),
                competency_of(text, "", framework()),
            )
            yield OwnPoint(kind, text, day, account.application, competency)


def _day(account: Account, person: Person) -> date:
    row = account.reflection
    at = row.meaning_at or row.held_at or row.begun_at
    return at.astimezone(clock.zone_of(person)).date()


def _came_true(application: Application) -> bool | None:
    """Tell whether an offer came; one that was taken back had come."""
    if application.stage == Stage.OFFER:
        return True
    return False if application.ending in _NO_OFFER else None
