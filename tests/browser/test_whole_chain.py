"""From the no in the mail to the next thing on Today, whatever they answer."""

import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.smtp import Envelope
from icalendar import Calendar, Event
from playwright.sync_api import Page, expect

from tests.adapters.post.test_smtp import Sink
from tests.browser import letters_of_the_chain as letters
from tests.browser.letters_of_the_chain import No
from tests.browser.steps_of_asking import (
    account,
    ask,
    be_rejected,
    decide_on_all,
    give,
    land,
    let_the_focus_wait,
    mail,
    say_it_was_sent,
)
from tests.filled import lend_demo
from tests.running import Onward, started

Axe = Callable[[Page], None]
LONDON = ZoneInfo("Europe/London")
OF_THE_SERVER = {"serve": "an empty account", "demo": "the demo"}
# A minute to hold a letter back, and a busy machine.
A_MINUTE_AND_MORE = 120_000
# Far more than Today ever holds at once.
MOST_PUT_OFF = 12


@pytest.fixture(params=OF_THE_SERVER, ids=list(OF_THE_SERVER.values()))
def server(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Onward]:
    """Lend an Onward that knows nothing, and one that knows a made-up search."""
    folder = tmp_path / "onward"
    if request.param == "demo":
        lend_demo(tmp_path_factory, folder)
    with started(folder, request.param) as onward:
        yield onward


@dataclass(frozen=True, slots=True)
class Walker:
    """Who walks: the page they are on and where their mail lies."""

    page: Page
    folder: Path

    def is_rejected(self, no: No) -> str:
        """Import a no and take it in; return the address of its application."""
        home = be_rejected(self.page, self.folder, no)
        land(self.page, home, no)
        return home

    def hears(self, no: No, text: str, number: int) -> None:
        """Import an answer in the thread of a no."""
        # Written otherwise, so that the page shows when this very one is there.
        again = "Re" if number == 1 else "RE"
        told = {
            "Subject": f"{again}: {no.subject}",
            "Date": format_datetime(datetime.now(UTC) + timedelta(minutes=number)),
            "Message-ID": no.key.replace("no-1", f"answer-{number}"),
            "In-Reply-To": no.key,
            "References": no.key,
        }
        content = mail(text, **(no.headers | told))
        give(self.page, self.folder, content, f"answer-{number}.eml")
        unsure = self.page.locator("#waiting li", has_text=told["Subject"])
        if unsure.count():  # it asks where the mail belongs
            unsure.get_by_role("button", name=no.employer).click()
            expect(unsure).to_have_count(0)

    def takes_a_time(self, no: No, home: str) -> str:
        """Import an answer that takes the first time offered; return its words.

        Where Onward is not sure of so short a mail, they press the time themselves.
        """
        self.page.goto(f"{home}ask/after/")
        offered = self.page.locator("section", has_text="Have they taken a time?")
        words = offered.get_by_role("button").first.inner_text()
        day, hour = words.rsplit(", ", 1)
        self.hears(no, letters.A_TIME.format(day=day, hour=hour), 1)
        self.page.goto(f"{home}ask/after/")
        if offered.count():
            offered.get_by_role("button", name=words).click()
        agreed = self.page.get_by_role("heading", name="A call is agreed")
        expect(agreed).to_be_visible()
        return words


@pytest.mark.slow
def test_every_answer_and_none_lead_from_the_no_to_the_next_thing(
    page: Page, tmp_path: Path, axe: Axe
) -> None:
    let_the_focus_wait(page)
    walker, sink = Walker(page, tmp_path), Sink()
    with account(page, sink):
        called = agree_on_a_call_with_an_invitation(walker)
        asked = walker.is_rejected(letters.PLAIN)
        send = send_after_holding_back_once(page, asked, sink)
        feedback_inside_the_no(walker)
        a_policy_against_feedback(walker)
        no_reply(walker, axe)
        page.goto(send)
        gone = page.get_by_role("heading", name="It has gone")
        expect(gone).to_be_visible(timeout=A_MINUTE_AND_MORE)
        axe(page)
    invitation, request = sink.taken
    words_in_writing(walker, asked, request)
    a_call_with_notes(walker, called, invitation, axe)


def send_after_holding_back_once(page: Page, home: str, sink: Sink) -> str:
    """Write the letter, hold it back, press again; return the letter's page."""
    ask(page, home)
    page.get_by_role("button", name="Send in a minute").click()
    page.get_by_role("button", name="Hold it back").click()
    expect(page.get_by_role("heading", name="Held back")).to_be_visible()
    page.goto(f"{home}ask/letter/")
    page.get_by_role("button", name="Send in a minute").click()
    expect(page.get_by_role("button", name="Hold it back")).to_be_visible()
    assert len(sink.taken) <= 1  # the invitation, pressed before
    return page.url


def agree_on_a_call_with_an_invitation(walker: Walker) -> tuple[str, str]:
    """Ask by one's own mail program; they take a time, and are invited to it."""
    page, no = walker.page, letters.BY_PHONE
    home = walker.is_rejected(no)
    say_it_was_sent(page, home, "Dele Adeyemi")
    words = walker.takes_a_time(no, home)
    page.get_by_role("button", name="Send an invitation").click()
    expect(page.get_by_role("button", name="Hold it back")).to_be_visible()
    return home, words


