"""What of an application can be searched for: its names, its note and its advert."""

from collections.abc import Iterable

from onward.journey.applications import search
from onward.journey.applications.models import Application, Employer


def index_application(application: Application) -> None:
    """Make an application findable by what is written of it."""
    employer = application.employer
    parts = (
        application.role,
        employer.name,
        employer.root.name,
        application.agency,
        application.place,
        application.channel_said,
        *(word for person in employer.contacts.all() for word in _words(person)),
        application.note,
        application.advert,
    )
    text = "\n".join(part for part in parts if part)
    search.index(application.person, application.key, text, application)


def index_all(applications: Iterable[Application]) -> None:
    """Make several applications findable anew."""
    for application in applications:
        index_application(application)


def index_employer(employer: Employer) -> None:
    """Make all applications at an employer findable under its names of now."""
    found = Application.objects.filter(employer__in=employer.every_id)
    index_all(found.select_related("person", "employer__merged_into"))


def _words(contact: object) -> tuple[str, str]:
    return (getattr(contact, "name", ""), getattr(contact, "address", ""))
