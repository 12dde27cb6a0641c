"""What a person may do with a mailbox on a server: connect, choose, pause, let go."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from onward import wiring
from onward.domain.errors import OnwardError
from onward.domain.letters.providers import provider_of
from onward.journey.mail.models import Import
from onward.journey.mail.taking_back import take_back_reading
from onward.journey.mailboxes.access import access_of
from onward.journey.mailboxes.models import ConnectedMailbox, MailFolder
from onward.journey.mailboxes.timing import make_due
from onward.journey.people.models import Person
from onward.ports.mail_server import Folder, Role, Security

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
USUAL_SINCE = "year"
# Read unless the person chooses otherwise; with the folder of all mail nothing else is.
_NOT_USUAL = frozenset({Role.DRAFTS, Role.JUNK, Role.TRASH, Role.ALL})


class NotHereError(OnwardError):
    """A mailbox can only be connected on one's own machine. Give its files instead."""


class OpenLineError(OnwardError):
    """Without encryption Onward speaks only to this machine itself."""


class NoFoldersError(OnwardError):
    """There is no folder with mail in this mailbox."""


class NothingChosenError(OnwardError):
    """Choose at least one folder, or pause this mailbox."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the person told of a mailbox; an empty secret keeps the one there is."""

    address: str
    host: str
    port: int = 993
    security: str = Security.TLS
    user: str = ""
    secret: str = field(default="", repr=False)
    way: str = ConnectedMailbox.Way.PASSWORD


def suggested(address: str) -> Given:
    """Return what is usual for an address: what its provider publishes, or a guess."""
    address = address.strip()
    provider = provider_of(address)
    domain = address.rpartition("@")[2].lower()
    guess = f"imap.{domain}" if domain else ""
    return Given(
        address=address,
        host=provider.imap_host if provider else guess,
        port=provider.imap_port if provider else 993,
        user=address,
    )


def connect(*, person: Person, given: Given) -> ConnectedMailbox:
    """Keep a mailbox once its server lets us in; raises what to do where it does not.

    Nothing is read before the person has seen its folders.
    """
    if not settings.ONE_PERSON:
        raise NotHereError
    if given.security == Security.OPEN and given.host.strip() not in _HERE:
        raise OpenLineError
    known = _known(person, given.address)
    name = known.secret_name if known else f"mailbox-{uuid4().hex}"
    had = wiring.vault().get(name) if known else None
    if given.secret:
        wiring.vault().put(name, given.secret)
    try:
        folders = _tried(_draft(given, name))
        return _kept(person, given, name, folders)
    except BaseException:
        _put_back(name, had)
        raise


def _put_back(name: str, had: str | None) -> None:
    """Leave the vault as it was."""
    if had is None:
        wiring.vault().forget(name)
    else:
        wiring.vault().put(name, had)


def _known(person: Person, address: str) -> ConnectedMailbox | None:
    mine = ConnectedMailbox.objects.of(person)
    return mine.filter(address__iexact=address.strip()).first()


def _draft(given: Given, name: str) -> ConnectedMailbox:
    return ConnectedMailbox(
        address=given.address.strip(),
        host=given.host.strip(),
        port=given.port,
        security=given.security,
        user=given.user.strip() or given.address.strip(),
        way=given.way,
        secret_name=name,
    )


def _tried(draft: ConnectedMailbox) -> list[Folder]:
    """Return the folders a mailbox shows when opened."""
    server = wiring.mail_server(access_of(draft))
    try:
        folders = server.folders()
    finally:
        server.close()
    if not folders:
        raise NoFoldersError
    return folders


@transaction.atomic
def _kept(
    person: Person, given: Given, name: str, folders: Sequence[Folder]
) -> ConnectedMailbox:
    mailbox = _known(person, given.address) or _new(person, given)
    draft = _draft(given, name)
    for field_name in ("host", "port", "security", "user", "way", "secret_name"):
        setattr(mailbox, field_name, getattr(draft, field_name))
    mailbox.trouble, mailbox.tries, mailbox.needs_person = "", 0, False
    is_new = mailbox.pk is None
    mailbox.save()
    keep_folders(mailbox, folders, choose=is_new)
    mailbox.folders.exclude(name__in=[f.name[:500] for f in folders]).delete()
    if not is_new:
        make_due(mailbox)
    return mailbox


