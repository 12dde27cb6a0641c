"""From a no in the mail to a letter on a real mail server, and what comes back."""

import email.policy
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onward.ports.post import Account
from tests.adapters.post.test_smtp import Sink, serving
from tests.browser.conftest import OpenPage

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
NO = """Dear Amira,

Thank you for coming to the interview for the Data Analyst role. After careful
consideration we have decided to appoint another candidate.

Kind regards,
Priya Nair
Hallam & Rowe
"""


def mail(text: str, **headers: str) -> bytes:
    message = EmailMessage()
    told = {
        "From": "Priya Nair <priya.nair@hallamrowe.example>",
        "To": "Amira <amira@home.example>",
        "Subject": "Your application for the Data Analyst role",
        "Date": format_datetime(datetime.now(UTC) - timedelta(days=1)),
        "Message-ID": "<no-1@hallamrowe.example>",
        **headers,
    }
    for name, value in told.items():
        message[name] = value
    message.set_content(text)
    return message.as_bytes()


def give(page: Page, folder: Path, content: bytes, name: str) -> None:
    """Give one mail and wait until it is read."""
    path = folder / name
    path.write_bytes(content)
    page.goto("/mail/")
    page.set_input_files("#pick-files", path)
    subject = message_from_bytes(content)["Subject"]
    found = page.get_by_role("link", name=subject, exact=True).first
    expect(found).to_be_visible(timeout=60_000)


def settle(page: Page) -> None:
    """Answer what Onward is not sure about."""
    page.goto("/mail/")
    ask = page.get_by_role("button", name="A new application")
    if ask.count():
        ask.first.click()


@contextmanager
def account(page: Page, sink: Sink) -> Iterator[Account]:
    """Have letters go through a real server on this machine."""
    with serving(sink) as told:
        page.goto("/settings/mail-account/")
        page.get_by_label("Your e-mail address").fill("amira@home.example")
        page.get_by_label("Your name").fill("Amira")
        page.get_by_label("Server for sending").fill("127.0.0.1")
        page.get_by_label("Port").fill(str(told.port))
        page.get_by_label("Encryption").select_option("none")
        page.get_by_role("button", name="Try it and keep it").click()
        expect(page.get_by_text("The account is kept")).to_be_visible()
        yield told


def open_application(page: Page) -> None:
    page.goto("/applications/")
    page.get_by_role("link", name=re.compile("Data Analyst", re.IGNORECASE)).click()


def ask(page: Page) -> None:
    """Walk from the application to the letter."""
    page.goto(page.url.rstrip("/") + "/ask/")
    page.get_by_role("link", name=re.compile("Choose who|Ask all the same")).click()
    page.get_by_label(re.compile("Priya Nair")).check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("The one change that would matter most").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("What stayed with you?").fill("the question about housing data")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Offer two times for a call").check()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="Your letter to Priya")).to_be_visible()


@pytest.fixture
def rejected(page: Page, tmp_path: Path) -> Page:
    """Have a no in the mail, filed under its application, and open that."""
    give(page, tmp_path, mail(NO), "no.eml")
    settle(page)
    open_application(page)
    return page


@pytest.mark.slow
def test_a_request_goes_to_a_real_server_once_and_can_be_held_back(
    rejected: Page, axe: Axe
) -> None:
    page, sink, home = rejected, Sink(), rejected.url
    with account(page, sink):
        page.goto(home)
        ask(page)
        expect(page.get_by_label("Your letter")).to_have_value(
            re.compile("the question about housing data")
        )
        axe(page)
        page.get_by_role("button", name="Send in a minute").click()
        page.get_by_role("button", name="Hold it back").click()
        expect(
            page.get_by_role("heading", name=re.compile("Held back"))
        ).to_be_visible()
        assert sink.taken == []
        page.goto(home + "ask/letter/")
        page.get_by_role("button", name="Send in a minute").click()
        gone = page.get_by_role("heading", name="It has gone")
        expect(gone).to_be_visible(timeout=90_000)
        axe(page)
    (envelope,) = sink.taken
    sent = message_from_bytes(envelope.content, policy=email.policy.default)
    assert sent["To"].addresses[0].addr_spec == "priya.nair@hallamrowe.example"
    assert sent["In-Reply-To"] == "<no-1@hallamrowe.example>"
    page.goto(home + "ask/after/")
    expect(page.get_by_role("heading", name="You have asked")).to_be_visible()


