"""The microphone in a browser: what is said of silence, and sound it packs itself."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.practised import (
    NO_WORKLET,
    TONE,
    answer,
    begin,
    fall_silent,
    narrow,
    seconds_of,
    start_with_silence,
    to_question,
    turn_on,
)
from tests.running import Onward, started

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here, with a listener that is made up."""
    folder = tmp_path_factory.mktemp("studio") / "onward"
    with started(folder, module="tests.browser.studio") as onward:
        yield onward


@pytest.fixture
def tone_page(open_page: OpenPage) -> Page:
    """Open Onward with a tone for a microphone, and a clock the test turns on."""
    page = open_page()
    page.context.add_init_script(TONE)
    page.clock.install()
    return page


def test_who_cannot_be_heard_is_told_before_they_begin_and_while_they_speak(
    tone_page: Page,
) -> None:
    page = tone_page
    begin(page)
    page.get_by_role("button", name="Turn the microphone on").click()
    expect(page.locator("[data-check-panel]")).to_be_visible()
    page.clock.fast_forward(4_500)
    expect(page.locator("[data-check-said]")).to_contain_text("cannot hear you")
    page.evaluate("speak(true)")
    expect(page.locator("[data-check-said]")).to_have_text("You can be heard well.")
    page.evaluate("speak(false)")
    to_question(page)
    page.get_by_role("button", name="Start answering").click()
    expect(page.get_by_text("Listening")).to_be_visible()
    page.clock.fast_forward(20_000)
    expect(page.locator("[data-say]")).to_contain_text("We cannot hear you")
    page.evaluate("speak(true)")
    expect(page.locator("[data-say]")).to_have_text("")


def test_silence_ends_an_answer_only_after_a_countdown_that_can_be_called_off(
    tone_page: Page,
) -> None:
    page = tone_page
    start_with_silence(page, seconds=8)
    count = page.locator("[data-countdown]")
    page.clock.run_for(20_000)
    expect(count).to_be_hidden()  # who has not begun thinks for as long as they like
    fall_silent(page, 8_500)
    expect(count).to_contain_text("Ending in")
    fall_silent(page, 8_500)
    expect(count).to_contain_text("Ending in")
    page.get_by_role("button", name="I am not done").click()
    expect(count).to_be_hidden()
    page.clock.run_for(8_500)
    expect(count).to_contain_text("Ending in")
    page.clock.run_for(5_500)
    page.clock.resume()
    expect(page.get_by_role("heading", name="Keep").first).to_be_visible()


def test_a_browser_that_gives_no_samples_packs_the_sound_itself(
    open_page: OpenPage,
) -> None:
    page = open_page(viewport=PHONE, has_touch=True)
    page.context.add_init_script(NO_WORKLET)
    begin(page)
    turn_on(page)
    to_question(page)
    with page.expect_request(re.compile(r"/sound/.*kind=packed")):
        answer(page)
    # Where the sound is packed and ffmpeg is not there, it is told beside the button.
    told = page.get_by_text(re.compile("needs the program ffmpeg|Keep"))
    expect(told.first).to_be_visible()
    assert seconds_of(page) >= 1
    assert narrow(page)
