"""What may help a person today, found in what they have."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain

from django.db.models import Count, Exists, F, Max, OuterRef, Q

from onward.domain.applications.events import EventKind, Source
from onward.domain.applications.state import QUIET_AFTER, Ending, Stage
from onward.domain.today import steps
from onward.domain.today.steps import Candidate, Kind
from onward.journey.applications.models import (
    Application,
    ApplicationQuerySet,
    Event,
    EventQuerySet,
)
from onward.journey.mail.models import Import, Message
from onward.journey.people.models import Person

_MOST_OF_A_KIND = 50  # nobody puts off more in a day
_A_TALK = timedelta(hours=1)
# Beside so many typed in by hand, a mailbox would still save work.
_FEW_APPLICATIONS = 5


def candidates(person: Person, now: datetime) -> list[Candidate]:
    """Return all that may help now, in no order."""
    mine = Application.objects.of(person).whole().unarchived()
    return list(
        chain(
            _imports(person),
            _interviews(mine, now),
            _offers(mine),
            _answers(mine, now),
            _held(person, now),
            _tests(person, now),
            _mail(person),
            _quiet(mine, now),
            _start(person, mine),
        )
    )


def _imports(person: Person) -> Iterator[Candidate]:
    going_on = [Import.State.WAITING, Import.State.RUNNING]
    if Import.objects.of(person).filter(state__in=going_on).exists():
        yield Candidate(Kind.IMPORT)


def _interviews(mine: ApplicationQuerySet, now: datetime) -> Iterator[Candidate]:
    ahead = mine.still_open().filter(next_at__gt=now, next_at__lte=now + steps.AHEAD)
    for pk, at in ahead.order_by("next_at").values_list("pk", "next_at"):
        kind = steps.interview_kind(at, now)
        yield Candidate(kind, f"{pk}-{at:%m%d%H%M}", at, application=pk)


def _offers(mine: ApplicationQuerySet) -> Iterator[Candidate]:
    offered = mine.still_open().filter(stage=Stage.OFFER)
    for pk, at in offered.values_list("pk", "last_at")[:_MOST_OF_A_KIND]:
        yield Candidate(Kind.OFFER, str(pk), at, application=pk)


def _answers(mine: ApplicationQuerySet, now: datetime) -> Iterator[Candidate]:
    recent = mine.filter(
        ending=Ending.REJECTED, ended_at__gt=now - steps.ANSWER_STANDS
    ).order_by("-interviews", "-ended_at")
    found = recent.values_list("pk", "ended_at", "interviews", "stage")
    for pk, at, interviews, stage in found[:_MOST_OF_A_KIND]:
        is_early = stage in (Stage.APPROACHED, Stage.APPLIED)
        if is_early and now - at > steps.EARLY_ANSWER_STANDS:
            continue
        yield Candidate(
            kind=Kind.EARLY_ANSWER if is_early else Kind.ANSWER,
            mark=f"{pk}-{at:%m%d}",
            at=at,
            application=pk,
            depth=interviews,
        )


def _held(person: Person, now: datetime) -> Iterator[Candidate]:
    """Find interviews just over of which the person has written nothing yet."""
    whole = F("application__merged_into")
    held = (
        _standing(person)
        .filter(
            kind__in=[EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD],
            happened_at__range=(now - steps.FRESH, now - _A_TALK),
        )
        .annotate(is_told=Exists(_told(person)), whole=whole)
        .exclude(is_told=True)
    )
    found = held.values_list("application", "whole", "happened_at")
    for pk, whole_pk, at in found[:_MOST_OF_A_KIND]:
        about = whole_pk or pk
        yield Candidate(Kind.REFLECT, f"{about}-{at:%m%d}", at, application=about)


def _told(person: Person) -> EventQuerySet:
    """Match what the person wrote of the interview that an outer query is at."""
    written = Event.objects.of(person).filter(
        application=OuterRef("application"),
        kind=EventKind.INTERVIEW_HELD,
        source=Source.PERSON,
        happened_at__date=OuterRef("happened_at__date"),
    )
    return written.exclude(said="")


def _tests(person: Person, now: datetime) -> Iterator[Candidate]:
    """Find tests after which nothing has happened yet."""
    asked = _standing(person).filter(
        kind=EventKind.ASSESSMENT,
        happened_at__gt=now - steps.TEST_STANDS,
        application__merged_into=None,
        application__last_at__lte=F("happened_at"),
    )
    for pk, application, at in asked.values_list("pk", "application", "happened_at"):
        yield Candidate(Kind.ASSESSMENT, str(pk), at, application=application)


def _mail(person: Person) -> Iterator[Candidate]:
    waiting = Message.objects.of(person).waiting()
    found = waiting.aggregate(number=Count("pk"), newest=Max("pk"))
    if found["number"]:
        yield Candidate(Kind.MAIL, str(found["newest"]), depth=found["number"])


def _quiet(mine: ApplicationQuerySet, now: datetime) -> Iterator[Candidate]:
    found = gone_quiet(mine, now).filter(last_at__gt=now - steps.QUIET_STANDS)
    depth = {Stage.APPLIED: 0, Stage.ASSESSMENT: 1, Stage.INTERVIEW: 2, Stage.OFFER: 3}
    rows = found.order_by("-interviews", "-last_at").values_list(
        "pk", "stage", "last_at"
    )
    for pk, stage, at in rows[:_MOST_OF_A_KIND]:
        yield Candidate(Kind.QUIET, str(pk), at, pk, depth[Stage(stage)])


def gone_quiet(mine: ApplicationQuerySet, now: datetime) -> ApplicationQuerySet:
    """Keep open applications of which nothing was heard for long, as the state says."""
    long_ago = now - QUIET_AFTER
    return (
        mine.still_open()
        .filter(Q(next_at=None) | Q(next_at__lt=long_ago), last_at__lt=long_ago)
        .exclude(stage=Stage.APPROACHED)
    )


def _start(person: Person, mine: ApplicationQuerySet) -> Iterator[Candidate]:
    """Propose the mailbox to who began by hand."""
    given = Import.objects.of(person).exists() or Message.objects.of(person).exists()
    if not given and 0 < mine.count() <= _FEW_APPLICATIONS:
        yield Candidate(Kind.START)


def _standing(person: Person) -> EventQuerySet:
    """Keep events of open applications that nothing which counts has replaced."""
    mine = Event.objects.of(person)
    replacing = mine.filter(supersedes=OuterRef("pk"), superseded_by=None)
    return mine.filter(
        ~Exists(replacing), application__ending="", application__archived_at=None
    )
