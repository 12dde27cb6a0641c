"""What may be kept of getting ready, a part at a time."""

from typing import Any

from django.db import transaction

from onward.journey.applications.models import Application
from onward.journey.people.sealing import seal
from onward.journey.preparation.models import Preparation, ResearchNote

MOST_ASKS = 5


@transaction.atomic
def keep(*, application: Application, **told: Any) -> Preparation:
    """Keep what the person says of getting ready; what is not told stays."""
    found, _ = Preparation.objects.get_or_create(
        application=application, defaults={"person_id": application.person_id}
    )
    for name, value in told.items():
        setattr(found, name, value)
    found.save(update_fields=list(told))
    return found


@transaction.atomic
def keep_needs(
    *, application: Application, needs: list[str], said: str = "", why: str = ""
) -> Preparation:
    """Keep what is needed; a reason, if there is one, is locked away.

    What was written over in the letter goes: it is put together anew.
    """
    sealed = seal(application.person, why.strip().encode()) if why.strip() else b""
    return keep(
        application=application,
        needs=needs,
        needs_said=said.strip(),
        why_sealed=sealed,
        text="",
        subject="",
    )


@transaction.atomic
def keep_note(
    *, application: Application, key: str, note: str, source: str = ""
) -> None:
    """Keep what was found out; an empty note is no note."""
    mine = ResearchNote.objects.of(application.person_id)
    if not note.strip():
        mine.filter(application=application, key=key).delete()
        return
    mine.update_or_create(
        person_id=application.person_id,
        application=application,
        key=key,
        defaults={"note": note.strip(), "source": source.strip()},
    )
