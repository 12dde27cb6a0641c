"""Mailboxes on servers, their folders, and what is known of each message there."""

from django.db import models

from onward.journey.mail.models import DIGEST_BYTES, Import
from onward.journey.people.models import Personal, PersonalQuerySet
from onward.ports.mail_server import Role, Security

TIE_BYTES = 8


class ConnectedMailbox(Personal):
    """A mailbox on a server that the person let Onward read.

    The password or token lies in the vault under `secret_name`. `reading` holds the
    counts and everything that was kept, as for a mailbox that was given as a file, and
    says which process reads at the moment. `due_at` is when to look again, `tries` how
    often that went wrong since it last went well, `trouble` why, for the person.
    """

    class Way(models.TextChoices):
        """How the server is told that it may let Onward in."""

        PASSWORD = "password"  # noqa: S105 - the name of a way
        GOOGLE = "google"
        MICROSOFT = "microsoft"

    address = models.CharField(max_length=320)
    host = models.CharField(max_length=253)
    port = models.PositiveIntegerField()
    security = models.CharField(
        max_length=10,
        choices=[(kind.value, kind.value) for kind in Security],
        default=Security.TLS,
    )
    user = models.CharField(max_length=320)
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.PASSWORD)
    secret_name = models.CharField(max_length=60)
    since = models.DateField(null=True, blank=True)
    reading = models.OneToOneField(
        Import, models.CASCADE, related_name="connected_mailbox"
    )
    is_paused = models.BooleanField(default=False)
    due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    tries = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=500, blank=True)
    needs_person = models.BooleanField(default=False)
    connected_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalQuerySet["ConnectedMailbox"].as_manager()

    class Meta:
        """An address is connected once a person."""

        constraints = [
            models.UniqueConstraint(
                fields=["person", "address"], name="mailbox_connected_once"
            )
        ]


class MailFolder(Personal):
    """A folder of a connected mailbox, and how far it is read.

    `name` is the server's, `label` what the person sees. In another `epoch` than this
    the server counts anew. `mark` is how it stood when all of it had been looked at.
    """

    mailbox = models.ForeignKey(
        ConnectedMailbox, models.CASCADE, related_name="folders"
    )
    name = models.CharField(max_length=500)
    label = models.CharField(max_length=500)
    role = models.CharField(
        max_length=10, choices=[(role.value, role.value) for role in Role], blank=True
    )
    is_chosen = models.BooleanField(default=False)
    epoch = models.CharField(max_length=100, blank=True)
    position = models.CharField(max_length=500, blank=True)
    mark = models.CharField(max_length=500, blank=True)

    objects = PersonalQuerySet["MailFolder"].as_manager()

    class Meta:
        """A folder stands once in its mailbox."""

        constraints = [
            models.UniqueConstraint(fields=["mailbox", "name"], name="folder_once")
        ]


class Why(models.TextChoices):
    """Why a message was fetched."""

    NOTHING = ""
    THREAD = "thread"
    PERSON = "person"
    EMPLOYER = "employer"
    WORDS = "words"
    BEGINNING = "beginning"


class Heading(Personal):
    """A message in a folder, as far as its first lines tell; no word of it is kept.

    `mark` and `ties` are keyed: the mark of the heading, and marks of its conversation,
    writer and domain, by which it is found once these turn out to matter. `digest` is
    the mark of the whole message once it was fetched.
    """

    class State(models.TextChoices):
        """What became of it: left there, to be looked into, to be fetched, ..."""

        LEFT = "left"
        DOUBT = "doubt"
        WANTED = "wanted"
        FETCHED = "fetched"
        KEPT = "kept"
        GONE = "gone"
        REFUSED = "refused"

    folder = models.ForeignKey(MailFolder, models.CASCADE, related_name="headings")
    number = models.CharField(max_length=300)
    epoch = models.CharField(max_length=100)
    mark = models.BinaryField(max_length=DIGEST_BYTES)
    ties = models.BinaryField(default=b"")
    size = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.LEFT)
    why = models.CharField(max_length=10, choices=Why.choices, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    digest = models.BinaryField(max_length=DIGEST_BYTES, default=b"")

    objects = PersonalQuerySet["Heading"].as_manager()

    class Meta:
        """A message stands once in its folder."""

        constraints = [
            models.UniqueConstraint(fields=["folder", "number"], name="heading_once")
        ]
        indexes = [models.Index(fields=["folder", "state"], name="heading_state")]
