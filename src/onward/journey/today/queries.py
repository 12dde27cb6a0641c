"""What may help a person today, found in what they have."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    Subquery,
    When,
)

from onward.domain.applications.events import EventKind, Source
from onward.domain.applications.loop import (
    ASKING,
    LANDING,
    LoopStep,
    Taken,
    loop_step,
)
from onward.domain.applications.state import Ending, Stage
from onward.domain.today import steps
from onward.domain.today.steps import Candidate, Kind, Standing, of_application
from onward.journey.applications.models import (
    Application,
    ApplicationQuerySet,
    Event,
    EventQuerySet,
    Round,
    gone_quiet,
)
from onward.journey.development.today import plan_candidates
from onward.journey.feedback.today import feedback_candidates
from onward.journey.mail.models import Import, Message
from onward.journey.outcome.queries import how_taken
from onward.journey.people.models import Person
from onward.journey.reflection.today import meaning_candidates

# The latest so many applications are looked at; nobody has more that move at once.
_LATEST = 500
_A_TALK = timedelta(hours=1)
# Beside so many typed in by hand, a mailbox would still save work.
_FEW_APPLICATIONS = 5
# Adverts and notes are long, and say nothing of where an application stands.
_NEEDED = ("stage", "ending", "last_at", "next_at", "ended_at", "interviews")
_EARLY = (Stage.APPROACHED, Stage.APPLIED)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many applications there are, how many wait, and how many went quiet."""

    applications: int
    waiting: int
    quiet: int


def candidates(person: Person, now: datetime) -> list[Candidate]:
    """Return all that may help now, in no order."""
    return list(
        chain(
            _applications(person, now),
            _held(person, now),
            _tests(person, now),
            _mail(person),
            _mailboxes(person),
            feedback_candidates(person, now),
            meaning_candidates(person, now),
            plan_candidates(person, now),
        )
    )


def counts(person: Person, now: datetime) -> Counts:
    """Return what the sentence below the steps tells."""
    open_now = Q(ending="") & ~Q(stage__in=[Stage.OFFER, Stage.APPROACHED])
    quiet = gone_quiet(now)
    found = _mine(person).aggregate(
        applications=Count("pk"),
        waiting=Count("pk", filter=open_now & ~quiet),
        quiet=Count("pk", filter=open_now & quiet),
    )
    return Counts(**found)


def days_waited(person: Person) -> list[float]:
    """Return how long each answer so far took, of the latest ones."""
    answered = _mine(person).filter(answered_at__gte=F("applied_at"))
    waited = answered.annotate(waited=F("answered_at") - F("applied_at"))
    found = waited.order_by("-answered_at", "-pk").values_list("waited", flat=True)
    return [span / timedelta(days=1) for span in found[:_LATEST]]


def _mine(person: Person) -> ApplicationQuerySet:
    return Application.objects.of(person).whole().unarchived()


def _applications(person: Person, now: datetime) -> Iterator[Candidate]:
    rejected = Q(ending=Ending.REJECTED, ended_at__gt=now - ASKING)
    recent = Q(last_at__gt=now - steps.QUIET_STANDS) | Q(next_at__gt=now)
    moving = _mine(person).filter(rejected | Q(recent, ending=""))
    moving = moving.annotate(wrote_at=_written_since_an_offer(person, now))
    # Of one that begins with a talk ahead nothing has happened yet.
    latest = list(moving.order_by(F("last_at").desc(nulls_first=True))[:_LATEST])
    taken = how_taken([application for application in latest if application.ending])
    for application in latest:
        how = taken.get(application.pk, Taken())
        found = of_application(_standing(application, how, now), now)
        if found:
            yield found


def _written_since_an_offer(person: Person, now: datetime) -> Case:
    """Tell when the person last wrote, where that came after the latest offer."""
    kinds = [EventKind.OFFER, EventKind.WROTE]
    at_all = Q(application=OuterRef("pk")) | Q(application__merged_into=OuterRef("pk"))
    latest = Event.objects.of(person).filter(at_all, kind__in=kinds)
    counted = latest.filter(~Exists(_replacing(person)), happened_at__lte=now)
    last = counted.order_by("-happened_at", "-pk")
    wrote_at = Case(When(kind=EventKind.WROTE, then=F("happened_at")))
    return Case(
        When(stage=Stage.OFFER, then=Subquery(last.values_list(wrote_at)[:1])),
        output_field=DateTimeField(),
    )


