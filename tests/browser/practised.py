"""Going through a sitting in a browser, and the sound its microphone is fed with."""

import os
import re
import signal
import wave
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

SPEECH = Path(__file__).resolve().parents[3] / "shared" / "data" / "audio" / "jfk.flac"
RATE = 16_000
# A question that asks for a story, so that all parts may be in an answer.
STORY = "working-together-help-unasked"


def write_speech(path: Path) -> Path:
    """Write a WAV file: real speech where there is some, else a sound like it."""
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


# In place of the microphone: a tone that the test turns up and down.
TONE = """navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const tone = context.createOscillator();
    const loud = context.createGain();
    const out = context.createMediaStreamDestination();
    loud.gain.value = 0;
    tone.connect(loud).connect(out);
    tone.start();
    window.speak = (on) => { loud.gain.value = on ? 0.3 : 0; };
    return out.stream;
};"""
# A browser that gives no samples, so that it has to pack the sound itself.
NO_WORKLET = "delete BaseAudioContext.prototype.audioWorklet;"


DURATION = """(sound) => new Promise((done) => {
    const look = () => {
        if (sound.duration > 0) done(sound.duration);
        else setTimeout(look, 50);
    };
    look();
})"""


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


def start_with_silence(page: Page, seconds: int) -> None:
    """Begin to answer where so much silence is to end the answer; the clock stands."""
    page.goto(f"/practice/?question={STORY}&rung=record")
    page.get_by_text("How the questions are put").click()
    chosen = page.get_by_label("When I fall silent, end the answer")
    chosen.select_option(str(seconds))
    page.get_by_role("button", name="Begin").click()
    to_question(page)
    page.get_by_role("button", name="Start answering").click()
    expect(page.get_by_text("Listening")).to_be_visible()
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 1)


def fall_silent(page: Page, milliseconds: int) -> None:
    """Speak, which calls off any countdown, and then say nothing for so long."""
    page.evaluate("speak(true)")
    meter = page.locator("[data-studio] [data-level]")
    expect(meter).not_to_have_js_property("value", 0)
    page.clock.run_for(500)
    expect(page.locator("[data-countdown]")).to_be_hidden()
    page.evaluate("speak(false)")
    expect(meter).to_have_js_property("value", 0)
    page.clock.run_for(milliseconds)


def spoken_for(page: Page, seconds: int) -> None:
    """Wait until so much was spoken, or more: on a busy machine a second is skipped."""
    later = re.compile(rf"^(?:0:0[{seconds}-9]|0:[1-5]\d|[1-9]\d?:\d\d)$")
    expect(page.locator("[data-clock]")).to_have_text(later)


def answer(page: Page, seconds: int = 2) -> None:
    page.get_by_role("button", name="Start answering").click()
    spoken_for(page, seconds)
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
    return float(sound.evaluate(DURATION))


def kill_renderers(browser: Browser) -> None:
    """End the processes that hold pages, this instant, as a crash does."""
    session = browser.new_browser_cdp_session()
    for one in session.send("SystemInfo.getProcessInfo")["processInfo"]:
        if one["type"] == "renderer":
            os.kill(one["id"], signal.SIGKILL)
    session.detach()
