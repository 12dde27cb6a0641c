"""The practice studio in a browser whose microphone is fed from a file."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.adapters.transcription.test_whisper import NEEDED
from tests.browser.conftest import FLAGS, OpenPage
from tests.browser.practised import (
    SPEECH,
    answer,
    answer_all,
    begin,
    kill_renderers,
    narrow,
    seconds_of,
    spoken_for,
    to_question,
    turn_on,
    write_speech,
)
from tests.running import Onward, kill, start, started
from tools.system import chromium

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
STUDIO = "tests.browser.studio"


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a WAV file for the microphone: real speech where there is some."""
    path = tmp_path_factory.mktemp("speech") / "speech.wav"
    return write_speech(path)


@pytest.fixture(scope="module")
def browser(speech: Path) -> Iterator[Browser]:
    """Lend a Chromium that hears the file."""
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    fed = f"--use-file-for-fake-audio-capture={speech}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=[*FLAGS, fed]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to most tests here, with a listener that is made up."""
    folder = tmp_path_factory.mktemp("studio") / "onward"
    with started(folder, module=STUDIO) as onward:
        yield onward


def test_from_the_microphone_over_a_second_take_to_both_side_by_side(
    open_page: OpenPage, axe: Axe
) -> None:
    page = open_page(reduced_motion="reduce")
    begin(page, "followed")
    page.get_by_label("7", exact=True).check()
    turn_on(page)
    axe(page)
    with page.expect_response(re.compile(r"voice\.wav")) as spoken:
        to_question(page)
    assert spoken.value.status == 200
    page.get_by_text("What is this testing?").click()
    page.get_by_label("What you think it is testing").fill("Whether I help")
    page.get_by_role("button", name="Show me").click()
    expect(page.get_by_text("It is testing:")).to_be_visible()
    axe(page)
    assert answer_all(page) in {1, 2}
    expect(page.get_by_role("heading", name="Keep").first).to_be_visible()
    expect(page.get_by_role("heading", name="Try").first).to_be_visible()
    expect(page.get_by_text("What they asked on")).to_be_visible()
    axe(page)
    page.locator(".as-mark.filler").first.click()
    page.get_by_role("button", name="That is not so").locator("visible=true").click()
    expect(page.locator(".main > section .as-mark.filler")).to_have_count(0)
    page.get_by_role("button", name="Take two, now").click()
    expect(page.get_by_text("This time:")).to_be_visible()
    answer_all(page)
    page.get_by_role("link", name="Beside the one before").click()
    expect(page.get_by_role("heading", name="What changed")).to_be_visible()
    expect(page.get_by_text("The result is there now.")).to_be_visible()
    axe(page)


def test_on_a_phone_in_the_dark_nothing_is_cut_off(
    open_page: OpenPage, axe: Axe
) -> None:
    page = open_page(
        viewport=PHONE, has_touch=True, color_scheme="dark", reduced_motion="reduce"
    )
    page.goto("/practice/")
    assert narrow(page)
    axe(page)
    begin(page)
    turn_on(page)
    assert narrow(page)
    to_question(page)
    page.get_by_role("button", name="Start answering").click()
    expect(page.get_by_text("Listening")).to_be_visible()
    assert narrow(page)
    axe(page)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("Paused")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="I am done").first.click()
    expect(page.get_by_role("heading", name="Keep").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert narrow(page)
    axe(page)
    take = urlsplit(page.url).path
    beside = ("/practice/over-time/", "/practice/settings/")
    for path in (f"{take}share/", f"{take}delete/", *beside):
        page.goto(path)
        assert narrow(page)
        axe(page)


def test_a_tab_killed_in_the_middle_loses_at_most_a_second(
    open_page: OpenPage, browser: Browser, trouble: list[str]
) -> None:
    page = open_page()
    begin(page)
    turn_on(page)
    to_question(page)
    page.get_by_role("button", name="Start answering").click()
    spoken_for(page, 3)
    kill_renderers(browser)
    trouble.clear()
    page = open_page()
    page.goto("/practice/")
    expect(page.get_by_text("An answer you had begun")).to_be_visible()
    page.get_by_role("button", name="It is done").first.click()
    assert seconds_of(page) >= 2


def test_a_server_killed_in_the_middle_loses_nothing_that_was_said(
    tmp_path: Path, browser: Browser
) -> None:
    onward = start(tmp_path / "onward", module=STUDIO)
    context = browser.new_context(base_url=onward.address, locale="en-GB")
    page = context.new_page()
    try:
        page.goto(onward.url)
        begin(page)
        turn_on(page)
        to_question(page)
        page.get_by_role("button", name="Start answering").click()
        spoken_for(page, 2)
        kill(onward.process)
        expect(page.locator("[data-behind]")).to_contain_text("Onward does not answer")
        port = urlsplit(onward.address).port or 0
        onward = start(tmp_path / "onward", module=STUDIO, port=port)
        behind = page.locator("[data-behind]")
        # The page asks again every three seconds at the longest.
        expect(behind).to_contain_text("started anew", timeout=20_000)
        context.new_page().goto(onward.url)
        expect(page.locator("[data-behind]")).to_be_hidden()
        spoken = page.locator("[data-clock]").inner_text()
        page.get_by_role("button", name="I am done").first.click()
        expect(page.get_by_role("heading", name="Keep").first).to_be_visible()
        assert seconds_of(page) >= int(spoken.partition(":")[2])
    finally:
        context.close()
        kill(onward.process)


def test_typed_alone_it_works_to_the_end_and_without_scripts(
    open_page: OpenPage,
) -> None:
    page = open_page(java_script_enabled=False)
    begin(page, "write")
    page.get_by_role("button", name="To the first question").click()
    page.get_by_label("Your answer").fill("Fine.")
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_role("heading", name="Try").first).to_be_visible()
    expect(page.get_by_role("heading", name="Keep")).to_have_count(0)
    page.get_by_role("link", name="That is enough").click()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("link", name="Over time")).to_be_visible()


