"""Steps a person takes from a no in the mail to a letter, in a browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from onward.ports.post import Account
from tests.adapters.post.test_smtp import Sink, serving
from tests.browser.letters_of_the_chain import PLAIN, No


def mail(text: str, **headers: str) -> bytes:
    message = EmailMessage()
    told = {
        "To": "Amira <amira@home.example>",
        "Date": format_datetime(datetime.now(UTC) - timedelta(days=1)),
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


def settle(page: Page, no: No) -> None:
    """Answer what Onward is not sure about."""
    asked = page.locator("#waiting li", has_text=no.subject)
    if asked.count():
        asked.get_by_role("button", name="A new application").click()
        expect(asked).to_have_count(0)


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


def be_rejected(page: Page, folder: Path, no: No = PLAIN) -> str:
    """Give a no, file it under its application and open that; return its address."""
    sent_at = datetime.now(UTC) - timedelta(days=no.days_ago)
    date = format_datetime(sent_at)
    give(page, folder, mail(no.text, Date=date, **no.headers), "no.eml")
    settle(page, no)
    row = page.get_by_role("row").filter(has_text=no.subject)
    row.get_by_role("link", name=no.employer).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(no.role)
    return page.url


def land(page: Page, home: str, no: No) -> None:
    """Walk from the application through taking in its no."""
    page.goto(home)
    page.get_by_role("link", name="Land it").first.click()
    said = page.get_by_role("heading", name=f"{no.employer} have said no")
    expect(said).to_be_visible()
    onwards = page.get_by_role("button", name="Next")
    onwards.click()
    page.get_by_label("In between").check()
    onwards.click()
    expect(page.get_by_role("heading", name="What could this mean?")).to_be_visible()
    onwards.click()
    expect(page.get_by_role("heading", name="The odds, honestly")).to_be_visible()
    onwards.click()
    page.get_by_label("Go for a walk").check()
    onwards.click()
    enough = page.get_by_role("heading", name="That is enough for now")
    expect(enough).to_be_visible()


def ask(page: Page, home: str, whom: str = "Priya Nair") -> None:
    """Walk from the application to the letter."""
    page.goto(f"{home}ask/")
    page.get_by_role("link", name="Choose who to ask").click()
    page.get_by_label(whom).check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("The one change that would matter most").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("What stayed with you?").fill("the question about housing data")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Offer two times for a call").check()
    page.get_by_role("button", name="Next").click()
    first, _, _ = whom.partition(" ")
    letter = page.get_by_role("heading", name=f"Your letter to {first}")
    expect(letter).to_be_visible()


def say_it_was_sent(page: Page, home: str, whom: str) -> None:
    """Write the letter, and tell that it went from one's own mail program."""
    ask(page, home, whom)
    page.get_by_text("Other ways").click()
    page.get_by_role("button", name="I have sent it myself").click()
    expect(page.get_by_text("I will look out for an answer")).to_be_visible()


def decide_on_all(page: Page) -> int:
    """Open feedback and go through its points: one to try, the others kept."""
    page.get_by_role("button", name="Read it now").click()
    page.get_by_role("link", name="Go through them").click()
    decided = 0
    while "/feedback/notes/" in page.url:
        if page.url.endswith("/decide/"):
            choice = "Keep doing it" if decided else "Try it once"
            page.get_by_label(choice).check()
            decided += 1
        with page.expect_navigation():
            page.get_by_role("button", name=re.compile("Next|Keep this")).click()
    return decided


def let_the_focus_wait(page: Page) -> None:
    """Put away what is worked on: besides it, Today brings up no point to try."""
    page.goto("/plan/")
    wait = page.get_by_role("button", name="Let it wait")
    if wait.count():
        wait.click()
