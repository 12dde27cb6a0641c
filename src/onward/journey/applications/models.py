"""Employers, contacts, applications and the events that are their history."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from onward.domain.applications.events import EventKind, Happened, Source
from onward.domain.applications.state import OWED, QUIET_AFTER, Ending, Stage, State
from onward.journey.people.models import Personal, PersonalQuerySet


class Employer(Personal):
    """An organisation; one that was merged into another is kept and points to it.

    `key` is the name without case, spaces and legal forms, to find it again. One that
    nobody knows has no name and stands for one application: two need not be the same.
    """

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, db_index=True)
    domain = models.CharField(max_length=200, blank=True, db_index=True)
    note = models.TextField(blank=True)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged"
    )

    objects = PersonalQuerySet["Employer"].as_manager()

    @property
    def every_id(self) -> list[int]:
        """The ids of this employer and of those merged into it."""
        return [self.pk, *self.merged.values_list("pk", flat=True)]

    @property
    def root(self) -> "Employer":
        """The employer this one was merged into, or itself."""
        return self.merged_into or self

    @property
    def called(self) -> str:
        """Its name as a page lists it; of one that nobody knows, that it is so."""
        return self.name or _("Employer not known")

    @property
    def in_words(self) -> str:
        """Its name as a sentence takes it."""
        return self.name or _("the employer")

    @property
    def as_first_word(self) -> str:
        """Its name as a sentence begins with it."""
        return self.name or _("The employer")


class Contact(Personal):
    """A person at an employer or agency, with the part they play."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=320, blank=True, db_index=True)
    part = models.CharField(max_length=40, blank=True)

    objects = PersonalQuerySet["Contact"].as_manager()


def gone_quiet(now: datetime) -> Q:
    """Match open applications of which nothing was heard for long."""
    long_ago = now - QUIET_AFTER
    no_talk = Q(next_at=None) | Q(next_at__lt=long_ago)
    return Q(ending="", last_at__lt=long_ago) & no_talk & Q(stage__in=OWED)


class ApplicationQuerySet(PersonalQuerySet["Application"]):
    """Questions about applications."""

    def whole(self) -> Self:
        """Leave out those that were merged into another one."""
        return self.filter(merged_into=None)

    def unarchived(self) -> Self:
        """Leave out what the person put away."""
        return self.filter(archived_at=None)

    def still_open(self) -> Self:
        """Keep those that have not ended."""
        return self.filter(ending="")

    def quiet(self, now: datetime) -> Self:
        """Keep open ones without a word for long, as `State.is_quiet` says."""
        return self.filter(gone_quiet(now))

    def with_employer(self) -> Self:
        """Read the employer along, so that a list costs no more queries."""
        return self.select_related("employer__merged_into")

    def briefly(self) -> Self:
        """Read what a list shows: with the employer, without the long texts."""
        return self.with_employer().defer("advert", "note", "link")


