"""Today in a browser: empty, with the keyboard alone, on a phone, on paper."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here: none of them changes what it knows."""
    with started(tmp_path_factory.mktemp("shared") / "onward") as onward:
        yield onward


def _overflow(page: Page) -> int:
    """Return how far the page is wider than the screen."""
    return int(
        page.evaluate(
            "document.documentElement.scrollWidth - document.body.clientWidth"
        )
    )


def test_an_empty_today_teaches_the_two_ways_to_begin(page: Page, axe: Axe) -> None:
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Start from your mail")).to_be_visible()
    expect(page.get_by_text("Start with one application")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Give a mailbox").click()
    expect(page).to_have_url(re.compile("/mail/$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_in_either_light(
    open_page: OpenPage, axe: Axe, scheme: str
) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme, has_touch=True)
    assert _overflow(page) <= 0
    expect(page.get_by_role("navigation", name="Places").last).to_be_visible()
    axe(page)


def test_the_keyboard_alone_leads_everywhere(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Give a mailbox")).to_be_focused()
    for keys, leads in (("gm", "/mail/"), ("ga", "/applications/"), ("gt", "/")):
        page.keyboard.type(keys)
        expect(page).to_have_url(re.compile(f"[0-9]{leads}$"))


def test_the_keys_are_listed_and_can_be_switched_off(page: Page, axe: Axe) -> None:
    page.keyboard.type("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    axe(page)
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.type("gm")
    expect(page).to_have_url(re.compile("[0-9]/$"))
    page.reload()
    expect(page.get_by_label("Use these keys")).not_to_be_checked()


@pytest.fixture
def written_down(tmp_path: Path) -> Iterator[Onward]:
    """Lend an Onward that knows one application, written down by hand."""
    with started(tmp_path / "onward") as onward:
        yield onward


def test_a_step_put_off_goes_and_comes_back(
    browser: Browser, written_down: Onward, axe: Axe
) -> None:
    page = browser.new_page(base_url=written_down.address)
    page.goto(written_down.url)
    page.goto("/applications/add/")
    page.locator("[name=line]").fill("Acme, Data Analyst, applied yesterday")
    page.locator("form:has([name=line]) button[type=submit]").first.click()
    page.goto("/")
    step = page.get_by_role("heading", name="Let your mail fill in the rest")
    expect(step).to_be_visible()
    page.get_by_text("Why this?").click()
    expect(
        page.get_by_text("So far it knows only what you wrote down.")
    ).to_be_visible()
    page.get_by_role("button", name="Not now").press("Enter")
    expect(step).to_be_hidden()
    expect(page.get_by_text("Nothing needs you today")).to_be_visible()
    expect(page.locator("#steps")).to_be_focused()
    line = page.locator("#undo")
    expect(line).to_contain_text("Let your mail fill in the rest")
    axe(page)
    line.get_by_role("button", name="Undo").click()
    page.goto("/")
    expect(step).to_be_visible()
    page.close()


def test_a_theme_is_shown_at_once_and_kept(page: Page) -> None:
    page.goto("/settings/")
    page.get_by_role("button", name="Dark").click()
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    with page.expect_response("**/settings/theme/"):
        page.get_by_role("button", name="Light").click()
    page.goto("/help/")
    expect(root).to_have_attribute("data-theme", "light")


def test_without_scripts_a_theme_can_be_chosen(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/settings/")
    page.get_by_role("button", name="Dark").click()
    expect(page).to_have_url(re.compile("/settings/$"))
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_nothing_moves_for_who_asked_for_that(open_page: OpenPage) -> None:
    page = open_page(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].filter(each => {
        const {animationName, transitionDuration} = getComputedStyle(each);
        return animationName !== "none" || parseFloat(transitionDuration) > 0;
    }).length"""
    assert page.evaluate(moving) == 0


def test_on_paper_there_is_only_what_one_reads(page: Page) -> None:
    page.emulate_media(media="print")
    for place in (".rail", ".bar", ".skip", ".actions"):
        expect(page.locator(place).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_when_onward_is_gone_a_press_says_so(
    open_page: OpenPage, trouble: list[str]
) -> None:
    page = open_page()
    page.route("**/help/", lambda route: route.abort())
    page.evaluate("htmx.ajax('GET', '/help/', '#content').catch(() => {})")
    expect(page.get_by_text("Onward does not answer")).to_be_visible()
    trouble.clear()
