"""The people at an employer, as the person writes them down."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from onward.journey.applications.indexing import index_employer
from onward.journey.applications.models import Contact, Employer
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person

FIELDS = ("name", "address", "part")


@transaction.atomic
def add_contact(
    *, employer: Employer, name: str = "", address: str = "", part: str = ""
) -> Contact:
    """Return somebody new at an employer."""
    contact = Contact.objects.create(
        person=employer.person, employer=employer, name=name, address=address, part=part
    )
    index_employer(employer)
    _keep(contact, _("Added %(who)s at %(where)s."), "applications.contact_added", {})
    return contact


@transaction.atomic
def edit_contact(
    *, contact: Contact, name: str = "", address: str = "", part: str = ""
) -> Contact:
    """Write down anew who somebody is."""
    before = _written(contact)
    contact.name, contact.address, contact.part = name, address, part
    if _written(contact) == before:
        return contact
    contact.save(update_fields=FIELDS)
    index_employer(contact.employer)
    text = _("Changed what is written of %(who)s at %(where)s.")
    _keep(contact, text, "applications.contact_edited", before)
    return contact


@transaction.atomic
def remove_contact(*, contact: Contact) -> None:
    """Take somebody out of the people at an employer."""
    kept = {"employer": contact.employer_id, **_written(contact)}
    text = _("Took out %(who)s at %(where)s.")
    _keep(contact, text, "applications.contact_removed", kept)
    employer = contact.employer
    contact.delete()
    index_employer(employer)


def _written(contact: Contact) -> dict[str, str]:
    return {name: getattr(contact, name) for name in FIELDS}


def _keep(
    contact: Contact, text: str, undoer_name: str, arguments: Mapping[str, object]
) -> None:
    who = contact.name or contact.address
    where = contact.employer.root.called
    record_change(
        person=contact.person,
        text=text % {"who": who, "where": where},
        undoer=undoer_name,
        arguments={"contact": contact.pk, **arguments},
        of_what=f"employer:{contact.employer_id}",
    )


@undoer("applications.contact_added")
def forget_contact(*, person: Person, contact: int) -> None:
    """Take somebody out who was just added."""
    for found in Contact.objects.of(person).filter(pk=contact):
        employer = found.employer
        found.delete()
        index_employer(employer)


@undoer("applications.contact_edited")
def write_contact_back(*, person: Person, contact: int, **before: str) -> None:
    """Write down what stood there before."""
    if not Contact.objects.of(person).filter(pk=contact).update(**before):
        raise CannotUndoError
    index_employer(Contact.objects.get(pk=contact).employer)


@undoer("applications.contact_removed")
def bring_contact_back(
    *, person: Person, contact: int, employer: int, **before: str
) -> None:
    """Bring somebody back under the number they had."""
    found = Employer.objects.of(person).filter(pk=employer).first()
    if found is None:
        raise CannotUndoError
    Contact.objects.create(pk=contact, person=person, employer=found, **before)
    index_employer(found)
