"""The angry version: written for nobody, sealed or deleted, and never sent."""

from django.db import transaction
from django.utils.timezone import now

from onward.journey.applications.models import Application
from onward.journey.feedback.models import AngryVersion


def angry_version_of(application: Application) -> AngryVersion | None:
    """Return the one being written about an application, if it is not sealed."""
    mine = AngryVersion.objects.of(application.person_id)
    return mine.filter(application=application, sealed_at=None).first()


def sealed_count(application: Application) -> int:
    """Return how many sealed ones there are; their words are shown nowhere."""
    mine = AngryVersion.objects.of(application.person_id).filter(
        application=application
    )
    return mine.exclude(sealed_at=None).count()


@transaction.atomic
def write_angry_version(*, application: Application, text: str) -> AngryVersion | None:
    """Keep what is written so far; empty text keeps nothing."""
    found = angry_version_of(application)
    if not text.strip():
        if found is not None:
            found.delete()
        return None
    found = found or AngryVersion(
        person_id=application.person_id, application=application, written_at=now()
    )
    found.text = text
    found.save()
    return found


def seal_angry_version(*, version: AngryVersion) -> None:
    """Put it away: it still keeps its words out of every letter, and is not shown."""
    version.sealed_at = now()
    version.save(update_fields=["sealed_at"])


@transaction.atomic
def delete_angry_versions(*, application: Application) -> None:
    """Delete every angry version about an application for good, sealed ones too."""
    mine = AngryVersion.objects.of(application.person_id)
    mine.filter(application=application).delete()
