"""From a no in the mail to a letter on a real mail server, and what comes back."""

import email.policy
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import format_datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.adapters.post.test_smtp import Sink
from tests.browser.steps_of_asking import account, ask, be_rejected, give, mail

Axe = Callable[[Page], None]


@pytest.fixture
def rejected(page: Page, tmp_path: Path) -> Page:
    """Have a no in the mail, filed under its application, and open that."""
    be_rejected(page, tmp_path)
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
    assert isinstance(envelope.content, bytes)
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
    kept = page.get_by_text("Good on the data, thin on examples.").first
    expect(kept).to_be_visible()
    axe(page)
    page.get_by_role("button", name="The call is over").click()
    expect(page.get_by_text("From a call")).to_be_visible()
