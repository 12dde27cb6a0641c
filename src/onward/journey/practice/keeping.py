"""How long sound is kept, own words to listen for, and a language model."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from onward import wiring
from onward.domain.errors import OnwardError
from onward.journey.people.models import Person
from onward.journey.practice.models import Studio
from onward.journey.practice.takes import delete_old_sound
from onward.journey.practice.wording import key_name

_MOST_WORDS = 20
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


class FarModelOfflineError(OnwardError):
    """Onward was told to stay offline, and this address is on another machine."""


@transaction.atomic
def keep_choices(
    *, person: Person, keep_days: int, fillers: Sequence[str], shows_norms: bool
) -> Studio:
    """Keep how long sound stays, and what to listen for; old sound goes at once."""
    told = {
        "keep_days": keep_days,
        "fillers": list(fillers)[:_MOST_WORDS],
        "shows_norms": shows_norms,
    }
    studio, _made = Studio.objects.update_or_create(person=person, defaults=told)
    if keep_days:
        delete_old_sound(keep_days=keep_days, person_id=person.pk)
    return studio


@transaction.atomic
def switch_model(*, person: Person, address: str, model: str, key: str = "") -> Studio:
    """Switch a language model on, or off with an empty address."""
    host = urlsplit(address).hostname or ""
    if address and settings.OFFLINE and host not in _HERE:
        raise FarModelOfflineError
    told = {"endpoint": address.strip(), "endpoint_model": model.strip()}
    studio, _made = Studio.objects.update_or_create(person=person, defaults=told)
    vault = wiring.vault()
    if key:
        vault.put(key_name(person), key)
    elif not address:
        vault.forget(key_name(person))
    return studio
