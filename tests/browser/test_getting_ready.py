"""On the made-up search: three noes that say the same, and one page for the morning."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import PICTURES, OpenPage
from tests.filled import lend_demo
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
# What each of three employers said of her examples, the last of it not read yet.
SAID = {
    "Ridings Water": "I could have ticked it",
    "Citizens Lantern": "stories with the ending left off",
    "Wharfedale": "Lead with the figures",
}
ADVERT = """Service Data Analyst, Cobalt Bikes

What you will need
- Experience of SQL and of building reports
- Able to explain figures to people who do not work with them

Desirable
- Experience of a workshop or a repair service
"""


@pytest.fixture
def server(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Onward]:
    """Lend an Onward with the made-up search."""
    folder = tmp_path_factory.mktemp("getting-ready") / "onward"
    with started(lend_demo(tmp_path_factory, folder), "demo") as onward:
        yield onward


def application(page: Page, words: str) -> str:
    """Return the address of the application that these words find."""
    page.goto(f"/applications/?q={words}")
    found = page.locator("#rows a.reach").first.get_attribute("href")
    assert found
    return found


def read_the_third(page: Page) -> None:
    """Read what the third employer answered, and go through the point that counts."""
    page.goto(application(page, "Student Data Officer") + "feedback/")
    page.locator("a.reach").click()
    page.get_by_role("button", name="Read it now").click()
    point = page.locator(".card", has_text=SAID["Wharfedale"])
    point.get_by_role("link").first.click()
    page.get_by_label("It could be better").check()
    for _step in ("sort", "translate", "weigh"):
        page.get_by_role("button", name="Next").click()
    page.get_by_label("Park it").check()
    page.get_by_role("button", name="Keep this").click()


def plan_interview(page: Page, at: str, today: date) -> None:
    page.goto(f"{at}?tell=interview_scheduled#record")
    page.get_by_label("On which day").fill(f"{today + timedelta(days=8)}")
    page.get_by_label("At what time").fill("14:00")
    page.get_by_role("button", name="Keep it").click()


def from_patterns_to_a_plan(page: Page, axe: Axe) -> None:
    page.goto("/plan/patterns/")
    theirs = page.locator(".pattern", has_text="Examples and what").first
    theirs.get_by_text("employers, last").click()
    expect(theirs.locator("summary").first).to_contain_text("3 employers")
    for words in SAID.values():
        expect(page.locator("blockquote", has_text=words).first).to_be_visible()
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
    expect(page.get_by_text("Evenly spaced up to the interview")).to_be_visible()
    expect(page.locator(".practices > li").nth(2)).to_be_visible()
    shelf = page.locator("section", has_text="On the shelf")
    expect(shelf).to_contain_text("say my answer in the first sentence")


def from_the_advert_to_a_card(page: Page, at: str) -> None:
    page.goto(f"{at}prepare/advert/")
    page.get_by_label("The text of the advert").fill(ADVERT)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".criteria > li")).to_have_count(3)
    page.get_by_role("link", name="What you can show").click()
    expect(page.locator("tr.gap")).to_have_count(3)
    page.locator("tr.gap a").first.click()
    expect(page.get_by_text("could fit").first).to_be_visible()
    page.get_by_role("link", name="Write a card for it").click()
    page.get_by_label("Headline").fill("Sixty repairs, one sheet")
    page.get_by_label("What I did first").fill("I built the report in SQL")
    page.get_by_label("What came of it").fill("Claims up 18 percent")
    page.get_by_role("button", name="Keep the card").click()
    fresh = page.locator("fieldset", has_text="Sixty repairs, one sheet")
    fresh.locator("label", has_text="strong").click()
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("tr.gap")).to_have_count(2)


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
    page: Page, open_page: OpenPage, axe: Axe, server: Onward
) -> None:
    today = date.fromisoformat((server.folder / "demo" / "day").read_text())
    read_the_third(page)
    from_patterns_to_a_plan(page, axe)
    at = application(page, "Cobalt")
    plan_interview(page, at, today)
    from_the_advert_to_a_card(page, at)
    questions_needs_and_asks(page, at)

    page.goto(f"{at}prepare/morning/")
    PICTURES.mkdir(exist_ok=True)
    page.pdf(path=PICTURES / "morning-page.pdf", prefer_css_page_size=True)
    printed = PdfReader(PICTURES / "morning-page.pdf").pages
    words = " ".join(printed[0].extract_text().split())
    assert len(printed) == 1
    for said in (
        *("Cobalt Bikes", "If they ask for an example, then I say the result first"),
        *("Sixty repairs, one sheet", "a moment, please", "hardest just now"),
    ):
        assert said in words

    # The others are met, on a phone and in the dark, where every page is looked at.
    dark = open_page(
        viewport=PHONE, has_touch=True, color_scheme="dark", reduced_motion="reduce"
    )
    dark.goto(f"{at}prepare/needs/letter/")
    axe(dark)
    assert not dark.evaluate(TOO_WIDE)
