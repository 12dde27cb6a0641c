"""Counts over the whole search, each in one question whatever its size.

They go by the fields that are worked out from the events of each application.
"""

from collections import Counter
from datetime import datetime

from django.db.models import BooleanField, Case, Count, Q, QuerySet, Value, When

from onward.domain.applications.state import Ending, Stage
from onward.domain.odds.courses import INTRODUCED, PATIENCE, Course
from onward.domain.odds.groups import groups_of
from onward.domain.odds.tallies import tallies_of
from onward.domain.statistics.priors import PRIORS, Prior, Step
from onward.domain.statistics.standing import Tally
from onward.journey.feedback.rates import ask_rates
from onward.journey.insights.models import NewWay, OwnUsual
from onward.journey.insights.narrowing import EVERYTHING, Narrowed, sent
from onward.journey.people.models import Person

_FIELDS = (
    *("stage", "ending", "interviews"),
    *("talk_is_over", "is_old", "was_answered", "was_introduced"),
)
_MET = frozenset({Stage.INTERVIEW, Stage.OFFER})


def _whether(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(value=True)),
        default=Value(value=False),
        output_field=BooleanField(),
    )


def _told(now: datetime) -> dict[str, Case]:
    """Return what else is asked of each application, besides its own fields.

    Time goes on without events: a talk that was ahead may be over by now.
    """
    long_ago = now - PATIENCE
    no_talk = Q(next_at=None) | Q(next_at__lt=long_ago)
    return {
        "talk_is_over": _whether(Q(next_at__lte=now)),
        "is_old": _whether(Q(last_at__lt=long_ago) & no_talk),
        "was_answered": _whether(Q(answered_at__isnull=False)),
        "was_introduced": _whether(Q(channel__in=INTRODUCED)),
    }


def courses(
    person: Person, now: datetime, narrowed: Narrowed = EVERYTHING
) -> Counter[Course]:
    """Return how many applications went each way, in one question."""
    rows = (
        sent(person, narrowed)
        .annotate(**_told(now))
        .order_by()
        .values_list(*_FIELDS)
        .annotate(count=Count("pk"))
    )
    found: Counter[Course] = Counter()
    for *told, count in rows:
        found[_course(*told)] += count
    return found


def _course(*told: object) -> Course:
    stage, ending, interviews, talk_is_over, is_old, was_answered, introduced = told
    return Course(
        rounds=int(str(interviews)) + bool(talk_is_over),
        was_invited=stage in _MET,
        was_offered=stage == Stage.OFFER,
        ending=Ending(str(ending)) if ending else None,
        is_old=bool(is_old),
        was_answered=bool(was_answered),
        was_introduced=bool(introduced),
    )


def in_group(
    person: Person, group: str, now: datetime, narrowed: Narrowed = EVERYTHING
) -> list[int]:
    """Return the ids of the applications that a number counts, the latest first."""
    rows = sent(person, narrowed).annotate(**_told(now)).order_by("-last_at", "-pk")
    known: dict[tuple[object, ...], bool] = {}
    found = []
    for pk, *told in rows.values_list("pk", *_FIELDS):
        key = tuple(told)
        if key not in known:
            known[key] = group in groups_of(_course(*told))
        if known[key]:
            found.append(pk)
    return found


def tallies(person: Person, now: datetime) -> dict[Step, Tally]:
    """Return how often each step of the person's search was taken."""
    asked = ask_rates(person).odds.tally
    return tallies_of(courses(person, now)) | {Step.FEEDBACK: asked}


def priors(person: Person) -> dict[Step, Prior]:
    """Return what is taken as usual: the person's own belief where they gave one."""
    found = dict(PRIORS)
    for own in OwnUsual.objects.of(person):
        step = Step(own.step)
        found[step] = PRIORS[step].put_right(own.share, own.weight, own.set_on)
    return found


def new_ways(person: Person) -> QuerySet[NewWay]:
    """Return what the person changed, the latest first."""
    return NewWay.objects.of(person).order_by("-began_on", "-pk")
