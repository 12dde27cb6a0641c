"""What getting ready takes from private words, also while they are locked."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from onward import wiring
from onward.domain.development.patterns import Origin
from onward.journey.development.points import patterns_of
from onward.journey.nerves.keeping import keep_letter
from onward.journey.people.sealing import set_passphrase
from onward.journey.reflection.services import give_guess
from tests.builders import TODAY, person
from tests.journey.reflection.looked_back import interviewed, kept, told
from tests.web.pages.prepared import at, page, planned

pytestmark = pytest.mark.django_db
ASKED = "Tell me about a time you were late"


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.TODAY = TODAY
    settings.USES_KEY_RING = False
    settings.DATA_DIR = tmp_path
    settings.PASSPHRASE_WORK = 2**4
    wiring.vault.cache_clear()


def lock_up(settings: Settings) -> None:
    """Start anew without the passphrase, so that private words stay locked."""
    set_passphrase(person=person(), passphrase="four words or more")
    settings.START_SECRET = "another start"


def test_what_this_employer_asked_before_comes_first(client: Client) -> None:
    _, before = interviewed("Hallam & Rowe", ago=30)
    told(before, ASKED)
    about = planned()
    shown = page(client, at(about, "questions/"))
    assert "They asked this before" in shown
    assert shown.index(ASKED) < shown.index("Usual at this point")


def test_what_one_notes_oneself_is_a_voice_beside_the_others() -> None:
    _, before = interviewed("Acme", ago=9)
    kept(before, "I listened well", "I will give more examples with results")
    found = {one.theme: one for one in patterns_of(person())}
    assert found["evidence"].cell(Origin.SELF)


def test_the_morning_page_has_the_letter_to_oneself(client: Client) -> None:
    about = planned()
    keep_letter(person=person(), text="You asked before you built.", application=about)
    assert "You asked before you built." in page(client, at(about, "morning/"))


@pytest.mark.django_db(transaction=True)
def test_while_private_words_are_locked_everything_else_goes_on(
    client: Client, settings: Settings
) -> None:
    _, before = interviewed("Hallam & Rowe", ago=30)
    told(before, ASKED)
    give_guess(of=before, guess=80)
    about = planned()
    keep_letter(person=person(), text="You asked before you built.")
    lock_up(settings)
    assert "locked just now" in page(client, at(about, "morning/"))
    shown = page(client, at(about, "questions/"))
    assert "locked just now" in shown
    assert ASKED not in shown
    for address in ("/plan/patterns/", "/plan/", at(about), at(about, "needs/")):
        page(client, address)
