"""What is brought together before an interview, from what is known already."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Value, When

from onward.background import clock
from onward.domain.applications.state import Stage as Reached
from onward.domain.interview.adverts.criterion import Criterion as Wanted
from onward.domain.interview.adverts.criterion import Kind
from onward.domain.interview.questions.bank import sectors
from onward.domain.interview.questions.likely import (
    Asked,
    Likely,
    Stage,
    likely_questions,
)
from onward.domain.interview.stems import stems_of
from onward.domain.nerves.techniques import Technique
from onward.journey.applications.models import Application, Round
from onward.journey.feedback.models import FeedbackNote
from onward.journey.nerves.queries import letter_for, lines_of
from onward.journey.people.sealing import SealedAwayError
from onward.journey.preparation.models import Criterion, Preparation
from onward.journey.reflection.queries import AskedQuestion, questions_asked

_PHONE = ("phone", "telephone", "call")
_MOST_LOGGED = 8
_MOST_NOTES = 4
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Opened:
    """Private words, or that they are locked just now."""

    words: str = ""
    is_locked: bool = False


def next_round(application: Application) -> Round | None:
    """Return the interview that comes next, or None while none is planned."""
    rounds = Round.objects.of(application.person_id).select_related("event")
    ahead = rounds.filter(
        application__in=application.with_merged,
        event__isnull=False,
        starts_at__gte=clock.now(),
    )
    return ahead.order_by("starts_at", "pk").first()


def stage_of(application: Application, held: Round | None) -> Stage:
    """Return which conversation comes next."""
    words = held.format.lower() if held else ""
    if any(word in words for word in _PHONE):
        return Stage.TELEPHONE
    if application.interviews:
        return Stage.LATER
    is_test = application.stage == Reached.ASSESSMENT and held is None
    return Stage.ASSESSMENT if is_test else Stage.FIRST


def sector_of(application: Application, preparation: Preparation) -> str:
    """Return the trade the person chose, else the one that the role names."""
    if preparation.sector:
        return str(preparation.sector)
    role = stems_of(application.role)
    return next((name for name in sectors() if stems_of(name) & role), "")


def likely_for(
    application: Application, criteria: Sequence[Criterion], sector: str, stage: Stage
) -> tuple[tuple[Likely, ...], bool]:
    """Return the questions to expect, and whether the person's own log is locked."""
    try:
        logged = questions_asked(application.person)
    except SealedAwayError:
        found = likely_questions([_as_value(c) for c in criteria], stage, sector)
        return found, True
    asked = [_asked(one, application) for one in logged]
    before = [one for one in asked if one is not None][:_MOST_LOGGED]
    values = [_as_value(criterion) for criterion in criteria]
    return likely_questions(values, stage, sector, before), False


def _as_value(row: Criterion) -> Wanted:
    return Wanted(
        quote=row.words,
        start=row.start or 0,
        end=row.end or 0,
        kind=Kind(row.kind),
        skills=(),
        must_have=row.must_have,
    )


def _asked(one: AskedQuestion, application: Application) -> Asked | None:
    """Return a logged question of this employer, or of a role like this one."""
    theirs = one.application.employer.root == application.employer.root
    if theirs:
        return Asked(one.text, by_them=True)
    role, other = stems_of(application.role), stems_of(one.application.role)
    shared = len(role & other) / max(1, len(role | other))
    return Asked(one.text, by_them=False) if shared >= _ALIKE else None


def last_feedback(application: Application) -> list[FeedbackNote]:
    """Return points of feedback from this employer, the newest first.

    Of one text what could be better stands before what was good: that is to prepare.
    """
    employer = application.employer.root
    notes = FeedbackNote.objects.of(application.person_id).filter(
        text__application__employer__in=employer.every_id,
        is_confirmed=True,
        kind__in=["improvement", "advice", "strength"],
    )
    good_last = Case(When(kind="strength", then=Value(1)), default=Value(0))
    rows = notes.select_related("text").order_by(
        "-text__received_at", good_last, "start", "pk"
    )
    return list(rows[:_MOST_NOTES])


def letter_to_self(application: Application) -> Opened:
    """Return the letter to oneself for the morning."""
    try:
        return Opened(letter_for(application.person, application))
    except SealedAwayError:
        return Opened(is_locked=True)


def own_first_move(application: Application) -> str:
    """Return the person's own line for a blank, if they keep one."""
    line = lines_of(application.person, Technique.BLANK).last()
    return line.text if line else ""