def test_their_answer_in_the_thread_moves_the_request_on(
    rejected: Page, tmp_path: Path
) -> None:
    page, home = rejected, rejected.url
    ask(page)
    page.get_by_text("Other ways").click()
    page.get_by_role("button", name="I have sent it myself").click()
    page.goto(home + "ask/after/")
    first = page.locator("section", has_text="Have they taken a time?").get_by_role(
        "button"
    )
    words = first.first.inner_text()
    day, hour = words.rsplit(", ", 1)
    answer = f"Dear Amira,\n\n{day} at {hour} works for me, I will ring you.\n\nPriya"
    reply = mail(
        answer,
        Subject="Re: Your application for the Data Analyst role",
        Date=format_datetime(datetime.now(UTC) + timedelta(minutes=1)),
        **{
            "Message-ID": "<yes-1@hallamrowe.example>",
            "In-Reply-To": "<no-1@hallamrowe.example>",
            "References": "<no-1@hallamrowe.example>",
        },
    )
    give(page, tmp_path, reply, "reply.eml")
    page.goto(home + "ask/after/")
    if page.get_by_role("heading", name="You have asked").count():
        first.first.click()
    expect(page.get_by_role("heading", name="A call is agreed")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="The time as a calendar file").click()
    assert b"BEGIN:VEVENT" in Path(waiting.value.path()).read_bytes()


def test_without_a_reply_everything_goes_on(rejected: Page, axe: Axe) -> None:
    page, home = rejected, rejected.url
    ask(page)
    page.get_by_text("Other ways").click()
    page.get_by_role("button", name="I have sent it myself").click()
    page.goto(home + "ask/after/")
    page.get_by_text("Or it has ended").click()
    page.get_by_role("button", name="No reply: close it").click()
    expect(page.get_by_role("heading", name="No reply came")).to_be_visible()
    axe(page)


def test_a_call_leaves_notes_that_are_feedback(rejected: Page, axe: Axe) -> None:
    page, home = rejected, rejected.url
    page.goto(home + "feedback/")
    axe(page)
    page.get_by_role("button", name="Open it").click()
    boxes = page.get_by_placeholder("What they said")
    boxes.first.fill("Good on the data, thin on examples.")
    boxes.first.press("Enter")
    expect(page.get_by_text("Good on the data, thin on examples.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="The call is over").click()
    expect(page.get_by_text("From a call")).to_be_visible()


@pytest.mark.parametrize("name", ["should", "whom", "what", "detail", "how", "letter"])
def test_every_screen_fits_a_phone(
    rejected: Page, open_page: OpenPage, axe: Axe, name: str
) -> None:
    phone = open_page(viewport=PHONE, has_touch=True, color_scheme="dark")
    phone.goto(f"{rejected.url}ask/{name}/")
    width = "document.documentElement.scrollWidth - document.body.clientWidth"
    assert phone.evaluate(width) <= 0
    axe(phone)


@pytest.mark.parametrize("path", ["angry/", "other-routes/", "feedback/"])
def test_the_pages_around_asking_are_sound(rejected: Page, axe: Axe, path: str) -> None:
    rejected.goto(rejected.url + path)
    axe(rejected)


@pytest.mark.parametrize(
    "path", ["/letters/", "/listening/", "/listening/fit/?answer=0", "/feedback/"]
)
def test_the_pages_beside_are_sound(page: Page, axe: Axe, path: str) -> None:
    page.goto(path)
    axe(page)


def test_settings_for_letters_and_calendar_are_sound(page: Page, axe: Axe) -> None:
    for path in ("/settings/mail-account/", "/settings/calendar/"):
        page.goto(path)
        axe(page)
    page.get_by_role("button", name="Switch it on").click()
    address = page.locator("code").inner_text()
    assert page.request.get(address).status == 200
    page.get_by_role("button", name="Switch it off").click()
    assert page.request.get(address).status == 404
