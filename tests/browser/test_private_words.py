"""Private words that lock while one writes: nothing typed is lost, none lies open."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking_back import interviewed, send
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
PASSPHRASE = "four plain words here"
LETTER = "/nerves/letter/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here; it has no key ring."""
    with started(tmp_path_factory.mktemp("private") / "onward") as onward:
        yield onward


def lock(page: Page) -> None:
    """Set a passphrase as another window would, and lock up with it."""
    told = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "knows": "on"}
    send(page, "/private-words/open/", passphrase=PASSPHRASE)
    send(page, "/private-words/", **told)
    send(page, "/private-words/lock/")


def stored(page: Page) -> str:
    return str(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))


def unlock(page: Page, words: str) -> None:
    page.get_by_label("Your passphrase").fill(words)
    page.get_by_role("button", name="Open them and keep it").click()


def only_locked(trouble: list[str]) -> None:
    """Let go of what the browser says of an answer that was meant to be a refusal."""
    assert all("423" in said for said in trouble), trouble
    trouble.clear()


def test_a_letter_stays_in_its_page_while_it_cannot_be_kept(
    open_page: OpenPage, trouble: list[str], axe: Axe
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(LETTER)
    letter = page.get_by_label("Your letter")
    with page.expect_response(lambda answer: answer.status == 204):
        letter.fill("Dear me")
    lock(page)
    with page.expect_response(lambda answer: answer.status == 423):
        letter.fill("Dear me, okapimarmalade")
    expect(page.get_by_text("Not kept yet")).to_be_in_viewport()
    expect(letter).to_have_value("Dear me, okapimarmalade")
    assert "okapimarmalade" not in stored(page)
    axe(page)
    unlock(page, "some other words")
    expect(page.get_by_text("That is not the passphrase")).to_be_visible()
    with page.expect_response(lambda answer: answer.status == 204):
        unlock(page, PASSPHRASE)
    expect(page.get_by_text("Open again.")).to_be_visible()
    page.reload()
    expect(letter).to_have_value("Dear me, okapimarmalade")
    only_locked(trouble)


def test_looking_back_goes_on_where_one_was_once_the_lock_is_open(
    page: Page, trouble: list[str]
) -> None:
    one = interviewed(page)
    page.goto(f"{one}questions/")
    asked = page.locator("[name=q-0-text]")
    with page.expect_response(lambda answer: answer.status == 204):
        asked.fill("What is a join?")
    lock(page)
    asked.fill("What is an okapimarmalade?")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_label("Your passphrase")).to_be_visible()
    expect(page.get_by_text("No connection.")).to_be_hidden()
    expect(asked).to_have_value("What is an okapimarmalade?")
    assert "okapimarmalade" not in stored(page)
    unlock(page, PASSPHRASE)
    page.wait_for_url("**/around-it/")
    page.goto(f"{one}questions/")
    expect(asked).to_have_value("What is an okapimarmalade?")
    only_locked(trouble)
