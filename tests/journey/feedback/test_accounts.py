from pathlib import Path

import pytest

from onward import wiring
from onward.domain.letters.providers import provider_of
from onward.journey.feedback.accounts import (
    AccountInUseError,
    AccountRefusedError,
    Given,
    account_of,
    drop_account,
    keep_account,
    post_for,
    suggested,
)
from onward.journey.feedback.models import MailAccount
from onward.journey.feedback.outbox import Approval, approve
from onward.journey.feedback.writing import Draft
from onward.ports.post import Delivery
from tests.adapters.post.test_smtp import Sink, serving
from tests.builders import application, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sealed(settings: object, tmp_path: Path) -> None:
    settings.USES_KEY_RING = False  # type: ignore[attr-defined]
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]
    wiring.vault.cache_clear()


def test_an_account_is_kept_once_its_server_lets_us_in() -> None:
    with serving(Sink()) as told:
        given = Given("amira@home.example", "Amira", told.host, told.port, "none")
        kept = keep_account(person=person(), given=given)
        assert post_for(kept).check().delivery is Delivery.SENT
    assert account_of(person()) == kept


def test_an_account_nobody_answers_for_is_not_kept() -> None:
    given = Given("amira@home.example", host="127.0.0.1", port=9, security="none")
    with pytest.raises(AccountRefusedError):
        keep_account(person=person(), given=given)
    assert account_of(person()) is None


def test_the_password_is_nowhere_in_the_database() -> None:
    with serving(Sink()) as told:
        given = Given(
            *("amira@home.example", "", told.host, told.port, "none", ""), "heron-7"
        )
        kept = keep_account(person=person(), given=given)
    assert "heron" not in str(MailAccount.objects.values().get())
    assert wiring.vault().get(kept.secret_name) == "heron-7"


def test_letting_go_of_an_account_lets_go_of_its_password() -> None:
    with serving(Sink()) as told:
        given = Given(
            *("amira@home.example", "", told.host, told.port, "none", ""), "heron-7"
        )
        kept = keep_account(person=person(), given=given)
    name = kept.secret_name
    drop_account(account=kept)
    assert wiring.vault().get(name) is None


def test_an_account_with_a_letter_waiting_stays() -> None:
    about = application()
    kept = MailAccount.objects.create(
        person=about.person, address="amira@home.example", host="127.0.0.1"
    )
    draft = Draft("", kept.address, "", "p@hr.example", "x", "Dear Priya")
    approve(Approval(about, draft, "request", kept))  # type: ignore[arg-type]
    with pytest.raises(AccountInUseError):
        drop_account(account=kept)


def test_a_known_provider_s_server_is_suggested() -> None:
    given = suggested("amira@gmail.com")
    assert (given.host, given.port) == ("smtp.gmail.com", 465)


def test_of_an_unknown_provider_nothing_is_guessed() -> None:
    assert suggested("amira@home.example").host == ""
    assert provider_of("no address") is None
