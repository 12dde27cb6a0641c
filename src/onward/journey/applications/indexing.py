"""What of an application can be searched for: its names, its note and its advert."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from onward.journey.applications import search
from onward.journey.applications.models import Application, Employer, Passage


def index_application(application: Application) -> None:
    """Make an application findable by what is written of it."""
    index_all([application])


def index_all(applications: Iterable[Application]) -> None:
    """Make applications findable, many in one go."""
    rows = list(applications)
    prefetch_related_objects(rows, "employer__contacts", "employer__merged_into")
    Passage.objects.bulk_create(
        [_passage(application) for application in rows],
        update_conflicts=True,
        unique_fields=["person", "key"],
        update_fields=["text", "application"],
        batch_size=100,
    )


def _passage(application: Application) -> Passage:
    employer = application.employer
    parts = (
        application.role,
        employer.name,
        employer.root.name,
        application.agency,
        application.place,
        application.channel_said,
        *(f"{person.name} {person.address}" for person in employer.contacts.all()),
        application.note,
        application.advert,
    )
    words = search.words_of("\n".join(part for part in parts if part))
    return Passage(
        person_id=application.person_id,
        application=application,
        key=application.key,
        text=" ".join(words),
    )


def index_employer(employer: Employer) -> None:
    """Make all applications at an employer findable under its names of now."""
    found = Application.objects.filter(employer__in=employer.every_id)
    index_all(found.select_related("employer__merged_into"))
