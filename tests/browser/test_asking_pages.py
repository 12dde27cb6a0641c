"""The pages for asking and listening, on one Onward with one no in it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage
from tests.browser.steps_of_asking import be_rejected
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
OF_THE_APPLICATION = [
    *(f"ask/{step}/" for step in ("should", "whom", "what", "detail", "how", "letter")),
    "angry/",
    "other-routes/",
    "feedback/",
]
BESIDE = [
    "/letters/",
    "/listening/",
    "/listening/fit/?answer=0",
    "/feedback/",
    "/settings/mail-account/",
    "/settings/calendar/",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here; they only look."""
    with started(tmp_path_factory.mktemp("asking") / "onward") as onward:
        yield onward


@pytest.fixture(scope="module")
def rejected(
    browser: Browser, server: Onward, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """Return the path of an application that ended with a no."""
    with browser.new_context(base_url=server.address, locale="en-GB") as context:
        page = context.new_page()
        page.goto(server.url)
        address = be_rejected(page, tmp_path_factory.mktemp("mail"))
    return address.removeprefix(server.address)


@pytest.fixture
def paths(rejected: str) -> list[str]:
    """Return every page for asking, and those beside it."""
    return [*(rejected + rest for rest in OF_THE_APPLICATION), *BESIDE]


def test_everybody_can_use_them(page: Page, paths: list[str], axe: Axe) -> None:
    for path in paths:
        page.goto(path)
        axe(page)


def test_they_fit_a_phone_in_the_dark(
    open_page: OpenPage, paths: list[str], axe: Axe
) -> None:
    phone = open_page(viewport=PHONE, has_touch=True, color_scheme="dark")
    wide = []
    for path in paths:
        phone.goto(path)
        axe(phone)
        if phone.evaluate(TOO_WIDE):
            wide.append(path)
    assert wide == []


def test_a_calendar_is_read_by_its_address_until_it_is_switched_off(page: Page) -> None:
    page.goto("/settings/calendar/")
    page.get_by_role("button", name="Switch it on").click()
    address = page.locator("code").inner_text()
    assert page.request.get(address).status == 200
    page.get_by_role("button", name="Switch it off").click()
    assert page.request.get(address).status == 404
