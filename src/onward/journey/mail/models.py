"""Mail that was given, what was made of it, and where it was filed."""

from typing import Self

from django.db import models

from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application, Event
from onward.journey.people.models import Personal, PersonalQuerySet, Width

DIGEST_BYTES = 16


class Import(Personal):
    """One reading of a mailbox, from where it was to how far it is.

    `state` is where it stands, `wanted` what the person asked for since. Counts add
    up: kept + ordinary + known + refused = seen. `position` is where to go on after a
    break; it is stored in the same transaction as what was read up to it. `holder` is
    the process that reads, `beat_at` its last sign of life, `rate` its messages a
    second. `width` is what was taken in when it was read. `start` is the position and
    `seen_after` the last mark that were there before it. `is_connected` tells what
    stands for a mailbox on a server, which is looked at again and again.

    A large mailbox is read in two looks: a first one that opens only what may be about
    the search, and a second one that reads the rest whole. `later` is how many messages
    wait for it, `second_position` and `second_bytes` are how far it is.
    """

    class State(models.TextChoices):
        """Where a reading stands."""

        WAITING = "waiting"
        RUNNING = "running"
        PAUSED = "paused"
        DONE = "done"
        STOPPED = "stopped"
        REFUSED = "refused"

    class Wanted(models.TextChoices):
        """What the person asked for while it is read."""

        NOTHING = ""
        PAUSE = "pause"
        STOP = "stop"

    class Look(models.TextChoices):
        """How closely the mailbox is read just now."""

        WHOLE = "whole"
        FIRST = "first"
        SECOND = "second"

    name = models.CharField(max_length=300)
    path = models.CharField(max_length=4096)
    is_upload = models.BooleanField(default=False)
    is_connected = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.WAITING
    )
    wanted = models.CharField(
        max_length=10, choices=Wanted.choices, default=Wanted.NOTHING, blank=True
    )
    fingerprint = models.CharField(max_length=200, blank=True)
    position = models.CharField(max_length=4096, blank=True)
    size_bytes = models.BigIntegerField(default=0)
    done_bytes = models.BigIntegerField(default=0)
    seen = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    ordinary = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    width = models.CharField(max_length=10, choices=Width.choices, default=Width.USUAL)
    holder = models.CharField(max_length=120, blank=True)
    rate = models.FloatField(default=0.0)
    start = models.CharField(max_length=4096, blank=True)
    seen_after = models.BigIntegerField(default=0)
    look = models.CharField(max_length=10, choices=Look.choices, default=Look.WHOLE)
    later = models.PositiveIntegerField(default=0)
    second_position = models.CharField(max_length=4096, blank=True)
    second_bytes = models.BigIntegerField(default=0)
    said = models.CharField(max_length=500, blank=True)
    added_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    dismissed_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Import"].as_manager()


class Problem(Personal):
    """One message or file that could not be read, with a plain sentence why.

    `raw` are its first bytes, so that nothing is dropped silently.
    """

    reading = models.ForeignKey(Import, models.CASCADE, related_name="problems")
    place = models.CharField(max_length=500)
    reason = models.CharField(max_length=500)
    position = models.CharField(max_length=4096, blank=True)
    raw = models.BinaryField(default=b"")

    objects = PersonalQuerySet["Problem"].as_manager()


class Seen(Personal):
    """The keyed digest of a message that was read: all that is kept of ordinary mail.

    `chance` is how likely it was about the search, so that a wider setting knows which
    ones to look at again when the mailbox is given anew. `is_open` tells that it waits
    for the second look of its import.
    """

    digest = models.BinaryField(max_length=DIGEST_BYTES)
    chance = models.FloatField(default=0.0)
    is_open = models.BooleanField(default=False)

    objects = PersonalQuerySet["Seen"].as_manager()

    class Meta:
        """A message is read once a person."""

        constraints = [
            models.UniqueConstraint(fields=["person", "digest"], name="seen_once")
        ]


class MessageQuerySet(PersonalQuerySet["Message"]):
    """Questions about kept messages."""

    def waiting(self) -> Self:
        """Keep those that wait for the person's yes."""
        return self.filter(state=Message.State.WAITING)

    def filed(self) -> Self:
        """Keep those that are filed, with or without an application."""
        return self.filter(state=Message.State.FILED)

    def about(self, application: Application) -> Self:
        """Keep the mail of an application and of those merged into it."""
        filed = Filing.objects.filter(application__in=application.with_merged)
        here = filed.filter(ended_at=None).values("message_id")
        return self.filter(pk__in=here)


