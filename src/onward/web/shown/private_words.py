"""What the pages about the lock on private words show."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from onward import wiring
from onward.journey.people import sealing
from onward.journey.people.models import Person


@dataclass(frozen=True, slots=True)
class PrivateShown:
    """Where the key lies, whether a passphrase is set, and whether all is open.

    `is_lost` is a key that is gone and that no passphrase brings back.
    """

    where: str
    is_apart: bool
    has_passphrase: bool
    is_locked: bool
    is_lost: bool


def private_of(person: Person) -> PrivateShown:
    """Return how a person's private words are locked."""
    has_passphrase = sealing.has_passphrase(person)
    is_locked = sealing.is_sealed_away(person)
    return PrivateShown(
        where=_where(has_passphrase=has_passphrase),
        is_apart=wiring.vault().is_apart,
        has_passphrase=has_passphrase,
        is_locked=is_locked,
        is_lost=is_locked and not has_passphrase,
    )


def _where(*, has_passphrase: bool) -> str:
    if wiring.vault().is_apart:
        return _("The key lies in your system's key ring, apart from your words.")
    if has_passphrase:
        return _(
            "Your passphrase is the key. It is asked once each time Onward starts."
        )
    return _(
        "No key ring is in use, so the key lies in Onward's own folder. "
        "Whoever copies the whole folder can read your words."
    )