def test_what_is_typed_stays_when_the_page_is_left(page: Page) -> None:
    begin(page, "write")
    page.get_by_role("button", name="To the first question").click()
    with page.expect_response(re.compile(r"/typed/$")):
        page.get_by_label("Your answer").fill("I began to say")
    page.goto("/practice/")
    page.get_by_role("link", name="Go on").first.click()
    expect(page.get_by_label("Your answer")).to_have_value("I began to say")
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Nothing left this machine.")).to_be_visible()


def test_a_shared_take_plays_alone_and_its_answer_comes_back(
    page: Page, browser: Browser, tmp_path: Path
) -> None:
    begin(page)
    turn_on(page)
    to_question(page)
    answer(page)
    page.get_by_text("Share, save or delete").click()
    page.get_by_role("link", name="Ask somebody what they think").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save it with the sound").click()
    file = tmp_path / "take.html"
    saved.value.save_as(file)
    friend = browser.new_context(offline=True).new_page()
    friend.goto(file.as_uri())
    friend.wait_for_function("document.querySelector('audio').duration > 1")
    friend.get_by_label("One thing to keep").fill("The sheet")
    with friend.expect_download() as answered:
        friend.get_by_role("button", name="Save my answer").click()
    answered.value.save_as(tmp_path / "answer.json")
    friend.context.close()
    page.get_by_label("The file they sent back").set_input_files(
        tmp_path / "answer.json"
    )
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("The sheet")).to_be_visible()


@pytest.fixture
def real_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Onward]:
    """Lend an Onward that hears and speaks as installed, and stays offline."""
    monkeypatch.setenv("STUDIO", "real")
    monkeypatch.setenv("ONWARD_OFFLINE", "1")
    with started(tmp_path / "real", module=STUDIO) as onward:
        yield onward


@NEEDED
@pytest.mark.slow
@pytest.mark.skipif(
    not (SPEECH.is_file() and os.environ.get("STUDIO_REAL")),
    reason="real speech through the browser takes long: make tests-no-network hears it",
)
def test_what_is_really_said_stands_on_the_page_and_nothing_asked_elsewhere(
    browser: Browser, real_server: Onward
) -> None:
    context = browser.new_context(base_url=real_server.address, locale="en-GB")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(real_server.url)
    begin(page)
    turn_on(page)
    with page.expect_response(re.compile(r"voice\.wav")) as spoken:
        to_question(page)
    assert spoken.value.body().startswith(b"RIFF")
    answer(page, seconds=4)
    words = page.locator(".main > section .said-words").first
    some = re.compile("fellow|Americans|country|ask")
    expect(words).to_contain_text(some, timeout=60_000)
    assert {urlsplit(url).hostname for url in asked} == {"127.0.0.1"}
    context.close()


@pytest.fixture
def silent_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Onward]:
    """Lend an Onward where nothing hears or speaks."""
    monkeypatch.setenv("STUDIO", "silent")
    with started(tmp_path / "silent", module=STUDIO) as onward:
        yield onward


def test_without_any_speech_package_it_records_plays_and_says_what_is_missing(
    browser: Browser, silent_server: Onward
) -> None:
    context = browser.new_context(base_url=silent_server.address, locale="en-GB")
    page = context.new_page()
    page.goto(silent_server.url)
    begin(page)
    expect(page.get_by_text("Nothing that turns speech into words")).to_be_visible()
    turn_on(page)
    to_question(page)
    expect(page.get_by_role("button", name="Hear the question")).to_have_count(0)
    answer(page)
    expect(page.get_by_text("There are no words to mark")).to_be_visible()
    assert seconds_of(page) >= 1
    page.get_by_role("link", name="How to add it").click()
    expect(page.get_by_role("heading", name="Hearing your words")).to_be_visible()
    context.close()
