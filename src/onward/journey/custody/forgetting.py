"""Forgetting: what was learned, or everything, for good and on the disk as well."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from onward import wiring
from onward.journey.mail.copies import folder_of
from onward.journey.mail.models import Learned, Upload
from onward.journey.people.models import Person, Personal, Width
from onward.journey.people.sealing import forget_key
from onward.journey.practice.recording import folder_of as sound_of

# Copies kept before an update hold what is to be forgotten.
COPIES = "before-updates"


def forget_learned(*, person: Person) -> int:
    """Let go of what the person's corrections taught; returns how many there were."""
    count, _ = Learned.objects.of(person).delete()
    return count


@transaction.atomic
def forget_everything(*, person: Person) -> None:
    """Delete all that is known of a person, so that no trace stays on the disk.

    The person stays, as one who has just begun.
    """
    forget_key(person=person)
    folders = [folder_of(upload) for upload in Upload.objects.of(person)]
    secrets = list(_secrets_of(person))
    for rows in _belonging_to(person):
        # One by one there would be 100,000 of them, and rows that protect others; the
        # database looks at the whole when all is gone.
        rows._raw_delete(rows.db)  # noqa: SLF001 - there is no public way
    _begin_anew(person)
    DBTaskResult.objects.finished().delete()
    transaction.on_commit(lambda: _forget_secrets(secrets), robust=True)
    folders += [Path(settings.DATA_DIR) / COPIES, sound_of(person.pk)]
    transaction.on_commit(lambda: _clean_up(folders))


def _belonging_to(person: Person) -> Iterator[QuerySet[Any]]:
    models: list[Any] = apps.get_models()
    for model in models:
        if issubclass(model, Personal):
            yield model.objects.of(person)


def _secrets_of(person: Person) -> Iterator[str]:
    """Yield the names of passwords and addresses that lie in the vault."""
    for rows in _belonging_to(person):
        if hasattr(rows.model, "secret_name"):
            named = rows.exclude(secret_name="")
            yield from named.values_list("secret_name", flat=True)


def _forget_secrets(names: Iterable[str]) -> None:
    for name in names:
        wiring.vault().forget(name)


def _begin_anew(person: Person) -> None:
    person.addresses = []
    person.time_zone = ""
    person.mail_width = Width.USUAL
    person.save(update_fields=["addresses", "time_zone", "mail_width"])


def _clean_up(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    _scrub()


def _scrub() -> None:
    """Write the database file anew, for deleted rows leave their words behind."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'")
        for (name,) in cursor.fetchall():
            quoted = connection.ops.quote_name(name)
            cursor.execute(f"INSERT INTO {quoted}({quoted}) VALUES('optimize')")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
