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


def be_rejected(page: Page, folder: Path) -> str:
    """Give a no, file it under its application and open that; return its address."""
    give(page, folder, mail(NO), "no.eml")
    settle(page)
    open_application(page)
    return page.url
