import pytest
from pytest_django import Settings

from onward import wiring
from onward.journey.people.models import Lock
from onward.journey.people.sealing import (
    KeyGoneError,
    PassphraseTooShortError,
    SealedAwayError,
    WrongPassphraseError,
    forget_key,
    has_passphrase,
    is_sealed_away,
    keys_for,
    lock_up,
    open_with,
    seal,
    set_passphrase,
    unseal,
    wants_passphrase,
)
from tests.builders import person

WORDS = b"the herons stood in the reeds"
PASSPHRASE = "four plain words here"

pytestmark = pytest.mark.django_db


class Ring:
    """A key ring that keeps its secrets in memory, and apart from the folder."""

    said = "in a key ring"
    is_apart = True

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def put(self, name: str, secret: str) -> None:
        self.kept[name] = secret

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(wiring, "vault", lambda: ring)
    return ring


@pytest.fixture(autouse=True)
def _quick(settings: Settings) -> None:
    """Spare the half second that each guess costs on purpose."""
    settings.PASSPHRASE_WORK = 2**4


def _start_anew(settings: Settings) -> None:
    settings.START_SECRET = "another start"


def test_what_was_sealed_is_read_again_and_shows_nothing_meanwhile() -> None:
    sealed = seal(person(), WORDS)
    assert WORDS not in sealed
    assert unseal(person(), sealed) == WORDS


def test_the_same_words_look_different_each_time() -> None:
    assert seal(person(), WORDS) != seal(person(), WORDS)


def test_one_person_s_key_does_not_open_another_s_words() -> None:
    sealed = seal(person(), WORDS)
    with pytest.raises(KeyGoneError):
        unseal(person("somebody-else"), sealed)


def test_a_changed_letter_is_noticed() -> None:
    sealed = bytearray(seal(person(), WORDS))
    sealed[-1] ^= 1
    with pytest.raises(KeyGoneError):
        unseal(person(), bytes(sealed))


def test_a_key_in_the_key_ring_needs_no_passphrase(ring: Ring) -> None:
    sealed = seal(person(), WORDS)
    assert len(ring.kept) == 1
    assert not wants_passphrase(person())
    assert unseal(person(), sealed) == WORDS


def test_a_lost_key_is_said_and_no_new_one_is_made_over_it(ring: Ring) -> None:
    sealed = seal(person(), WORDS)
    ring.kept.clear()
    assert is_sealed_away(person())
    with pytest.raises(KeyGoneError):
        unseal(person(), sealed)
    with pytest.raises(KeyGoneError):
        seal(person(), WORDS)


def test_a_passphrase_opens_what_a_lost_key_ring_took_along(
    ring: Ring, settings: Settings
) -> None:
    sealed = seal(person(), WORDS)
    set_passphrase(person=person(), passphrase=PASSPHRASE)
    ring.kept.clear()
    _start_anew(settings)
    open_with(person=person(), passphrase=PASSPHRASE)
    assert unseal(person(), sealed) == WORDS
    assert len(ring.kept) == 1


@pytest.mark.django_db(transaction=True)
def test_without_a_key_ring_the_passphrase_is_asked_once_for_each_start(
    settings: Settings,
) -> None:
    assert wants_passphrase(person())
    sealed = seal(person(), WORDS)
    set_passphrase(person=person(), passphrase=PASSPHRASE)
    assert unseal(person(), sealed) == WORDS
    _start_anew(settings)
    with pytest.raises(SealedAwayError):
        unseal(person(), sealed)
    with pytest.raises(WrongPassphraseError):
        open_with(person=person(), passphrase="four other words here")
    open_with(person=person(), passphrase=PASSPHRASE)
    assert unseal(person(), sealed) == WORDS
    forget_key(person=person())


@pytest.mark.django_db(transaction=True)
def test_what_is_locked_up_stays_so_until_the_passphrase_comes() -> None:
    sealed = seal(person(), WORDS)
    set_passphrase(person=person(), passphrase=PASSPHRASE)
    lock_up(person=person())
    assert is_sealed_away(person())
    set_again = "another four words"
    with pytest.raises(SealedAwayError):
        set_passphrase(person=person(), passphrase=set_again)
    open_with(person=person(), passphrase=PASSPHRASE)
    set_passphrase(person=person(), passphrase=set_again)
    lock_up(person=person())
    open_with(person=person(), passphrase=set_again)
    assert unseal(person(), sealed) == WORDS
    forget_key(person=person())


def test_a_short_passphrase_is_not_taken() -> None:
    with pytest.raises(PassphraseTooShortError):
        set_passphrase(person=person(), passphrase="heron")
    assert not has_passphrase(person())


def test_two_onwards_share_a_key_ring_and_keep_out_of_each_other_s_way(
    ring: Ring,
) -> None:
    """The made-up search and one's own are of a person with the same number."""
    sealed = seal(person(), WORDS)
    mine = Lock.objects.get()
    Lock.objects.all().delete()
    seal(person(), b"of the other Onward")
    Lock.objects.all().delete()
    mine.save(force_insert=True)
    assert unseal(person(), sealed) == WORDS


@pytest.mark.django_db(transaction=True)
def test_a_forgotten_key_leaves_nothing_that_opens(ring: Ring) -> None:
    sealed = seal(person(), WORDS)
    forget_key(person=person())
    assert (ring.kept, Lock.objects.of(person()).count()) == ({}, 0)
    with pytest.raises(KeyGoneError):
        unseal(person(), sealed)


def test_what_was_locked_outside_before_there_was_a_key_opens_with_it(
    settings: Settings,
) -> None:
    (before,) = keys_for(person(), "drafts")
    assert Lock.objects.count() == 0
    seal(person(), WORDS)
    own, usual = keys_for(person(), "drafts")
    assert (usual, own != usual) == (before, True)
    settings.SECRET_KEY = "of another installation"
    assert keys_for(person(), "drafts")[1] != usual
