from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from onward import wiring
from onward.domain.mail.verdict import Meaning
from onward.journey.mail.models import Import, Message
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import ConnectedMailbox, Heading
from tests.imap_server import Scripted, serving
from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db
ADDRESS = "sam@field.example"
SECRET = "a plain pass phrase"


@pytest.fixture
def script() -> Iterator[Scripted]:
    """Lend a mail server with a small search in its inbox."""
    raw = (mail.raw.replace(b"\n", b"\r\n") for mail in MAILS_OF_ONE_SEARCH)
    with serving(Scripted(dict(enumerate(raw, 1)))) as script:
        yield script


def _form(script: Scripted, **instead: object) -> dict[str, object]:
    return {
        "address": ADDRESS,
        "secret": SECRET,
        "host": "127.0.0.1",
        "port": script.port,
        "security": "none",
        "user": ADDRESS,
    } | instead


@pytest.fixture
def mailbox(client: Client, script: Scripted) -> ConnectedMailbox:
    """Return a mailbox that was connected and read."""
    client.post("/mailboxes/connect/", _form(script))
    made = ConnectedMailbox.objects.get()
    inbox = made.folders.get(role="inbox").pk
    chosen = {"folders": [inbox], "since": "all"}
    client.post(f"/mailboxes/{made.pk}/folders/", chosen)
    made.refresh_from_db()
    assert look(made)
    made.refresh_from_db()
    return made


def test_the_mail_page_leads_to_connecting(client: Client) -> None:
    assert 'href="/mailboxes/connect/"' in client.get("/mail/").text
    assert 'href="/mailboxes/connect/"' in client.get("/settings/").text
    assert "Your e-mail address" in words(client, "/mailboxes/connect/")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sam@gmail.com", "Gmail wants an app password here."),
        ("sam@outlook.com", "Sign in at Microsoft instead"),
        ("sam@field.example", "This is a guess from your address."),
    ],
)
def test_each_provider_is_told_what_it_wants(
    client: Client, address: str, said: str
) -> None:
    assert said in words(client, f"/mailboxes/connect/?address={address}")


def test_a_mailbox_is_connected_once_its_server_lets_us_in(
    client: Client, script: Scripted
) -> None:
    page = client.post("/mailboxes/connect/", _form(script), follow=True)
    assert "Nothing was read yet." in words_of(page)
    made = ConnectedMailbox.objects.get()
    assert [f.label for f in made.folders.filter(is_chosen=True)] == [
        "Inbox",
        "Sent Items",
    ]
    assert wiring.vault().get(made.secret_name) == SECRET
    rows = [str(vars(row)) for row in (made, made.reading, *made.folders.all())]
    assert SECRET not in "".join(rows)
    assert not [line for line in script.heard if "FETCH" in line]


def test_a_password_that_is_wrong_is_told_and_nothing_is_kept(
    client: Client, script: Scripted
) -> None:
    script.says["LOGIN"] = "NO Invalid credentials"
    page = client.post("/mailboxes/connect/", _form(script))
    assert "did not accept this name and password" in words_of(page)
    assert SECRET not in page.text
    assert not ConnectedMailbox.objects.exists()


def test_a_password_does_not_go_over_an_open_line(
    client: Client, script: Scripted
) -> None:
    page = client.post("/mailboxes/connect/", _form(script, host="mail.example"))
    assert "speaks only to this machine itself" in words_of(page)
    assert script.heard == []


def test_what_it_brought_is_told_with_why(
    client: Client, mailbox: ConnectedMailbox
) -> None:
    page = words(client, f"/mailboxes/{mailbox.pk}/")
    assert "Looked just now." in page
    assert "About your search, kept 4" in page
    assert "Looked at, by sender and subject 6" in page
    assert "Its subject or sender speaks of a job." in page
    assert "Inbox." in page


def test_its_card_stands_on_the_mail_page_and_in_settings(
    client: Client, mailbox: ConnectedMailbox
) -> None:
    for address in ("/mail/", "/settings/"):
        assert ADDRESS in words(client, address)
    assert not client.get("/mail/").context["inbox"].imports


