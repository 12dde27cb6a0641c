"""Private words, locked with a key of the person's own that is not in the database.

The key is random and lies in the vault: the system's key ring, where there is one. On a
system without one the vault's file lies in the same folder as the database; a
passphrase then takes the key's place there. It is asked once for each start.

What a passphrase opened stays open until Onward is closed: the key is kept under a
secret that is made anew at each start and handed from the server to its worker, never
to the disk. So a copy of the database is of no use, even one made meanwhile.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.conf import settings
from django.db import transaction

from onward import wiring
from onward.adapters.secrets import cipher
from onward.background.events import announce
from onward.domain.errors import OnwardError
from onward.journey.people.events import KeyLost
from onward.journey.people.models import Lock, Person

# A sentence of a few words is longer; anything shorter can be tried out.
SHORTEST_PASSPHRASE = 12
_PROOF = b"onward"
# Keys by the names of their locks, while `opened_here` lasts.
_here: ContextVar[Mapping[str, bytes]] = ContextVar("opened here", default={})  # noqa: B039 - never written into


class SealedAwayError(OnwardError):
    """Your private words are locked. Your passphrase opens them."""


class KeyGoneError(SealedAwayError):
    """The key to your private words is not on this computer."""


class WrongPassphraseError(OnwardError):
    """That is not the passphrase. Nothing was changed."""


class PassphraseTooShortError(OnwardError):
    """Take a longer passphrase: four words or more."""


def seal(person: Person, text: bytes) -> bytes:
    """Return the words locked with the person's key, which is made when first needed.

    Raises SealedAwayError while the key is not at hand.
    """
    return cipher.lock(_key_of(person), text)


def unseal(person: Person, sealed: bytes) -> bytes:
    """Return the words again; raises SealedAwayError while the key is not at hand."""
    return _unlocked(_key_of(person), sealed)


def unseal_all(person: Person, sealed: Iterable[bytes]) -> list[bytes]:
    """Return many words again, with the key asked for once and only if it is needed."""
    rows = list(sealed)
    key = _key_of(person) if rows else b""
    return [_unlocked(key, one) for one in rows]


def keys_for(person: Person, purpose: str) -> tuple[bytes, ...]:
    """Return keys for one purpose outside the database; the first is to lock with.

    It is made of the person's own. Before they have one, and to open what was locked
    before that, stands one of this installation; asking makes none.
    """
    usual = cipher.key_from_secret(f"{purpose}:{person.pk}:{settings.SECRET_KEY}")
    if not Lock.objects.of(person).exists():
        return (usual,)
    own = cipher.as_text(_key_of(person))
    return cipher.key_from_secret(f"{purpose}:{own}"), usual


def is_sealed_away(person: Person) -> bool:
    """Tell whether there are private words that cannot be opened just now."""
    lock = Lock.objects.of(person).first()
    return lock is not None and _key_at_hand(lock) is None


def has_passphrase(person: Person) -> bool:
    """Tell whether a passphrase opens the person's private words."""
    return Lock.objects.of(person).exclude(wrapped=b"").exists()


def wants_passphrase(person: Person) -> bool:
    """Tell whether the key lies beside the words, so that a passphrase is due."""
    return not wiring.vault().is_apart and not has_passphrase(person)


@transaction.atomic
def set_passphrase(*, person: Person, passphrase: str) -> None:
    """Let a passphrase open the private words from now on; one set before is replaced.

    Where the key would lie in Onward's own folder, it is taken away from there.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShortError
    key = _key_of(person)
    lock = Lock.objects.of(person).get()
    lock.salt, lock.work = cipher.new_salt(), settings.PASSPHRASE_WORK
    lock.wrapped = cipher.lock(_shown_key(passphrase, lock), key)
    lock.opened = cipher.lock(_start_key(), key)
    lock.save()
    if not wiring.vault().is_apart:
        transaction.on_commit(lambda: wiring.vault().forget(lock.name))


@transaction.atomic
def open_with(*, person: Person, passphrase: str) -> None:
    """Open the private words until Onward is closed; a key ring gets the key back."""
    lock, key = _unwrapped(person, passphrase)
    lock.opened = cipher.lock(_start_key(), key)
    lock.save(update_fields=["opened"])
    if wiring.vault().is_apart:
        wiring.vault().put(lock.name, cipher.as_text(key))


@contextmanager
def opened_here(*, person: Person, passphrase: str) -> Iterator[None]:
    """Open the private words to this process alone, as long as this lasts.

    A running Onward stays as it is: `open_with` would close what it has open.
    """
    lock, key = _unwrapped(person, passphrase)
    before = _here.set({lock.name: key})
    try:
        yield
    finally:
        _here.reset(before)


@transaction.atomic
def lock_up(*, person: Person) -> None:
    """Close the private words again, where a passphrase can open them."""
    Lock.objects.of(person).exclude(wrapped=b"").update(opened=b"")


@transaction.atomic
def begin_anew(*, person: Person) -> None:
    """Let go of what a lost key had locked, so that a new one can be made.

    Whoever keeps locked things follows `KeyLost` and drops them.
    """
    if is_sealed_away(person):
        announce(KeyLost(person))
        forget_key(person=person)


@transaction.atomic
def forget_key(*, person: Person) -> None:
    """Drop the key; whatever was locked with it is lost wherever it lies."""
    for lock in Lock.objects.of(person):
        forget = partial(wiring.vault().forget, lock.name)
        transaction.on_commit(forget, robust=True)
        lock.delete()


def _unlocked(key: bytes, sealed: bytes) -> bytes:
    try:
        return cipher.unlock(key, bytes(sealed))
    except cipher.WrongKeyError as problem:
        raise KeyGoneError from problem


def _key_of(person: Person) -> bytes:
    lock = Lock.objects.of(person).first() or _new_lock(person)
    key = _key_at_hand(lock)
    if key is None:
        raise SealedAwayError if lock.wrapped else KeyGoneError
    return key


def _new_lock(person: Person) -> Lock:
    """Make a key; of two who do so at once the second takes that of the first."""
    key = cipher.new_key()
    with transaction.atomic():
        proof = cipher.lock(key, _PROOF)
        lock, is_new = Lock.objects.get_or_create(
            person=person, defaults={"proof": proof}
        )
        if is_new:
            wiring.vault().put(lock.name, cipher.as_text(key))
    return lock


def _unwrapped(person: Person, passphrase: str) -> tuple[Lock, bytes]:
    lock = Lock.objects.of(person).exclude(wrapped=b"").first()
    if lock is None:
        raise WrongPassphraseError
    try:
        return lock, cipher.unlock(_shown_key(passphrase, lock), bytes(lock.wrapped))
    except cipher.WrongKeyError as problem:
        raise WrongPassphraseError from problem


def _key_at_hand(lock: Lock) -> bytes | None:
    """Return the key from this start or from the vault, if it is the right one."""
    if lock.name in _here.get():
        return _here.get()[lock.name]
    if lock.opened:
        try:
            return cipher.unlock(_start_key(), bytes(lock.opened))
        except cipher.WrongKeyError:
            pass  # of a start before this one
    kept = wiring.vault().get(lock.name)
    if kept is None:
        return None
    key = cipher.from_text(kept)
    try:
        cipher.unlock(key, bytes(lock.proof))
    except cipher.WrongKeyError:
        return None
    return key


def _shown_key(passphrase: str, lock: Lock) -> bytes:
    return cipher.key_from_passphrase(passphrase, bytes(lock.salt), lock.work)


def _start_key() -> bytes:
    return cipher.key_from_secret(settings.START_SECRET)
