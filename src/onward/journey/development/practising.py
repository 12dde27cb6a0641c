"""The practices of a focus: planned, moved with the interview, and done."""

from datetime import datetime

from django.db import transaction

from onward.background import clock
from onward.domain.applications.events import EventKind
from onward.domain.development.drills import Aim, drills_for, questions_for
from onward.domain.development.spacing import Due, moved, spaced_days
from onward.domain.interview.questions.bank import questions
from onward.domain.nerves.ladder import Rung
from onward.journey.applications.services import EventRecorded
from onward.journey.development.models import Drill, Focus
from onward.journey.development.queries import current_focus, interview_day

_MOVES_DATES = frozenset(
    {
        *(EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD),
        *(EventKind.REJECTED, EventKind.WITHDRAWN, EventKind.CLOSED_SILENT),
    }
)


@transaction.atomic
def space_drills(*, focus: Focus, anew: bool = False) -> None:
    """Plan the practices of a focus, or move those ahead to where they fit now.

    `anew` plans them from the start, as when the rung or their number changed; what is
    done stays in every case.
    """
    now = clock.now()
    if anew:
        focus.drills.filter(done_at=None).delete()
    known = list(focus.drills.order_by("number"))
    is_open = any(drill.done_at is None for drill in known)
    if is_open:
        _move(focus, known, now)
    else:
        _plan(focus, len(known), now)


def _plan(focus: Focus, after: int, now: datetime) -> None:
    today = clock.today(focus.person)
    interview = interview_day(focus.person, now)
    left = max(1, focus.times - (after if after < focus.times else 0))
    days = spaced_days(today, interview, left)
    aim = Aim(theme=focus.theme, competency=focus.competency)
    planned = drills_for(questions_for(aim, questions()), days, Rung(focus.rung), after)
    Drill.objects.bulk_create(
        Drill(
            person_id=focus.person_id,
            focus=focus,
            number=drill.number,
            on=drill.on,
            question=drill.question,
            rung=drill.rung,
        )
        for drill in planned
    )


def _move(focus: Focus, known: list[Drill], now: datetime) -> None:
    interview = interview_day(focus.person, now)
    due = [Due(one.number, one.on, one.done_at is not None) for one in known]
    placed = moved(due, clock.today(focus.person), interview)
    days = {one.number: one.on for one in placed}
    gone = [drill.pk for drill in known if drill.number not in days]
    Drill.objects.filter(pk__in=gone).delete()
    changed = [d for d in known if d.number in days and d.on != days[d.number]]
    for drill in changed:
        drill.on = days[drill.number]
    Drill.objects.bulk_update(changed, ["on"])


@transaction.atomic
def say_done(*, drill: Drill) -> Drill:
    """Note that a practice was done; saying it twice changes nothing."""
    if drill.done_at is None:
        drill.done_at = clock.now()
        drill.save(update_fields=["done_at"])
    return drill


@transaction.atomic
def say_undone(*, drill: Drill) -> Drill:
    """Take it back that a practice was done."""
    drill.done_at = None
    drill.save(update_fields=["done_at"])
    return drill


def follow_dates(recorded: EventRecorded) -> None:
    """Move the practices ahead when an interview was set, moved or fell away."""
    event = recorded.event
    if event.kind not in _MOVES_DATES and not event.supersedes_id:
        return
    focus = current_focus(event.person)
    if focus is not None and focus.drills.filter(done_at=None).exists():
        space_drills(focus=focus)