class Message(Personal):
    """One e-mail about the search, with what was made of it.

    `digest` is keyed. `shown_text` is what the person sees; `evidence`, `details` and
    `faults` are what `domain.mail` found, as plain values. `told_meaning` is what the
    person said it means; it wins over `meaning`. `own` tells mail the person wrote.
    `chance` is how likely it is about the search. Until `settled_at` is set, an import
    that still runs may file it elsewhere; `choices` are the likeliest applications of
    one that waits. One the person forgot keeps its words till it is swept away.
    """

    class State(models.TextChoices):
        """What becomes of a message."""

        WAITING = "waiting"
        FILED = "filed"
        SET_ASIDE = "set_aside"

    digest = models.BinaryField(max_length=DIGEST_BYTES)
    reading = models.ForeignKey(
        Import, models.SET_NULL, null=True, blank=True, related_name="messages"
    )
    message_id = models.CharField(max_length=998, blank=True, db_index=True)
    thread = models.CharField(max_length=1100, blank=True, db_index=True)
    linked_ids = models.JSONField(default=list)
    sender_name = models.CharField(max_length=300, blank=True)
    sender_address = models.CharField(max_length=320, blank=True, db_index=True)
    reply_to = models.CharField(max_length=320, blank=True)
    recipients = models.JSONField(default=list)
    subject = models.CharField(max_length=1000, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True, db_index=True)
    kept_at = models.DateTimeField()
    shown_text = models.TextField()
    labels = models.JSONField(default=list)
    attachments = models.JSONField(default=list)
    calendars = models.JSONField(default=list)
    faults = models.JSONField(default=list)
    own = models.BooleanField(default=False)
    meaning = models.CharField(max_length=30, choices=[(m, m) for m in Meaning])
    told_meaning = models.CharField(
        max_length=30, choices=[(m, m) for m in Meaning], blank=True
    )
    confidence = models.FloatField()
    chance = models.FloatField(default=1.0)
    evidence = models.JSONField(default=list)
    details = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FILED)
    why = models.CharField(max_length=40, blank=True)
    choices = models.JSONField(default=list)
    settled_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        """A message is kept once a person; lists go by date."""

        constraints = [
            models.UniqueConstraint(fields=["person", "digest"], name="message_once")
        ]
        indexes = [
            models.Index(fields=["person", "state", "-sent_at"], name="message_latest")
        ]

    @property
    def says(self) -> Meaning:
        """What it means: the person's word, else what Onward made of it."""
        return Meaning(self.told_meaning or self.meaning)

    @property
    def key(self) -> str:
        """The name other tables know this message by."""
        return f"message:{self.pk}"


class Filing(Personal):
    """A message put to an application, with the event it made there, if any.

    A message about two roles has two; `is_meant` is false where one is named, but what
    is said is about the other. `ended_at` says when it no longer held: undone or put
    right. `confidence` is how sure the choice of application was.
    """

    message = models.ForeignKey(Message, models.CASCADE, related_name="filings")
    application = models.ForeignKey(Application, models.CASCADE, related_name="filings")
    event = models.OneToOneField(
        Event, models.SET_NULL, null=True, blank=True, related_name="filing"
    )
    by_person = models.BooleanField(default=False)
    is_meant = models.BooleanField(default=True)
    confidence = models.FloatField(default=1.0)
    filed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["Filing"].as_manager()


class Learned(Personal):
    """What the person corrected: a meaning, and a signature that holds no words."""

    message = models.ForeignKey(
        Message, models.SET_NULL, null=True, blank=True, related_name="learned"
    )
    meaning = models.CharField(max_length=30, choices=[(m, m) for m in Meaning])
    sender_domain = models.CharField(max_length=255, blank=True)
    shingles = models.JSONField(default=list)
    learned_at = models.DateTimeField()

    objects = PersonalQuerySet["Learned"].as_manager()


class Upload(Personal):
    """Files on their way from the browser as one stream; `offset` is how far it is.

    `files` are path, size and modified in the order of the stream; `key` names the
    folder under the data folder they are put together in, and the upload's address.
    """

    key = models.CharField(max_length=40, unique=True)
    files = models.JSONField()
    fingerprint = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()
    offset = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    reading = models.OneToOneField(
        Import, models.SET_NULL, null=True, blank=True, related_name="upload"
    )

    objects = PersonalQuerySet["Upload"].as_manager()