def _new(person: Person, given: Given) -> ConnectedMailbox:
    address, now = given.address.strip(), timezone.now()
    reading = Import.objects.create(
        person=person,
        name=address[:300],
        path="",
        is_connected=True,
        state=Import.State.DONE,
        width=person.mail_width,
        added_at=now,
    )
    _learn_address(person, address)
    return ConnectedMailbox(
        person=person, address=address, reading=reading, connected_at=now
    )


def _learn_address(person: Person, address: str) -> None:
    own = address.lower()
    if own not in person.addresses:
        person.addresses = [*person.addresses, own]
        person.save(update_fields=["addresses"])


def keep_folders(
    mailbox: ConnectedMailbox, folders: Sequence[Folder], *, choose: bool
) -> None:
    """Keep which folders there are; of a new mailbox the usual ones are chosen."""
    usual = _usual(folders) if choose else set()
    for folder in folders:
        MailFolder.objects.update_or_create(
            mailbox=mailbox,
            name=folder.name[:500],
            defaults={
                "person": mailbox.person,
                "label": folder.label[:500],
                "role": folder.role,
            },
            create_defaults={
                "person": mailbox.person,
                "label": folder.label[:500],
                "role": folder.role,
                "is_chosen": folder.name in usual,
            },
        )


def _usual(folders: Sequence[Folder]) -> set[str]:
    """Return the folders to read: the one that holds all mail, or all but rubbish."""
    everything = {folder.name for folder in folders if folder.role is Role.ALL}
    return everything or {f.name for f in folders if f.role not in _NOT_USUAL}


@transaction.atomic
def choose(
    *, mailbox: ConnectedMailbox, folders: Collection[int], since: date | None
) -> None:
    """Read these folders from a day on; an earlier day than before reads more."""
    chosen = mailbox.folders.filter(pk__in=folders)
    if not chosen.exists():
        raise NothingChosenError
    mailbox.folders.exclude(pk__in=folders).update(is_chosen=False)
    if _is_wider(since, mailbox.since):
        # From the beginning again: what is known there is passed over.
        mailbox.folders.update(position="", mark="")
    chosen.update(is_chosen=True)
    ConnectedMailbox.objects.filter(pk=mailbox.pk).update(since=since)
    mailbox.since = since
    make_due(mailbox)


def _is_wider(since: date | None, before: date | None) -> bool:
    if before is None:
        return False
    return since is None or since < before


def look_now(*, mailbox: ConnectedMailbox) -> None:
    """Have a mailbox looked at as soon as possible."""
    make_due(mailbox)


def pause(*, mailbox: ConnectedMailbox) -> None:
    """Leave a mailbox alone from now on, till the person says otherwise."""
    ConnectedMailbox.objects.filter(pk=mailbox.pk).update(is_paused=True)


def go_on(*, mailbox: ConnectedMailbox) -> None:
    """Look into a paused mailbox again."""
    ConnectedMailbox.objects.filter(pk=mailbox.pk).update(is_paused=False)
    make_due(mailbox)


def disconnect(*, mailbox: ConnectedMailbox, forgets: bool) -> None:
    """Let go of a mailbox and what opens it; its mail stays here, or goes too."""
    number, person = mailbox.reading_id, mailbox.person
    with transaction.atomic():
        mailbox.folders.all().delete()
        mailbox.delete()
        Import.objects.filter(pk=number).update(
            holder="", state=Import.State.STOPPED, dismissed_at=timezone.now()
        )
        if forgets:
            take_back_reading(person=person, number=number)
    wiring.vault().forget(mailbox.secret_name)
