"""Questions about applications: lists, lanes, and what belongs to one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    Case,
    Count,
    Expression,
    F,
    IntegerField,
    OrderBy,
    Q,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Lower

from onward.domain.applications.state import OWED, Stage
from onward.journey.applications import search
from onward.journey.applications.models import (
    Application,
    ApplicationQuerySet,
    Contact,
    Employer,
    Event,
    Round,
    gone_quiet,
)
from onward.journey.people.models import Person

OPEN, QUIET, CLOSED = "open", "quiet", "closed"
PUT_AWAY, EVERY = "put-away", "every"
NEWEST = "-last"
_EMPLOYER = Lower(Coalesce("employer__merged_into__name", "employer__name"))
_STAGES = Case(
    *(When(stage=stage, then=Value(place)) for place, stage in enumerate(Stage)),
    output_field=IntegerField(),
)
_SORTS: dict[str, tuple[Expression | F, ...]] = {
    "role": (Lower("role"), _EMPLOYER),
    "employer": (_EMPLOYER, Lower("role")),
    "stage": (_STAGES, F("interviews")),
    "last": (F("last_at"),),
}
SORTS = frozenset({sign + name for name in _SORTS for sign in ("", "-")})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of applications is narrowed to and how it is sorted; empty is all."""

    words: str = ""
    stage: str = ""
    standing: str = ""
    channel: str = ""
    sort: str = NEWEST


def listed(person: Person, asked: Asked, now: datetime) -> ApplicationQuerySet:
    """Return the applications asked for, in the order asked for."""
    found = _standing(Application.objects.of(person).whole(), asked.standing, now)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.channel:
        found = found.filter(channel=asked.channel)
    if asked.words.strip():
        words = search.find_applications(person, asked.words)
        found = found.filter(pk__in=words)
    return found.briefly().order_by(*_order(asked.sort))


def _standing(
    found: ApplicationQuerySet, standing: str, now: datetime
) -> ApplicationQuerySet:
    if standing == PUT_AWAY:
        return found.exclude(archived_at=None)
    if standing == EVERY:
        return found
    found = found.unarchived()
    if standing == OPEN:
        return found.still_open()
    if standing == QUIET:
        return found.quiet(now)
    return found.exclude(ending="") if standing == CLOSED else found


def _order(sort: str) -> list[OrderBy]:
    sort = sort if sort in SORTS else NEWEST
    down = sort.startswith("-")
    keys = _SORTS[sort.removeprefix("-")]
    order = [
        key.desc(nulls_last=True) if down else key.asc(nulls_last=True) for key in keys
    ]
    return [*order, F("pk").desc()]


@dataclass(frozen=True, slots=True)
class Standings:
    """How many applications stand in each lane, how many wait, and how many there are.

    `anywhere` counts also those put away; `waiting` and `quiet` are apart.
    """

    by_stage: Mapping[str, int]
    closed: int
    waiting: int
    quiet: int
    anywhere: int

    @property
    def all(self) -> int:
        """How many are not put away."""
        return sum(self.by_stage.values()) + self.closed


def standings(person: Person, now: datetime) -> Standings:
    """Count the applications in one question."""
    here = Q(archived_at=None)
    is_open = here & Q(ending="")
    owed = is_open & Q(stage__in=OWED)
    quiet = gone_quiet(now)
    stages = {stage.value: is_open & Q(stage=stage) for stage in Stage}
    wanted = stages | {
        "closed": here & ~Q(ending=""),
        "waiting": owed & ~quiet,
        "quiet": owed & quiet,
    }
    counts = {name: Count("pk", filter=which) for name, which in wanted.items()}
    mine = Application.objects.of(person).whole()
    found = mine.aggregate(**counts, anywhere=Count("pk"))
    by_stage = {stage: found.pop(stage) for stage in stages}
    return Standings(by_stage=by_stage, **found)


def lane(person: Person, stage: Stage | None) -> ApplicationQuerySet:
    """Return the open applications at a stage, or the closed ones, the latest first."""
    mine = Application.objects.of(person).whole().unarchived().briefly()
    if stage is None:
        return mine.exclude(ending="").order_by(
            F("ended_at").desc(nulls_last=True), "-pk"
        )
    found = mine.still_open().filter(stage=stage)
    return found.order_by(F("last_at").desc(nulls_last=True), "-pk")


def history_of(application: Application) -> list[Event]:
    """Return all events of an application, also those that no longer count."""
    return list(Event.objects.history_of(application))


def rounds_of(application: Application) -> list[Round]:
    """Return the interviews that count, in the order they are or were."""
    mine = Round.objects.of(application.person)
    found = mine.filter(application__in=application.with_merged, event__isnull=False)
    return list(found.select_related("event").order_by("starts_at", "pk"))


def at_employer(employer: Employer) -> ApplicationQuerySet:
    """Return the applications at an employer under any of its names."""
    at = Q(employer=employer) | Q(employer__merged_into=employer)
    mine = Application.objects.of(employer.person).whole().briefly()
    return mine.filter(at).order_by(F("last_at").desc(nulls_last=True), "-pk")


def people_at(employers: Iterable[Employer]) -> list[Contact]:
    """Return the people at employers and at those merged into them."""
    ids = [employer.pk for employer in employers]
    at = Q(employer__in=ids) | Q(employer__merged_into__in=ids)
    return list(Contact.objects.filter(at).order_by(Lower("name"), "pk"))


def employer_names(person: Person) -> list[str]:
    """Return the names of the person's employers, to know them in a line."""
    named = Employer.objects.of(person).exclude(name="")
    return list(named.values_list("name", flat=True))
