from collections.abc import Iterator
from pathlib import Path

import pytest

from onward.adapters.consent.asking import (
    NoLeaveError,
    ProviderSilentError,
    asked,
)
from onward.adapters.consent.device import DeviceCode
from onward.adapters.consent.loopback import Loopback
from onward.adapters.consent.tokens import fresh_token
from onward.adapters.secrets.sealed_file import SealedFile
from onward.domain.mailboxes.consent import Client, Leave, leave_of
from onward.ports.consent import NotYetError
from tests.adapters.consent.authority import Authority, authority

ME = Client("my-client", "hush")


@pytest.fixture
def here() -> Iterator[Authority]:
    """Lend an authorisation server on this machine."""
    with authority() as running:
        yield running


@pytest.fixture
def vault(tmp_path: Path) -> SealedFile:
    """Lend an empty vault."""
    return SealedFile(tmp_path / "passwords", b"key")


def test_who_says_yes_in_the_browser_gives_leave(here: Authority) -> None:
    question = Loopback("here", here.giver, ME, "sam@field.example")
    with pytest.raises(NotYetError):
        question.leave()
    assert "You can close this page" in here.say_yes(question.url)
    assert leave_of(question.leave()) == Leave("here", "my-client", "refresh-1", "hush")


def test_an_answer_to_another_question_does_not_count(here: Authority) -> None:
    question = Loopback("here", here.giver, ME, "sam@field.example")
    assert "not the answer" in here.say_yes(question.url, state="guessed")
    with pytest.raises(NotYetError):
        question.leave()
    here.say_yes(question.url)
    question.leave()


def test_who_says_no_is_not_asked_on(here: Authority) -> None:
    question = Loopback("here", here.giver, ME, "sam@field.example")
    here.say_yes(question.url, code="", error="access_denied")
    with pytest.raises(NoLeaveError):
        question.leave()


def test_a_code_without_its_verifier_gives_nothing(here: Authority) -> None:
    question = Loopback("here", here.giver, ME, "sam@field.example")
    here.say_yes(question.url)
    here.challenge = "that of somebody else"
    with pytest.raises(NoLeaveError):
        question.leave()


def test_a_short_code_gives_leave_once_it_was_typed(here: Authority) -> None:
    here.pending = ["authorization_pending", "slow_down"]
    question = DeviceCode("here", here.giver, ME)
    question.begin()
    assert (question.code, question.url) == ("ABCD", "https://here.example/code")
    with pytest.raises(NotYetError):
        question.leave()
    question._next = 0.0
    with pytest.raises(NotYetError):
        question.leave()
    assert question._every > 4
    question._next = 0.0
    assert leave_of(question.leave()).refresh == "refresh-1"


def test_a_token_is_fetched_once_and_used_till_it_ends(
    here: Authority, vault: SealedFile
) -> None:
    vault.put("one", str(Leave("here", "my-client", "refresh-1", "hush")))
    givers = {"here": here.giver}
    assert fresh_token(vault, "one", givers) == fresh_token(vault, "one", givers)
    assert here.tokens == 1
    assert here.asked[0]["client_secret"] == "hush"


def test_a_renewed_leave_takes_the_place_of_the_old_one(
    here: Authority, vault: SealedFile
) -> None:
    here.renews = True
    vault.put("two", str(Leave("here", "my-client", "refresh-1")))
    fresh_token(vault, "two", {"here": here.giver})
    assert leave_of(vault.get("two") or "").refresh == here.refresh == "refresh-2"
    fresh_token(vault, "two", {"here": here.giver})
    assert here.tokens == 1


def test_a_leave_that_was_taken_back_says_so(
    here: Authority, vault: SealedFile
) -> None:
    vault.put("three", str(Leave("here", "my-client", "an old one")))
    with pytest.raises(NoLeaveError):
        fresh_token(vault, "three", {"here": here.giver})
    with pytest.raises(NoLeaveError):
        fresh_token(vault, "of nothing", {"here": here.giver})


def test_nothing_goes_to_another_machine_without_encryption() -> None:
    with pytest.raises(NoLeaveError):
        asked("http://provider.example/token", code="x")


def test_a_provider_that_does_not_answer_is_told_apart(here: Authority) -> None:
    with pytest.raises(ProviderSilentError):
        asked("http://127.0.0.1:9/token", code="x")
