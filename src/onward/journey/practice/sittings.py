"""A sitting: begun with its questions, gone through one by one, and ended."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from onward.background import clock
from onward.domain.interview.questions.bank import question
from onward.domain.interview.questions.question import Question
from onward.domain.practice.presentation import Presentation, presentation
from onward.domain.practice.rungs import Rung
from onward.journey.development.models import Drill
from onward.journey.development.practising import say_done
from onward.journey.people.models import Person
from onward.journey.practice.choosing import Chosen, Wanted, choose_questions
from onward.journey.practice.models import Asked, Sitting, Studio, Take

MOST_NERVES = 10


@dataclass(frozen=True, slots=True)
class Manner:
    """How the questions of a sitting are practised."""

    rung: Rung = Rung.WRITE
    presentation: Presentation = field(default_factory=Presentation)
    looks_back_at_end: bool = False


def studio_of(person: Person) -> Studio:
    """Return how a person likes to practise, as usual where they never said."""
    return Studio.objects.of(person).first() or Studio(person=person)


@transaction.atomic
def begin_sitting(*, person: Person, wanted: Wanted, manner: Manner) -> Sitting:
    """Begin a sitting; the way it is put is what the next one starts from."""
    chosen = choose_questions(person, wanted)
    told = manner.presentation.as_told()
    Studio.objects.update_or_create(person=person, defaults={"presentation": told})
    sitting = Sitting.objects.create(
        person=person,
        about=wanted.about,
        kind=wanted.kind,
        application=wanted.application,
        focus=wanted.focus,
        rung=manner.rung,
        presentation=told,
        looks_back_at_end=manner.looks_back_at_end,
        begun_at=clock.now(),
    )
    Asked.objects.bulk_create(_asked(sitting, chosen))
    return sitting


def _asked(sitting: Sitting, chosen: Sequence[Chosen]) -> list[Asked]:
    return [
        Asked(
            person_id=sitting.person_id,
            sitting=sitting,
            number=number,
            key=one.key,
            text=one.text,
            competency=one.competency,
            tests=one.tests,
        )
        for number, one in enumerate(chosen, 1)
    ]


def manner_of(sitting: Sitting) -> Manner:
    """Return how the questions of a sitting are practised."""
    told = presentation(sitting.presentation)
    return Manner(Rung(sitting.rung), told, sitting.looks_back_at_end)


def change_rung(*, sitting: Sitting, rung: Rung) -> Sitting:
    """Go on with another rung, as when one is too much today."""
    sitting.rung = rung
    sitting.save(update_fields=["rung"])
    return sitting


def rate_nerves(*, sitting: Sitting, before: bool, rating: int | None) -> Sitting:
    """Keep how nervous the person is before or after; None says nothing."""
    name = "nerves_before" if before else "nerves_after"
    if rating is not None:
        rating = max(0, min(MOST_NERVES, rating))
    setattr(sitting, name, rating)
    sitting.save(update_fields=[name])
    return sitting


def guess_what_it_tests(*, asked: Asked, guess: str) -> Asked:
    """Keep what the person thinks the question is testing."""
    asked.guess = " ".join(guess.split())[:300]
    asked.save(update_fields=["guess"])
    return asked


def show_question(*, asked: Asked) -> Asked:
    """Note when a question was first put."""
    if asked.shown_at is None:
        asked.shown_at = clock.now()
        asked.save(update_fields=["shown_at"])
    return asked


@transaction.atomic
def end_sitting(*, sitting: Sitting) -> Sitting:
    """End a sitting; what was planned for today with one of its questions is done."""
    if sitting.ended_at is None:
        sitting.ended_at = clock.now()
        sitting.save(update_fields=["ended_at"])
    return sitting


@transaction.atomic
def tick_off_drill(*, take: Take) -> None:
    """Note the planned practice of this question as done, if one was due."""
    if take.follows_id:
        return
    today = clock.today(take.person)
    due = Drill.objects.of(take.person_id).filter(
        done_at=None, on__lte=today, question=take.asked.key
    )
    drill = due.order_by("number").first()
    if drill is not None:
        say_done(drill=drill)


def next_question(asked: Asked) -> Asked | None:
    """Return the question after this one, if the sitting has one."""
    after = Asked.objects.of(asked.person_id).filter(
        sitting=asked.sitting_id, number__gt=asked.number
    )
    return after.first()


def bank_question(asked: Asked) -> Question | None:
    """Return the question as the bank has it now, with its probes and anchors."""
    return question(asked.key) if asked.key else None
