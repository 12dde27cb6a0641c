"""Mail that waits is answered in a real browser, on the list and on its own page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.steps_of_asking import give, mail

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
SUBJECT = "Update on your UX Researcher application"
SIGNED = "Hana Marlowe"
NO = f"""Dear Amira,

Unfortunately we will not be proceeding with your application at this time. Although we
were impressed by your background, the position has been filled.

Kind regards
{SIGNED}
"""


def _give(page: Page, folder: Path) -> None:
    headers = {"From": f"{SIGNED} <recruiting@hire.lever.co>", "Subject": SUBJECT}
    give(page, folder, mail(NO, **headers), "no.eml")
    expect(page.locator("#waiting").get_by_text("It names no employer")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_employer_is_asked_for_and_told_by_keyboard(
    open_page: OpenPage, tmp_path: Path, axe: Axe, scheme: str
) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme)
    _give(page, tmp_path)
    axe(page)
    opens = page.locator("#waiting summary", has_text="A new application")
    opens.focus()
    page.keyboard.press("Enter")
    field = page.locator("#waiting").get_by_label("Employer")
    expect(field).to_have_value("")
    axe(page)
    assert not page.evaluate(TOO_WIDE)
    page.keyboard.press("Tab")
    page.keyboard.type("Tarn Housing")
    page.keyboard.press("Enter")
    expect(page.locator("#waiting summary")).to_have_count(0)
    expect(page.locator("#undo").get_by_role("button", name="Undo")).to_be_visible()
    page.goto("/mail/")
    row = page.get_by_role("row").filter(has_text=SUBJECT)
    expect(row.get_by_role("link", name="Tarn Housing, UX Researcher")).to_be_visible()


def test_without_javascript_and_employer_it_is_begun_on_its_own_page_and_named_later(
    open_page: OpenPage, tmp_path: Path, axe: Axe
) -> None:
    _give(open_page(), tmp_path)
    looking = open_page(viewport=PHONE)
    looking.goto("/mail/")
    looking.get_by_role("link", name=SUBJECT).click()
    axe(looking)
    looking.get_by_label("Which application", exact=True).select_option("new")
    expect(looking.get_by_label("Employer of the new application")).to_have_value("")
    axe(looking)
    assert not looking.evaluate(TOO_WIDE)
    page = open_page(java_script_enabled=False)
    page.goto(looking.url)
    page.get_by_text("A new application").first.click()
    page.get_by_role("button", name="Begin it").click()
    row = page.get_by_role("row").filter(has_text=SUBJECT)
    row.get_by_role("link", name="Employer not known, UX Researcher").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("UX Researcher")
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_label("Employer").fill("Tarn Housing")
    page.get_by_role("button", name=re.compile("Keep")).click()
    expect(page.get_by_text("Tarn Housing").first).to_be_visible()
    expect(page.get_by_text("Employer not known")).to_have_count(0)
