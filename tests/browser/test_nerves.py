"""Ten minutes before an interview, on a phone: the pacer, whatever the line does."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import OpenPage
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1440, "height": 900}
PAGES = ("", "breathing/", "letter/", "blank/", "opening/", "ladder/")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here."""
    with started(tmp_path_factory.mktemp("nerves") / "onward") as onward:
        yield onward


def interview_tomorrow(page: Page) -> None:
    page.goto("/applications/add/?by=form")
    page.locator("#id_employer").fill("Hallam & Rowe")
    page.locator("form:has(#id_employer) button[type=submit]").click()
    page.wait_for_url(re.compile(r"/applications/\d+/"))
    at = re.sub(r"[?#].*", "", page.url)
    page.goto(f"{at}?tell=interview_scheduled#record")
    day = datetime.now(UTC) + timedelta(days=1)
    page.get_by_label("On which day").fill(f"{day:%Y-%m-%d}")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url(re.compile(r"/applications/\d+/"))


def rate(page: Page, which: str, points: int) -> None:
    page.locator(f"#{which} input[value='{points}']").check()


def test_from_today_to_a_breath_in_one_tap_and_offline_from_there(
    open_page: OpenPage, trouble: list[str]
) -> None:
    page = open_page(
        viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    interview_tomorrow(page)
    page.goto("/")
    page.clock.install()
    page.get_by_role("link", name="Settle your nerves").tap()
    begin = page.get_by_role("button", name="Begin")
    expect(begin).to_be_in_viewport()
    page.context.set_offline(offline=True)
    rate(page, "before", 8)
    expect(page.locator("#rating [role=status]")).to_contain_text("Your rating waits")
    begin.tap()
    expect(page.locator("#cue")).to_have_text("Breathe in 1")
    page.clock.run_for(5_000)
    expect(page.locator("#cue")).to_have_text("Breathe out 2")
    expect(page.locator(".steps .on")).to_have_count(7)
    page.clock.fast_forward(296_000)
    expect(page.locator("#told")).to_contain_text("That was it.")
    expect(page.locator("#after")).to_be_focused()
    rate(page, "after", 5)
    page.context.set_offline(offline=False)
    page.clock.resume()
    page.get_by_role("button", name="Done").tap()
    expect(page.locator("#helps")).to_contain_text("rated once so far")
    # What could not be sent is told on the console too, and by no other trouble.
    assert all("ERR_INTERNET_DISCONNECTED" in told for told in trouble)
    trouble.clear()


def test_the_keyboard_begins_rests_goes_on_and_ends_it(page: Page) -> None:
    page.goto("/nerves/breathing/")
    page.clock.install()
    page.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Space")
    page.clock.run_for(3_000)
    expect(page.locator("#cue")).to_have_text("Breathe in")
    page.keyboard.press("Space")
    expect(page.locator("#begin")).to_have_text("Go on")
    page.clock.run_for(60_000)
    page.keyboard.press("Space")
    page.clock.run_for(2_000)
    expect(page.locator("#cue")).to_have_text("Breathe out")
    expect(page.locator("#left")).to_have_text("5 minutes left")
    page.keyboard.press("Escape")
    expect(page.locator("#begin")).to_have_text("Begin")
    expect(page.locator("#after")).to_be_focused()


def test_sound_alone_plays_a_tone_and_keeps_the_screen_awake_until_it_rests(
    page: Page,
) -> None:
    page.add_init_script(
        """const Real = AudioContext;
        window.AudioContext = class extends Real {
            constructor() {
                super();
                const tell = () => { document.body.dataset.sound = this.state; };
                this.addEventListener("statechange", tell);
            } };
        navigator.wakeLock.request = async () => {
            document.body.dataset.awake = "yes";
            return { release: () => { document.body.dataset.awake = "no"; } };
        };"""
    )
    page.goto("/nerves/breathing/")
    page.get_by_text("How long, and how it looks").click()
    page.get_by_label("Sound alone").check()
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("#cue")).to_have_text("Rising: in. Falling: out.")
    expect(page.locator(".ring")).to_be_hidden()
    expect(page.locator("body")).to_have_attribute("data-sound", "running")
    expect(page.locator("body")).to_have_attribute("data-awake", "yes")
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("body")).to_have_attribute("data-sound", "suspended")
    expect(page.locator("body")).to_have_attribute("data-awake", "no")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("body")).to_have_attribute("data-sound", "closed")


def test_a_line_kept_in_between_does_not_lose_the_rating_before(page: Page) -> None:
    page.goto("/nerves/blank/")
    with page.expect_response(lambda answer: answer.status == 204):
        rate(page, "before", 6)
    page.get_by_role("button", name="Let me think about that").click()
    expect(page.locator("#before input[value='6']")).to_be_checked()
    with page.expect_response(lambda answer: answer.status == 204) as kept:
        rate(page, "after", 4)
    assert "before=6" in _sent(kept.value)


def _sent(answer: Response) -> str:
    return answer.request.post_data or ""


def outwait_the_undo_line(page: Page) -> None:
    """Wait until what another test did lies back: the line would cover a button."""
    while page.locator("form.undo").count():
        page.wait_for_timeout(1000)
        page.reload()


def test_everybody_can_use_every_technique(open_page: OpenPage, axe: Axe) -> None:
    ways = (("light", PHONE, PAGES), ("dark", WIDE, PAGES[:3]))
    for scheme, viewport, names in ways:
        page = open_page(color_scheme=scheme, viewport=viewport)
        outwait_the_undo_line(page)
        for name in names:
            page.goto(f"/nerves/{name}")
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = true)"
            )
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
