"""Insights in a browser, with three applications and with ten thousand.

With none, and with some sixty, every page is looked at in test_every_page.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
LINES = ("Acme, Analyst, applied 3 days ago", "Brook, Cook", "Cole, Clerk, referral")
MANY = 10_000
# What a row of many is made different by; the rest is that of the row it is made from.
VARIED = {
    "stage": "CASE WHEN n % 3 = 0 THEN 'interview' ELSE 'applied' END",
    "ending": "CASE n % 5 WHEN 0 THEN 'rejected' WHEN 1 THEN 'silent' ELSE '' END",
    "interviews": "CASE WHEN n % 3 = 0 THEN 1 + n % 2 ELSE 0 END",
    "applied_at": "datetime('now', '-' || (20 + n % 300) || ' days')",
    "last_at": "datetime('now', '-' || (n % 20) || ' days')",
    "answered_at": "CASE WHEN n % 3 = 0 THEN datetime('now', '-9 days') END",
    "ended_at": "CASE WHEN n % 5 = 0 THEN datetime('now', '-8 days') END",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here."""
    with started(tmp_path_factory.mktemp("insights") / "onward") as onward:
        yield onward


def three(page: Page) -> None:
    for line in LINES:
        page.goto("/applications/add/?by=line")
        page.locator("#id_line").fill(line)
        page.locator("form:has(#id_line) button[type=submit]").click()
        page.wait_for_url(re.compile(r"/applications/\d+/"))


def many(server: Onward) -> None:
    """Make ten thousand of the last application, straight in the database."""
    with closing(sqlite3.connect(server.folder / "onward.sqlite3")) as rows, rows:
        told = rows.execute("PRAGMA table_info(applications_application)")
        names = [name for _, name, *_ in told if name != "id"]
        values = ", ".join(VARIED.get(name, f'"{name}"') for name in names)
        columns = ", ".join(f'"{name}"' for name in names)
        rows.execute(
            "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM"  # noqa: S608 - our own words
            f" numbers WHERE n < {MANY}) INSERT INTO applications_application"
            f" ({columns}) SELECT {values} FROM numbers, (SELECT * FROM"
            " applications_application ORDER BY id DESC LIMIT 1)"
        )


def fits(page: Page) -> bool:
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return not wider


def test_three_applications_are_shown_and_nothing_is_made_of_them(
    open_page: OpenPage, axe: Axe
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, color_scheme="dark")
    three(page)
    page.goto("/insights/")
    expect(page.get_by_text("It is too early to see a pattern")).to_be_visible()
    flow = page.locator(".drawn.narrow .chart")
    expect(flow).to_be_visible()
    expect(page.locator(".drawn.wide")).to_be_hidden()
    axe(page)
    assert fits(page)
    page.get_by_role("link", name="3 applied").first.click()
    expect(page.locator("tbody tr")).to_have_count(3)
    page.go_back()
    # By key: drawings that come late move what a pointer would meet.
    page.get_by_text("Write down a new way").press("Enter")
    page.get_by_label("What do you do differently?").fill("I ring first")
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_role("heading", name="I ring first")).to_be_visible()
    axe(page)


def test_ten_thousand_are_one_sentence_and_every_number_opens_its_list(
    page: Page, server: Onward, axe: Axe
) -> None:
    many(server)
    page.goto("/insights/")
    expect(page.locator(".finding .sentence")).to_have_count(1)
    expect(page.locator(".chart.curve")).to_be_visible()
    drawn = page.locator(".drawn.wide .chart")
    expect(drawn).to_be_visible()
    axe(page)
    page.get_by_text("The same as a table").first.click()
    number = page.locator("table.figures a.figure").first
    count = (number.text_content() or "").strip()
    number.click()
    expect(page.get_by_text(f"{count} applications are counted here.")).to_be_visible()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("Page 2 of")).to_be_visible()


def test_after_a_no_the_odds_wait_until_they_are_opened(page: Page, axe: Axe) -> None:
    page.goto("/applications/add/?by=line")
    page.locator("#id_line").fill("Dune, Driver, applied 9 days ago")
    page.locator("form:has(#id_line) button[type=submit]").click()
    page.wait_for_url(re.compile(r"/applications/\d+/"))
    page.goto(f"{re.sub(r'[?#].*', '', page.url)}?tell=rejected#record")
    page.get_by_role("button", name="Keep it").click()
    page.goto("/insights/odds/")
    ranges = page.locator("#interview_to_offer .range-said")
    expect(ranges).to_be_hidden()
    page.get_by_text("Show me the odds").click()
    expect(ranges).to_be_visible()
    axe(page)
    page.locator("#interview_to_offer summary").click()
    page.locator("#share-interview_to_offer").fill("30")
    page.keyboard.press("Enter")
    page.get_by_text("Show me the odds").click()
    expect(page.get_by_text("Taken as usual: about 30 in 100")).to_be_visible()
