"""Takes the pictures for the documents, of the made-up search as it is on one day.

    python -m tools.screenshots [--into docs/pictures]

Today, Applications and one timeline: wide and light, wide and dark, and on a phone.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tools.system import chromium

ROOT = Path(__file__).resolve().parents[1]
DAY = (
    "2026-11-23"  # a Monday; the made-up search always ends on the day it is asked for
)
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LOOKS: dict[str, Any] = {
    "": {"viewport": WIDE, "color_scheme": "light"},
    "-dark": {"viewport": WIDE, "color_scheme": "dark"},
    "-phone": {"viewport": PHONE, "color_scheme": "light", "device_scale_factor": 2},
}
# The story the made-up search begins with: two interviews, and then a no.
STORY = "Aldwick"
FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Start the made-up search and take a picture of each page in each look."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "pictures")
    into: Path = parser.parse_args().into
    program = chromium()
    if program is None:
        sys.exit("There is no Chromium on this machine.")
    into.mkdir(parents=True, exist_ok=True)
    with _demo() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for path in _pictures(browser, url, into):
            print(path)
        browser.close()


@contextmanager
def _demo() -> Iterator[str]:
    """Lend the address of a made-up search in a folder that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="onward-pictures-") as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "onward", "demo", "--port", "0", "--no-open"],
            env=os.environ | {"ONWARD_DATA_DIR": folder, "ONWARD_TODAY": DAY},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield next(iter(process.stdout or [])).split(" at ")[1].strip()
        finally:
            process.terminate()
            process.wait()


def _pictures(browser: Browser, url: str, into: Path) -> Iterator[Path]:
    for look, options in LOOKS.items():
        page = browser.new_page(**options, locale="en-GB", reduced_motion="reduce")
        page.goto(url)
        for name, address in _addresses(page).items():
            page.goto(address)
            page.evaluate("document.fonts.ready")
            path = into / f"{name}{look}.png"
            page.screenshot(path=path)
            yield path
        page.close()


def _addresses(page: Page) -> dict[str, str]:
    """Return the pages to take, by the names of their pictures."""
    start = page.url
    page.goto(f"{start}applications/?q={STORY}")
    timeline = page.locator("#rows a.reach").first.get_attribute("href") or "/"
    return {
        "today": start,
        "applications": f"{start}applications/",
        "board": f"{start}applications/board/",
        "timeline": start.rstrip("/") + timeline,
    }


if __name__ == "__main__":
    main()
