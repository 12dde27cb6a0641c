"""Changing what is written, putting away and deleting for good."""

import pytest

from onward.domain.applications.events import EventKind as Kind
from onward.journey.applications import search
from onward.journey.applications.contacts import (
    add_contact,
    edit_contact,
    remove_contact,
)
from onward.journey.applications.editing import (
    NameTakenError,
    edit_application,
    edit_employer,
)
from onward.journey.applications.keeping import archive, delete_application, unarchive
from onward.journey.applications.merging import merge_applications
from onward.journey.applications.models import (
    Application,
    Contact,
    Employer,
    Event,
    Passage,
)
from onward.journey.applications.services import ensure_employer
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme() -> Application:
    made = builders.application(place="Leeds")
    builders.event(made, Kind.APPLIED, ago=40)
    return made


def again(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def undo(back: int = 1) -> None:
    undo_change(change=Change.objects.order_by("-pk")[back - 1])


def found(words: str) -> list[int]:
    return list(search.find_applications(builders.person(), words))


def test_what_is_written_can_be_changed_and_changed_back(acme: Application) -> None:
    edit_application(application=acme, employer="Acme", role="Cook", note="Ask Priya.")
    assert (again(acme).role, again(acme).place) == ("Cook", "Leeds")
    assert found("priya") == [acme.pk]
    undo()
    assert (again(acme).role, again(acme).note) == ("Data Analyst", "")
    assert found("priya") == []


def test_undoing_leaves_what_was_changed_once_more(acme: Application) -> None:
    edit_application(application=acme, employer="Acme", role="Cook", place="York")
    edit_application(application=again(acme), employer="Acme", role="Chef")
    undo(back=2)
    assert (again(acme).role, again(acme).place) == ("Chef", "Leeds")


def test_another_employer_is_another_employer(acme: Application) -> None:
    edit_application(application=acme, employer="Northgate Trust")
    assert again(acme).employer.name == "Northgate Trust"
    assert Employer.objects.filter(name="Acme").exists()
    undo()
    assert again(acme).employer.name == "Acme"


def test_nothing_changed_is_no_change(acme: Application) -> None:
    edit_application(application=acme, employer=" Acme ", role="Data Analyst")
    assert not Change.objects.exists()


def test_an_employer_can_be_renamed_but_not_to_a_name_that_is_taken(
    acme: Application,
) -> None:
    edit_employer(employer=acme.employer, name="Acme Bakery", note="Kind people.")
    assert found("bakery") == [acme.pk]
    ensure_employer(person=acme.person, name="Northgate")
    with pytest.raises(NameTakenError):
        edit_employer(employer=acme.employer, name="Northgate Ltd")
    undo()
    assert Employer.objects.get(pk=acme.employer_id).name == "Acme"
    assert found("bakery") == []


def test_people_are_added_changed_and_taken_out_with_a_way_back(
    acme: Application,
) -> None:
    person = add_contact(employer=acme.employer, name="Priya Nair", part="recruiter")
    edit_contact(contact=person, name="Priya Nair", address="priya@acme.example")
    assert found("priya") == [acme.pk]
    remove_contact(contact=Contact.objects.get(pk=person.pk))
    assert found("priya") == []
    undo()
    assert Contact.objects.get().address == "priya@acme.example"
    undo(back=2)
    assert Contact.objects.get().part == "recruiter"
    undo(back=3)
    assert not Contact.objects.exists()


def test_putting_away_hides_and_keeps(acme: Application) -> None:
    archive(application=acme)
    assert not Application.objects.unarchived().exists()
    undo()
    assert Application.objects.unarchived().exists()
    archive(application=again(acme))
    unarchive(application=again(acme))
    assert again(acme).archived_at is None


def test_deleting_for_good_leaves_no_name_behind(acme: Application) -> None:
    part = builders.application("Acme Group", "Analyst")
    merge_applications(whole=acme, other=part)
    edit_application(application=acme, employer="Acme", role="Chief Hedgehog")
    search.index(acme.person, "message:7", "about hedgehogs", acme)
    delete_application(application=again(acme))
    assert not Application.objects.exists()
    assert not Event.objects.exists()
    assert not Employer.objects.exists()
    assert [change.text for change in Change.objects.all()] == [
        "Deleted an application for good."
    ]
    assert not Change.objects.get().can_be_undone


def test_its_mail_stays_findable(acme: Application) -> None:
    search.index(acme.person, "message:7", "about hedgehogs", acme)
    delete_application(application=acme)
    assert Passage.objects.get().application is None


def test_an_employer_with_other_applications_stays(acme: Application) -> None:
    builders.application("Acme", "Cook")
    delete_application(application=acme)
    assert Employer.objects.get().name == "Acme"
