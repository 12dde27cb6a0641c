"""A page for nobody: written to get it out, sealed, opened, or deleted unread."""

from django.db import transaction

from onward.background import clock
from onward.background.shredding import overwrite_what_goes, shred_what_goes
from onward.journey.outcome.models import Landing, Outcome, PrivatePage


def page_of(outcome: Outcome) -> PrivatePage | None:
    """Return the page, if one was written."""
    return PrivatePage.objects.filter(landing__outcome=outcome).first()


@transaction.atomic
def write_privately(*, landing: Landing, text: str) -> PrivatePage:
    """Keep the page as it is now; an opened one may be written on."""
    overwrite_what_goes()
    page, _ = PrivatePage.objects.update_or_create(
        landing=landing,
        defaults={
            "person_id": landing.person_id,
            "text": text,
            "written_at": clock.now(),
        },
    )
    return page


@transaction.atomic
def seal(*, page: PrivatePage) -> PrivatePage:
    """Put the page out of sight until they open it."""
    page.sealed_at = clock.now()
    page.save(update_fields=["sealed_at"])
    return page


@transaction.atomic
def unseal(*, page: PrivatePage) -> PrivatePage:
    """Open the page again."""
    page.sealed_at = None
    page.save(update_fields=["sealed_at"])
    return page


@transaction.atomic
def delete_unread(*, page: PrivatePage) -> None:
    """Delete the page for good; not a word of it is kept anywhere, nor that it was."""
    shred_what_goes()
    page.delete()