def feedback_inside_the_no(walker: Walker) -> None:
    page, no = walker.page, letters.WITH_FEEDBACK
    home = walker.is_rejected(no)
    page.goto(f"{home}ask/")
    page.get_by_role("link", name="Read it").click()
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("Ready to read this now?")).to_be_visible()
    expect(page.get_by_text("medication")).to_have_count(0)
    today_comes_to(page, f"There is feedback from {no.employer}")
    page.get_by_role("link", name="Go to it").first.click()
    assert decide_on_all(page) > 1
    expect(page.get_by_text("lovely with our residents").first).to_be_visible()
    today_comes_to(page, f"One thing to try, from {no.employer}")


def a_policy_against_feedback(walker: Walker) -> None:
    page, no = walker.page, letters.POLICY
    home = walker.is_rejected(no)
    expect(page.get_by_text("They say that they give no feedback")).to_be_visible()
    page.goto(f"{home}ask/")
    advice = page.get_by_role("heading", name="This time, better leave it")
    expect(advice).to_be_visible()
    expect(page.get_by_text("it is our policy not to give feedback")).to_be_visible()
    page.get_by_role("link", name="Leave it").click()
    today_comes_to(page, f"Look back on {no.employer}")


def no_reply(walker: Walker, axe: Axe) -> None:
    page, no = walker.page, letters.UNANSWERED
    home = walker.is_rejected(no)
    say_it_was_sent(page, home, "Recruitment")
    page.goto(f"{home}ask/after/")
    page.get_by_text("Or it has ended").click()
    page.get_by_role("button", name="No reply: close it").click()
    expect(page.get_by_role("heading", name="No reply came")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Look back").click()
    expect(page.get_by_role("heading", name="Look back")).to_be_visible()
    today_comes_to(page, f"Look back on {no.employer}")


def words_in_writing(walker: Walker, home: str, request: Envelope) -> None:
    """What the server got is one letter in the thread; its answer is weighed."""
    page, no = walker.page, letters.PLAIN
    sent = message_in(request)
    assert sent["To"].addresses[0].addr_spec == "priya.nair@tindallweir.example"
    assert (sent["In-Reply-To"], sent["References"]) == (no.key, no.key)
    words = walker.takes_a_time(no, home)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="The time as a calendar file").click()
    (told,) = events_in(Path(waiting.value.path()).read_bytes(), "PUBLISH")
    assert_is_at(told, words)
    walker.hears(no, letters.TWO_POINTS, 2)
    today_comes_to(page, f"There is feedback from {no.employer}")
    page.get_by_role("link", name="Go to it").first.click()
    assert decide_on_all(page) > 1
    today_comes_to(page, f"One thing to try, from {no.employer}")


def a_call_with_notes(
    walker: Walker, called: tuple[str, str], invitation: Envelope, axe: Axe
) -> None:
    """The invitation is one that calendars take; the call leaves notes to weigh."""
    page, no = walker.page, letters.BY_PHONE
    home, words = called
    (part,) = (
        part
        for part in message_in(invitation).walk()
        if part.get_content_type() == "text/calendar"
    )
    assert part.get_param("method") == "REQUEST"
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    (invited,) = events_in(content, "REQUEST")
    assert_is_at(invited, words)
    assert invited["ATTENDEE"] == "mailto:dele@osgoodprint.example"
    page.goto(f"{home}ask/after/")
    page.get_by_role("button", name="Open the page for the call").click()
    boxes = page.get_by_placeholder("What they said")
    boxes.first.fill("Your costings were careful and clear.")
    boxes.first.press("Enter")
    expect(page.get_by_text("costings were careful").first).to_be_visible()
    boxes.first.fill("You took too long over the example with the van wraps.")
    boxes.first.press("Enter")
    expect(page.get_by_text("too long over the example").first).to_be_visible()
    axe(page)
    page.get_by_role("button", name="The call is over").click()
    expect(page.get_by_text("From a call")).to_be_visible()
    today_comes_to(page, f"There is feedback from {no.employer}")
    page.get_by_role("link", name="Go to it").first.click()
    assert decide_on_all(page) > 1
    page.goto(f"{home}ask/after/")
    expect(page.get_by_role("heading", name="They answered")).to_be_visible()
    today_comes_to(page, f"One thing to try, from {no.employer}")
    page.get_by_role("button", name="Make it my focus").first.click()
    expect(page).to_have_url(re.compile("/plan/"))


def today_comes_to(page: Page, words: str) -> None:
    """Find a step on Today, and put off what stands before it as a person would."""
    page.goto("/")
    step = page.get_by_role("heading", name=words)
    for _put_off in range(MOST_PUT_OFF):
        not_now = page.locator("#steps").get_by_role("button", name="Not now")
        if step.count() or not not_now.count():
            break
        with page.expect_response(lambda answer: "not-now" in answer.url):
            not_now.first.click()
        page.goto("/")
    expect(step).to_be_visible()


def message_in(envelope: Envelope) -> EmailMessage:
    content = envelope.content
    assert isinstance(content, bytes)
    return message_from_bytes(content, policy=email.policy.default)


def events_in(content: bytes, method: str) -> list[Event]:
    """Read a calendar as strictly as the library can; return what it holds."""
    calendar = Calendar.from_ical(content)
    assert calendar["METHOD"] == method
    assert calendar.errors == []
    events = [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    assert all(event.errors == [] for event in events)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")]
    return events


def assert_is_at(event: Event, words: str) -> None:
    """The time they took, in its zone, under an id that stays the same."""
    day, hour = words.rsplit(", ", 1)
    starts = event.start
    assert isinstance(starts, datetime)
    here = starts.astimezone(LONDON)
    assert (f"{here:%A} {here.day} {here:%B}", f"{here:%H:%M}") == (day, hour)
    assert starts.tzinfo
    assert event["UID"]
    assert event["SEQUENCE"] == 0
