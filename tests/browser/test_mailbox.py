"""A mailbox is connected in a real browser, and what arrives there shows on Today."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.journey.mail.letters import FIRST, MAILS_OF_ONE_SEARCH, no
from tests.mail_server import contents, deliver, needs_dovecot
from tools.dovecot import PASSWORD, USER, Dovecot
from tools.dovecot import server as dovecot_server

pytestmark = needs_dovecot
Axe = Callable[[Page], None]
A_MINUTE, LONG = 60_000, 90_000
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def mail() -> Iterator[Dovecot]:
    """Lend a mail server with two applications in its inbox, nothing decided."""
    with dovecot_server() as running:
        deliver(running, [m for m in MAILS_OF_ONE_SEARCH if m.number != "c"])
        yield running


def _days_till_now() -> float:
    """Return how long ago made-up mail begins."""
    return (datetime.now(UTC) - FIRST) / timedelta(days=1)


def _connect(page: Page, mail: Dovecot, axe: Axe) -> None:
    page.goto("/mail/")
    page.get_by_role("link", name="Connect your mailbox").click()
    axe(page)
    page.get_by_label("Your e-mail address").fill(USER)
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Server for reading").fill("127.0.0.1")
    page.get_by_label("Port").fill(str(mail.plain))
    page.get_by_label("Encryption").select_option("none")
    page.get_by_label("Password").fill("not it")
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_text("did not accept this name and password")).to_be_visible()
    axe(page)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Try it").click()
    axe(page)
    page.get_by_label("All there is").check()
    page.get_by_role("button", name="Read these").click()


def test_a_no_that_arrives_on_the_server_shows_on_today_within_a_minute(
    page: Page, open_page: OpenPage, mail: Dovecot, axe: Axe
) -> None:
    _connect(page, mail, axe)
    card = page.locator("#imports")
    expect(card.get_by_text(re.compile("Looked"))).to_be_visible(timeout=LONG)
    axe(page)
    before = contents(mail.maildir)
    page.goto("/")
    today = page.get_by_role("main")
    the_no = today.get_by_role("heading", name=re.compile("Acme have said no"))
    expect(the_no).to_have_count(0)
    page.wait_for_timeout(4_000)  # from now on the server is listened to
    deliver(mail, [no("c", day=_days_till_now(), answers=("a",))])
    for _ in range(A_MINUTE // 2_000):
        page.goto("/")
        if the_no.count():
            break
        page.wait_for_timeout(2_000)
    expect(the_no).to_be_visible()
    axe(page)
    page.goto("/mail/")
    page.get_by_role("link", name=USER).click()
    expect(page.get_by_text("The latest it brought, and why")).to_be_visible()
    axe(page)
    narrow = open_page(viewport=PHONE, color_scheme="dark")
    narrow.goto(page.url)
    axe(narrow)
    assert len(contents(mail.maildir)) == len(before) + 1
    assert mail.changes() == []