def _standing(application: Application, taken: Taken, now: datetime) -> Standing:
    is_open = not application.ending
    is_offered = is_open and application.stage == Stage.OFFER
    wrote_at: datetime | None = getattr(application, "wrote_at", None)
    last_at = application.last_at
    is_quiet = application.state_at(now).is_quiet(now)
    early = application.stage in _EARLY and not taken.is_met
    return Standing(
        application=application.pk,
        depth=0 if early else 1 + application.interviews,
        next_at=application.next_at,
        offered_at=last_at if is_offered and not wrote_at else None,
        wrote_at=wrote_at if is_offered else None,
        rejected_at=None if is_open or taken.has_landed else application.ended_at,
        asks_about=_asks_about(application, taken, now),
        quiet_since=last_at if is_quiet else None,
    )


def _asks_about(
    application: Application, taken: Taken, now: datetime
) -> datetime | None:
    """Return when a no came that was taken in, and that a night has passed over."""
    ended_at = application.ended_at
    if not taken.has_landed or ended_at is None or now - ended_at < LANDING:
        return None
    step = loop_step(application.state_at(now), now, taken)
    return ended_at if step is LoopStep.ASK else None


def _held(person: Person, now: datetime) -> Iterator[Candidate]:
    """Find interviews just over of which the person has written nothing yet."""
    kinds = [EventKind.INTERVIEW_SCHEDULED, EventKind.INTERVIEW_HELD]
    just_over = (now - steps.FRESH, now - _A_TALK)
    held = _open_events(person).filter(kind__in=kinds, happened_at__range=just_over)
    is_told = ~Q(said="") | Q(reflection__facts_at__isnull=False)
    noted = Round.objects.of(person).filter(is_told, event=OuterRef("pk"))
    untold = held.filter(~Exists(_told(person, now)), ~Exists(noted))
    found = untold.values_list("application", "application__merged_into", "happened_at")
    for pk, whole, at in found[:_LATEST]:
        about = whole or pk
        yield Candidate(Kind.REFLECT, f"{about}-{at:%m%d}", at, about)


def _told(person: Person, now: datetime) -> EventQuerySet:
    """Match what the person told of the interview that an outer query is at."""
    # The days alone would do; with them near, few events are looked at.
    near = (now - steps.FRESH - timedelta(days=1), now + timedelta(days=1))
    return Event.objects.of(person).filter(
        application=OuterRef("application"),
        kind=EventKind.INTERVIEW_HELD,
        source=Source.PERSON,
        happened_at__range=near,
        happened_at__date=OuterRef("happened_at__date"),
    )


def _tests(person: Person, now: datetime) -> Iterator[Candidate]:
    """Find tests after which nothing has happened yet."""
    asked = _open_events(person).filter(
        kind=EventKind.ASSESSMENT,
        happened_at__range=(now - steps.TEST_STANDS, now),
        application__merged_into=None,
        application__last_at__lte=F("happened_at"),
    )
    for pk, application, at in asked.values_list("pk", "application", "happened_at"):
        yield Candidate(Kind.ASSESSMENT, str(pk), at, application)


def _open_events(person: Person) -> EventQuerySet:
    """Keep events of open applications that nothing which counts has replaced."""
    return Event.objects.of(person).filter(
        ~Exists(_replacing(person)),
        application__ending="",
        application__archived_at=None,
    )


def _replacing(person: Person) -> EventQuerySet:
    """Match what counts in place of the event that an outer query is at."""
    mine = Event.objects.of(person)
    return mine.filter(supersedes=OuterRef("pk"), superseded_by=None)


def _mail(person: Person) -> Iterator[Candidate]:
    waiting = Message.objects.of(person).waiting()
    found = waiting.aggregate(number=Count("pk"), newest=Max("pk"))
    if found["number"]:
        yield Candidate(Kind.MAIL, str(found["newest"]), depth=found["number"])


def _mailboxes(person: Person) -> Iterator[Candidate]:
    """Tell of one that is read, or is shut; propose one to who began by hand."""
    on_server = "connected_mailbox"
    shut = Q(**{f"{on_server}__needs_person": True, f"{on_server}__is_paused": False})
    going_on = Q(state__in=[Import.State.WAITING, Import.State.RUNNING])
    found = Import.objects.of(person).aggregate(
        all=Count("pk"),
        going_on=Count("pk", filter=going_on & ~shut),
        shut=Max(f"{on_server}__pk", filter=shut),
        read_at=Max(f"{on_server}__looked_at", filter=shut),
    )
    if found["shut"]:
        at = found["read_at"]
        mark = f"{found['shut']}-{at:%m%d%H%M}" if at else f"{found['shut']}"
        yield Candidate(Kind.MAILBOX, mark, at)
    if found["going_on"]:
        yield Candidate(Kind.IMPORT)
    elif not found["all"] and _began_by_hand(person):
        yield Candidate(Kind.START)


def _began_by_hand(person: Person) -> bool:
    few = _mine(person)[: _FEW_APPLICATIONS + 1].count()
    by_hand = 0 < few <= _FEW_APPLICATIONS
    return by_hand and not Message.objects.of(person).exists()
