"""From three noes that say the same to one page for the morning of the next talk."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import PICTURES, OpenPage

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
SAID = {
    "Hallam & Rowe": "Your examples lacked detail about what came of them.",
    "Leeds Council": "We would have liked more specific examples with figures.",
    "Mossy Bank": "The results of your examples were not clear to us.",
}
ADVERT = """Data Analyst, Wharfedale Trust

What you will need
- Experience of SQL and of building reports
- Able to explain figures to people who do not work with them

Desirable
- Experience of the health service
"""
# The others are met, still empty, where every page is looked at.
FILLED = ("criteria/", "matrix/", "questions/", "needs/letter/", "morning/")


def add(page: Page, employer: str) -> str:
    """Write down an application and return its address."""
    page.goto("/applications/add/?by=form")
    page.locator("#id_employer").fill(employer)
    page.locator("#id_role").fill("Data Analyst")
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url(re.compile(r"/applications/\d+/"))
    return re.sub(r"[?#].*", "", page.url)


def be_told(page: Page, employer: str, words: str) -> None:
    """Bring in what an employer said, and decide to try it once."""
    page.goto(add(page, employer) + "feedback/")
    page.get_by_label("What they said, word for word").fill(words)
    page.locator("form:has(#id_text) button[type=submit]").click()
    page.get_by_role("button", name="Read it now").click()
    page.get_by_role("link", name="Go through them").click()
    page.get_by_label("It could be better").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Park it").check()
    page.get_by_role("button", name="Keep this").click()


def plan_interview(page: Page, at: str) -> None:
    page.goto(f"{at}?tell=interview_scheduled#record")
    day = datetime.now(UTC) + timedelta(days=8)
    page.get_by_label("On which day").fill(f"{day:%Y-%m-%d}")
    page.get_by_label("At what time").fill("14:00")
    page.get_by_role("button", name="Keep it").click()


def from_patterns_to_a_plan(page: Page, axe: Axe) -> None:
    page.goto("/plan/patterns/")
    expect(page.locator(".header")).to_contain_text("three voices")
    page.get_by_text("employers, last today").click()
    expect(page.get_by_text(SAID["Mossy Bank"]).first).to_be_visible()
    axe(page)
    page.get_by_role("button", name=re.compile("Work on this ?: Examples")).click()
    page.get_by_label("I can ...").fill("Give one result with a number")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Leave this out").click()
    page.get_by_label("If", exact=True).fill("They ask for an example")
    page.get_by_label("then I").fill("Say the result first")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Day", exact=True).select_option("Tuesday")
    page.get_by_label("At", exact=True).fill("18:00")
    page.get_by_role("button", name="Set it aside").click()
    page.goto("/plan/")
    expect(page.locator("h1")).to_have_text("I can give one result with a number")
    expect(page.locator(".practices > li")).to_have_count(4)


def from_the_advert_to_a_card(page: Page, at: str) -> str:
    """Return where cards are laid to the first line."""
    page.goto(f"{at}prepare/advert/")
    page.get_by_label("The text of the advert").fill(ADVERT)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".criteria > li")).to_have_count(3)
    page.get_by_role("link", name="What you can show").click()
    expect(page.locator("tr.gap")).to_have_count(3)
    page.locator("tr.gap a").first.click()
    lay = page.url
    page.get_by_role("link", name="Write a card for it").click()
    page.get_by_label("Headline").fill("Seven shops, one sheet")
    page.get_by_label("What I did first").fill("I built the report in SQL")
    page.get_by_label("What came of it").fill("Claims up 18 percent")
    page.get_by_role("button", name="Keep the card").click()
    page.locator("label", has_text="strong").click()
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("tr.gap")).to_have_count(2)
    return lay


def questions_needs_and_asks(page: Page, at: str) -> None:
    page.goto(f"{at}prepare/questions/")
    expect(page.get_by_text("What is this testing?").first).to_be_visible()
    page.goto(f"{at}prepare/needs/")
    page.get_by_label("More time to think").check()
    page.get_by_role("button", name="Put the letter together").click()
    expect(page.get_by_label("Your letter")).to_have_value(re.compile("a little more"))
    page.goto(f"{at}prepare/asks/")
    page.get_by_label("My first question").fill("What is hardest just now?")
    page.get_by_label("If my mind goes blank").fill("say: a moment, please")
    page.get_by_role("button", name="Keep these").click()


def test_three_noes_become_one_focus_and_one_page_for_the_morning(
    page: Page, open_page: OpenPage, axe: Axe
) -> None:
    for employer, words in SAID.items():
        be_told(page, employer, words)
    at = add(page, "Wharfedale Trust")
    plan_interview(page, at)
    from_patterns_to_a_plan(page, axe)
    plan = page.get_by_role("link", name="How I practise").get_attribute("href") or ""
    practice = page.locator(".practices a").first.get_attribute("href") or ""
    lay = from_the_advert_to_a_card(page, at)
    questions_needs_and_asks(page, at)

    page.goto(f"{at}prepare/morning/")
    PICTURES.mkdir(exist_ok=True)
    page.pdf(path=PICTURES / "morning-page.pdf", prefer_css_page_size=True)
    printed = PdfReader(PICTURES / "morning-page.pdf").pages
    words = " ".join(printed[0].extract_text().split())
    assert len(printed) == 1
    for said in ("Seven shops, one sheet", "say: a moment, please", "hardest just now"):
        assert said in words

    paths = [f"{at}prepare/{rest}" for rest in FILLED]
    paths += ["/plan/", plan, "/plan/review/", practice, lay, "/prepare/cards/"]
    dark = open_page(
        viewport=PHONE, has_touch=True, color_scheme="dark", reduced_motion="reduce"
    )
    _everybody_can_use(dark, paths, axe)


def _everybody_can_use(page: Page, paths: list[str], axe: Axe) -> None:
    wide = []
    for path in paths:
        page.goto(path)
        axe(page)
        if page.evaluate(TOO_WIDE):
            wide.append(path)
    assert wide == []
