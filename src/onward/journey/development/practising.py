"""The practices of a focus: planned, moved with the interview, and done."""

from datetime import date

from django.db import transaction

from onward.background import clock
from onward.domain.applications.events import EventKind
from onward.domain.development.drills import Aim, question_at, questions_for
from onward.domain.development.spacing import Due, moved
from onward.domain.interview.questions.bank import questions
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
    """Space the practices of a focus from today, up to the next interview.

    Those ahead are moved; there are as many as the person wants, as far as days allow.
    `anew` plans those ahead from the start, as when the rung changed; what is done
    stays in every case.
    """
    if anew:
        focus.drills.filter(done_at=None).delete()
    known = {drill.number: drill for drill in focus.drills.order_by("number")}
    today = clock.today(focus.person)
    wanted = [*_planned(known), *_missing(focus, known, today)]
    interview = interview_day(focus.person, clock.now())
    placed = {due.number: due.on for due in moved(wanted, today, interview)}
    _keep_days(focus, known, placed)


def _planned(known: dict[int, Drill]) -> list[Due]:
    return [Due(n, drill.on, drill.done_at is not None) for n, drill in known.items()]


def _missing(focus: Focus, known: dict[int, Drill], today: date) -> list[Due]:
    """Return the practices that are wanted and not planned, numbered on."""
    done = sum(drill.done_at is not None for drill in known.values())
    wanted = focus.times - done % focus.times
    last = max(known, default=0)
    count = max(0, wanted - (len(known) - done))
    return [Due(last + further, today) for further in range(1, count + 1)]


def _keep_days(focus: Focus, known: dict[int, Drill], placed: dict[int, date]) -> None:
    """Let each practice have its day: move it, make it, or leave it out."""
    gone = [drill.pk for number, drill in known.items() if number not in placed]
    Drill.objects.filter(pk__in=gone).delete()
    changed = [
        drill
        for number, drill in known.items()
        if number in placed and drill.on != placed[number]
    ]
    for drill in changed:
        drill.on = placed[drill.number]
    Drill.objects.bulk_update(changed, ["on"])
    fresh = {number: on for number, on in placed.items() if number not in known}
    if fresh:
        Drill.objects.bulk_create(_made(focus, fresh))


def _made(focus: Focus, days: dict[int, date]) -> list[Drill]:
    aim = Aim(theme=focus.theme, competency=focus.competency)
    asked = questions_for(aim, questions())
    return [
        Drill(
            person_id=focus.person_id,
            focus=focus,
            number=number,
            on=on,
            question=question_at(number, asked),
            rung=focus.rung,
        )
        for number, on in days.items()
    ]


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
    if focus is not None and _is_under_way(focus):
        space_drills(focus=focus)


def _is_under_way(focus: Focus) -> bool:
    """Tell whether practices are planned, or would be if there were days for them."""
    done = [at is not None for at in focus.drills.values_list("done_at", flat=True)]
    if not done:
        return bool(focus.thing)
    return not all(done) or len(done) % focus.times != 0
