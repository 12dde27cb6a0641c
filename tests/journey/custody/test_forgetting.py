from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from onward import wiring
from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application, Contact
from onward.journey.applications.search import index
from onward.journey.custody.forgetting import COPIES, forget_everything, forget_learned
from onward.journey.feedback.models import BusyCalendar
from onward.journey.history.models import Change
from onward.journey.mail.models import Learned, Upload
from onward.journey.people.models import Person
from tests.builders import application, event, person

SENTINEL = "zanzibarquokka"
# What the installation itself keeps, which tells nothing about anybody.
OWN = {"Person", "ContentType", "Permission"}


def _fill(me: Person) -> None:
    acme = application(SENTINEL, SENTINEL, of=me, note=SENTINEL)
    event(acme, EventKind.REJECTED, ago=1, quote=SENTINEL * 50)
    Contact.objects.create(person=me, employer=acme.employer, name=SENTINEL)
    index(me, f"application:{acme.pk}", f"{SENTINEL} and more", acme)
    Change.objects.create(
        person=me, made_at=timezone.now(), text=SENTINEL, undoer="", of_what=""
    )
    Learned.objects.create(person=me, meaning="other", learned_at=timezone.now())
    me.addresses = [f"{SENTINEL}@example.com"]
    me.save()


@pytest.mark.django_db(transaction=True)
def test_after_forgetting_no_row_is_left() -> None:
    _fill(person())
    forget_everything(person=person())
    left = {m.__name__: m._default_manager.count() for m in apps.get_models()}
    assert {name for name, count in left.items() if count} <= OWN
    assert person().addresses == []


@pytest.mark.django_db(transaction=True)
def test_after_forgetting_no_word_is_left_on_the_disk(
    tmp_path: Path, settings: Settings
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("another database keeps its files to itself")
    settings.DATA_DIR = tmp_path
    _fill(person())
    file = Path(connection.settings_dict["NAME"])
    assert SENTINEL in _everything(file)
    forget_everything(person=person())
    assert SENTINEL not in _everything(file)


@pytest.mark.django_db(transaction=True)
def test_passwords_and_addresses_in_the_vault_go_as_well() -> None:
    wiring.vault().put("calendar-1", SENTINEL)
    BusyCalendar.objects.create(
        person=person(), kind="caldav", secret_name="calendar-1"
    )
    forget_everything(person=person())
    assert wiring.vault().get("calendar-1") is None


def _everything(file: Path) -> str:
    """Return all there is of the database, its journal included."""
    parts = [each.read_bytes() for each in file.parent.glob(f"{file.name}*")]
    return b"".join(parts).decode("latin-1")


@pytest.mark.django_db(transaction=True)
def test_copies_of_the_mailbox_and_of_the_database_go_as_well(
    tmp_path: Path, settings: Settings
) -> None:
    settings.DATA_DIR = tmp_path
    Upload.objects.create(
        person=person(), key="ab", files=[], fingerprint="", size=1,
        added_at=timezone.now(),
    )  # fmt: skip
    for folder in (tmp_path / "uploads" / "ab", tmp_path / COPIES):
        folder.mkdir(parents=True)
        (folder / "mail").write_text(SENTINEL)
    forget_everything(person=person())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.django_db(transaction=True)
def test_what_belongs_to_another_stays() -> None:
    sam = person("sam")
    _fill(sam)
    _fill(person())
    forget_everything(person=person())
    assert Application.objects.of(sam).count() == 1
    assert Learned.objects.of(sam).count() == 1


@pytest.mark.django_db
def test_what_was_learned_can_be_forgotten_alone() -> None:
    _fill(person())
    assert forget_learned(person=person()) == 1
    assert Application.objects.of(person()).exists()
