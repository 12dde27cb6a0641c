"""The practice studio in a browser whose microphone is fed from a file."""

import os
import re
import signal
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import FLAGS, OpenPage
from tests.running import Onward, kill, start, started
from tools.system import chromium

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
STUDIO = "tests.browser.studio"
SPEECH = Path(__file__).resolve().parents[3] / "shared" / "data" / "audio" / "jfk.flac"
RATE = 16_000
# What one key of a question is; a story, so that all parts may be in an answer.
STORY = "working-together-help-unasked"


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a WAV file for the microphone: real speech where there is some."""
    path = tmp_path_factory.mktemp("speech") / "speech.wav"
    samples = _recorded() if SPEECH.is_file() else _made()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.astype("<i2").tobytes())
    return path


def _recorded() -> np.ndarray:
    soundfile = pytest.importorskip("soundfile", reason="nothing here reads FLAC")
    samples, _rate = soundfile.read(SPEECH, dtype="int16")
    return np.asarray(samples)


def _made() -> np.ndarray:
    """Make a sound that comes and goes four times a second, as syllables do."""
    time = np.arange(RATE * 8) / RATE
    return np.sin(2 * np.pi * 180 * time) * np.sin(2 * np.pi * 2 * time) * 9_000


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


def begin(page: Page, rung: str = "record") -> None:
    """Begin a sitting of one certain question, as far as the page before it."""
    page.goto(f"/practice/?question={STORY}&rung={rung}")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Before you begin")


def turn_on(page: Page) -> None:
    page.get_by_role("button", name="Turn the microphone on").click()
    expect(page.locator("[data-check-said]")).to_have_text("You can be heard well.")


def to_question(page: Page) -> None:
    page.get_by_role("button", name="To the first question").click()
    expect(page.get_by_role("button", name="Start answering")).to_be_visible()


def answer(page: Page, seconds: int = 2) -> None:
    page.get_by_role("button", name="Start answering").click()
    expect(page.locator("[data-clock]")).to_have_text(re.compile(f"0:0{seconds}"))
    page.get_by_role("button", name="I am done").first.click()


def answer_all(page: Page) -> int:
    """Answer, and whatever is asked on; returns how often they asked on."""
    start = page.get_by_role("button", name="Start answering")
    report = page.get_by_role("button", name=re.compile("^Take .*, now$"))
    asked_on = -1
    while asked_on < 2:
        asked_on += 1
        answer(page)
        expect(page.locator("[data-state=sending], [data-between]")).to_have_count(0)
        expect(start.or_(report)).to_be_visible()
        if report.is_visible():
            break
    return asked_on


def narrow(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def seconds_of(page: Page) -> float:
    """Return how long the recording on the page is."""
    sound = page.locator("[data-player]")
    expect(sound).to_be_visible()
    page.wait_for_function("document.querySelector('[data-player]').duration > 0")
    return float(sound.evaluate("sound => sound.duration"))


def test_from_the_microphone_over_a_second_take_to_both_side_by_side(
    page: Page, axe: Axe
) -> None:
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
    page = open_page(viewport=PHONE, has_touch=True, color_scheme="dark")
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
    for path in ("/practice/over-time/", "/practice/settings/"):
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
    expect(page.locator("[data-clock]")).to_have_text("0:03")
    kill_renderers(browser)
    trouble.clear()
    page = open_page()
    page.goto("/practice/")
    expect(page.get_by_text("An answer you had begun")).to_be_visible()
    page.get_by_role("button", name="It is done").first.click()
    assert seconds_of(page) >= 2


def kill_renderers(browser: Browser) -> None:
    """End the processes that hold pages, this instant, as a crash does."""
    session = browser.new_browser_cdp_session()
    for one in session.send("SystemInfo.getProcessInfo")["processInfo"]:
        if one["type"] == "renderer":
            os.kill(one["id"], signal.SIGKILL)
    session.detach()


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
        expect(page.locator("[data-clock]")).to_have_text("0:02")
        kill(onward.process)
        expect(page.locator("[data-behind]")).to_contain_text("Onward does not answer")
        port = urlsplit(onward.address).port or 0
        onward = start(tmp_path / "onward", module=STUDIO, port=port)
        expect(page.locator("[data-behind]")).to_contain_text("started anew")
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
    expect(page.get_by_text("Take one")).to_be_visible()


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
