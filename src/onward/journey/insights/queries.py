"""Counts over the whole search, each in one question whatever its size.

They go by the fields that are worked out from the events of each application.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BooleanField, Case, Count, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from onward.domain.applications.state import Ending, Stage
from onward.domain.odds.courses import INTRODUCED, PATIENCE, Course
from onward.domain.odds.groups import groups_of
from onward.domain.odds.tallies import Result, tallies_of
from onward.domain.statistics.priors import PRIORS, Prior, Step
from onward.domain.statistics.standing import Tally
from onward.journey.applications.models import Application, ApplicationQuerySet
from onward.journey.feedback.models import FeedbackRequest
from onward.journey.feedback.rates import ask_rates
from onward.journey.insights.models import NewWay, OwnUsual
from onward.journey.insights.narrowing import EVERYTHING, Narrowed, sent
from onward.journey.outcome.models import Landing
from onward.journey.people.models import Person

_FIELDS = (
    *("stage", "ending", "interviews"),
    *("talk_is_over", "is_old", "was_answered", "was_introduced"),
)
_MET = frozenset({Stage.INTERVIEW, Stage.OFFER})
_UNWANTED = frozenset({Ending.REJECTED, Ending.SILENT, Ending.OFFER_WITHDRAWN})
_LATEST_FIRST = ("-last_at", "-pk")
# Those that were asked for feedback, by what came of it.
ASKED = {f"asked-{result}": result for result in Result}
End = FeedbackRequest.End


@dataclass(frozen=True, slots=True)
class Clusters:
    """How many cases at most are not separate: one employer, or one agency."""

    of_one_employer: int
    of_one_agency: int


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
    found = sent(person, narrowed)
    if group in ASKED:
        return list(_asked(found, ASKED[group]).values_list("pk", flat=True))
    rows = found.annotate(**_told(now)).order_by(*_LATEST_FIRST)
    known: dict[tuple[object, ...], bool] = {}
    ids = []
    for pk, *told in rows.values_list("pk", *_FIELDS):
        key = tuple(told)
        if key not in known:
            known[key] = group in groups_of(_course(*told))
        if known[key]:
            ids.append(pk)
    return ids


def _asked(found: ApplicationQuerySet, result: Result) -> ApplicationQuerySet:
    """Keep those that were asked for feedback, with such a result."""
    ends = {Result.YES: Q(end=End.SPECIFIC), Result.OPEN: Q(end="")}
    other = ~(ends[Result.YES] | ends[Result.OPEN])
    requests = FeedbackRequest.objects.exclude(asked_at=None)
    alike = requests.filter(ends.get(result, other))
    return found.filter(
        pk__in=alike.values("application").union(
            alike.values("application__merged_into")
        )
    ).order_by(*_LATEST_FIRST)


def dated(person: Person, now: datetime) -> list[tuple[Course, datetime]]:
    """Return every course with the day of its last word, in the order of these days."""
    rows = sent(person).annotate(**_told(now)).exclude(last_at=None)
    told = rows.order_by("last_at", "pk").values_list("last_at", *_FIELDS)
    known: dict[tuple[object, ...], Course] = {}
    found = []
    for last_at, *row in told:
        key = tuple(row)
        if key not in known:
            known[key] = _course(*row)
        found.append((known[key], last_at))
    return found


def last_no(person: Person) -> Application | None:
    """Return the application that ended last without the person wanting it to."""
    rows = Application.objects.of(person).whole().filter(ending__in=_UNWANTED)
    return rows.only("pk", "ended_at").order_by("-ended_at", "-pk").first()


def people_seen(person: Person) -> list[int]:
    """Return how many people each employer interviewed, where the person knows it."""
    rows = Landing.objects.of(person).with_numbers_seen()
    return [seen for seen in rows.values_list("interviewed", flat=True) if seen]


def clusters(person: Person) -> Clusters:
    """Return how many interviewed-for applications share an employer or an agency."""
    met = sent(person).filter(stage__in=_MET).order_by()
    root = Coalesce("employer__merged_into", "employer")
    by_employer = met.values(root=root).annotate(count=Count("pk"))
    by_agency = met.exclude(agency="").values("agency").annotate(count=Count("pk"))
    return Clusters(
        max((row["count"] for row in by_employer), default=0),
        max((row["count"] for row in by_agency), default=0),
    )


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
    """Return the new ways the person wrote down, the latest first."""
    return NewWay.objects.of(person).order_by("-began_on", "-pk")