class Application(Personal):
    """One person applying for one role at one employer.

    The fields from `stage` to `interviews` are derived from the events by
    `applications.services.derive` and by nothing else; they stand here so that lists
    are quick. Time goes on without events: whoever reads `next_at` compares it with
    now. One that was merged into another is kept, with its events.
    """

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="applications")
    role = models.CharField(max_length=200, blank=True)
    agency = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=40, blank=True)
    channel_said = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=1000, blank=True)
    advert = models.TextField(blank=True)
    note = models.TextField(blank=True)
    added_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="merged"
    )

    stage = models.CharField(
        max_length=20, choices=[(s, s) for s in Stage], default=Stage.APPROACHED
    )
    ending = models.CharField(
        max_length=20, choices=[(e, e) for e in Ending], blank=True
    )
    applied_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    feedback_at = models.DateTimeField(null=True, blank=True)
    interviews = models.PositiveSmallIntegerField(default=0)

    objects = ApplicationQuerySet.as_manager()

    @property
    def label(self) -> str:
        """What it is called where one line must do: "Data Analyst, Acme"."""
        employer = self.employer.root.called
        return f"{self.role}, {employer}" if self.role else employer

    @property
    def with_merged(self) -> QuerySet["Application", int]:
        """The ids of this application and of those merged into it, as a question.

        Asked as one list: an "or" over a join would look through whole tables.
        """
        parts = Q(pk=self.pk) | Q(merged_into=self.pk)
        return Application.objects.filter(parts).values_list("pk", flat=True)

    @property
    def key(self) -> str:
        """The name other tables know this application by."""
        return f"application:{self.pk}"

    def state_at(self, now: datetime) -> State:
        """The derived fields as a value, with what time alone has changed since."""
        passed = self.next_at if self.next_at and self.next_at <= now else None
        moments = [moment for moment in (self.last_at, passed) if moment]
        return State(
            stage=Stage(self.stage),
            ending=Ending(self.ending) if self.ending else None,
            applied_at=self.applied_at,
            answered_at=self.answered_at,
            last_at=max(moments, default=None),
            next_at=None if passed else self.next_at,
            ended_at=self.ended_at,
            asked_at=self.asked_at,
            feedback_at=self.feedback_at,
            interviews=self.interviews + bool(passed),
        )

    class Meta:
        """Lists go by the last word, newest first."""

        indexes = [
            models.Index("person", F("last_at").desc(), name="application_latest"),
            models.Index(
                fields=["person", "stage", "ending"], name="application_stage"
            ),
        ]


class EventQuerySet(PersonalQuerySet["Event"]):
    """Questions about events."""

    def history_of(self, application: Application) -> Self:
        """Keep all of an application's events, also of those merged into it."""
        return self.filter(application__in=application.with_merged)


class Event(Personal):
    """Something that happened; appended, never altered.

    A correction is a new event that supersedes the old one. `message_key` names the
    message it is known from, `message:12`; `quote` are its words, verbatim.
    `has_time` tells a moment from a mere day.
    """

    application = models.ForeignKey(Application, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=30, choices=[(k, k) for k in EventKind])
    happened_at = models.DateTimeField(db_index=True)
    has_time = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    source = models.CharField(max_length=10, choices=[(s, s) for s in Source])
    confidence = models.FloatField(default=1.0)
    said = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    message_key = models.CharField(max_length=40, blank=True, db_index=True)
    supersedes = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="superseded_by"
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        """What happened of late is asked for by kind."""

        indexes = [
            models.Index(fields=["person", "kind", "happened_at"], name="event_kind")
        ]

    @property
    def happened(self) -> Happened:
        """The event as the value that the domain decides with."""
        return Happened(
            id=self.pk,
            kind=EventKind(self.kind),
            happened_at=self.happened_at,
            recorded_at=self.recorded_at,
            source=Source(self.source),
            confidence=self.confidence,
            supersedes=self.supersedes_id,
            has_time=self.has_time,
        )


class Round(Personal):
    """One interview of an application: when, how and with whom.

    `is_written_of` tells that the person has written about it elsewhere, so that it is
    not let go of as empty.
    """

    application = models.ForeignKey(Application, models.CASCADE, related_name="rounds")
    event = models.OneToOneField(
        Event, models.SET_NULL, null=True, blank=True, related_name="round"
    )
    starts_at = models.DateTimeField(null=True, blank=True, db_index=True)
    format = models.CharField(max_length=40, blank=True)
    panel = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    said = models.TextField(blank=True)
    is_written_of = models.BooleanField(default=False)

    objects = PersonalQuerySet["Round"].as_manager()


class Passage(Personal):
    """The bare words of a text, to search for; `key` names what it is of, `message:12`.

    Full text search goes over this table: FTS5 on SQLite, tsvector on PostgreSQL.
    """

    application = models.ForeignKey(
        Application, models.CASCADE, null=True, blank=True, related_name="passages"
    )
    key = models.CharField(max_length=40)
    text = models.TextField()

    objects = PersonalQuerySet["Passage"].as_manager()

    class Meta:
        """A thing's text stands here once."""

        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="passage_once")
        ]
        # Found passages lead to applications without their long texts being read.
        indexes = [models.Index(fields=["person", "application"], name="passage_place")]