def test_further_mailboxes_and_mail_cost_no_more_questions(
    client: Client, mailbox: ConnectedMailbox, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        client.get(f"/mailboxes/{mailbox.pk}/")


def test_it_can_be_paused_and_gone_on_with(
    client: Client, mailbox: ConnectedMailbox
) -> None:
    client.post(f"/mailboxes/{mailbox.pk}/pause/")
    assert "Onward leaves it alone." in words(client, f"/mailboxes/{mailbox.pk}/")
    client.post(f"/mailboxes/{mailbox.pk}/go-on/")
    mailbox.refresh_from_db()
    assert not mailbox.is_paused
    assert mailbox.due_at is not None
    assert mailbox.due_at <= timezone.now()


def test_an_earlier_day_reads_what_lies_before(
    client: Client, mailbox: ConnectedMailbox, script: Scripted
) -> None:
    inbox = mailbox.folders.get(role="inbox").pk
    address = f"/mailboxes/{mailbox.pk}/folders/"
    later = {"folders": [inbox], "since": "day", "day": "2026-09-10"}
    client.post(address, later)
    assert "10 September" in words(client, f"/mailboxes/{mailbox.pk}/")
    client.post(address, {"folders": [inbox], "since": "all"})
    mailbox.refresh_from_db()
    assert mailbox.since is None
    count = Heading.objects.count()
    assert look(mailbox)
    assert Heading.objects.count() == count


def test_a_day_of_ones_own_must_be_named(
    client: Client, mailbox: ConnectedMailbox
) -> None:
    inbox = mailbox.folders.get(role="inbox").pk
    told = {"folders": [inbox], "since": "day"}
    page = client.post(f"/mailboxes/{mailbox.pk}/folders/", told)
    assert "Choose the day." in words_of(page)
    mailbox.refresh_from_db()
    assert mailbox.since != date(2026, 9, 10)


@pytest.mark.parametrize(("mail", "stays"), [("keep", 4), ("forget", 0)])
def test_letting_go_asks_what_becomes_of_the_mail(
    client: Client, mailbox: ConnectedMailbox, mail: str, stays: int
) -> None:
    address = f"/mailboxes/{mailbox.pk}/let-go/"
    assert "4 mails about your search came from it." in words(client, address)
    client.post(address, {"mail": mail})
    assert not ConnectedMailbox.objects.exists()
    assert wiring.vault().get(mailbox.secret_name) is None
    assert Message.objects.count() == stays
    assert Message.objects.filter(meaning=Meaning.REJECTION).exists() == bool(stays)
    assert not Heading.objects.exists()


def test_a_mailbox_that_shuts_us_out_says_what_to_do(
    client: Client, mailbox: ConnectedMailbox, script: Scripted
) -> None:
    script.says["LOGIN"] = "NO Invalid credentials"
    assert not look(mailbox)
    for address in ("/mail/", f"/mailboxes/{mailbox.pk}/"):
        assert "did not accept this name and password" in words(client, address)
    assert "Type the password again" in words(client, f"/mailboxes/{mailbox.pk}/")
    assert "and not since" in words(client, "/mail/")
    assert f"Onward can no longer read {ADDRESS}" in words(client, "/")
    del script.says["LOGIN"]
    client.post("/mailboxes/connect/", _form(script))
    mailbox.refresh_from_db()
    assert mailbox.trouble == ""
    assert "no longer read" not in words(client, "/")
    assert ConnectedMailbox.objects.count() == Import.objects.count() == 1


def test_signing_in_waits_for_the_providers_answer(client: Client) -> None:
    told = {"address": "sam@gmail.com", "way": "google", "client": "my-number"}
    page = client.post("/mailboxes/connect/", told, follow=True)
    assert "Say yes on the page of your provider." in words_of(page)
    assert "client_id=my-number" in page.text
    again = client.post(page.request["PATH_INFO"], follow=True)
    assert "Say yes on the page of your provider." in words_of(again)
    lost = client.get("/mailboxes/leave/not-known/")
    assert "begun too long ago" in lost.text
