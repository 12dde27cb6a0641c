"""A real Chromium before a real Onward, each test with a data folder of its own."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.running import Onward, started
from tools.system import chromium

HERE = Path(__file__).resolve().parent
AXE = HERE / "vendor" / "axe-core" / "axe.min.js"
PICTURES = HERE.parents[1] / "test-results"
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    # Nothing but this machine can be reached, whatever a page may ask for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# What fades has no contrast to speak of: axe looks when nothing moves.
MOVES = "!matchMedia('(prefers-reduced-motion: reduce)').matches"
AT_REST = """() => Promise.race([
    new Promise(enough => setTimeout(enough, 2000)),
    Promise.allSettled(document.getAnimations().map(each => each.finished)),
]).then(() => true)"""
LISTEN = """addEventListener("securitypolicyviolation", (event) => console.error(
    `policy: ${event.violatedDirective} forbids ${event.blockedURI}`));"""

OpenPage = Callable[..., Page]
# Three tests share two cores; where speech is really heard, that takes time besides.
PATIENCE_MS = 60_000 if os.environ.get("STUDIO_REAL") else 15_000
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Keep a picture of every page that was open when a test failed."""
    report = yield
    opened: list[Page] = getattr(item, "opened_pages", [])
    if report.when == "call" and report.failed:
        PICTURES.mkdir(exist_ok=True)
        for number, page in enumerate(opened):
            path = PICTURES / f"{item.name}-{number}.png"
            with suppress(Error):  # of a page that is gone there is no picture
                page.screenshot(path=path, full_page=True)
    return report


# A file at a time, not a session: while Playwright is there, its event loop is taken
# for running in this thread, and Django's database refuses to work beside it.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Lend the system's Chromium, without a window."""
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Onward]:
    """Lend an Onward that was just installed: empty, on a port of its own."""
    with started(tmp_path / "onward") as onward:
        yield onward


@pytest.fixture
def trouble() -> Iterator[list[str]]:
    """Collect what went wrong inside pages; a test that expects something clears it."""
    seen: list[str] = []
    yield seen
    assert seen == []


def _watch(context: BrowserContext, address: str, trouble: list[str]) -> None:
    """Note errors, broken rules of the policy, and requests to anywhere else."""

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error":
            trouble.append(said.text)

    def see(asked: Request) -> None:
        if not asked.url.startswith((address, "data:", "blob:", "about:")):
            trouble.append(f"asked {asked.url} for something")

    context.add_init_script(LISTEN)
    context.on("console", hear)
    context.on("weberror", lambda error: trouble.append(str(error.error)))
    context.on("request", see)


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest,
    browser: Browser,
    server: Onward,
    trouble: list[str],
) -> Iterator[OpenPage]:
    """Open pages, let in by the token; takes what Playwright's `new_context` takes."""
    contexts: list[BrowserContext] = []
    request.node.opened_pages = []

    def open_page(**options: Any) -> Page:
        usual = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB"}
        context = browser.new_context(base_url=server.address, **(usual | options))
        context.set_default_timeout(2 * PATIENCE_MS)
        contexts.append(context)
        _watch(context, server.address, trouble)
        page = context.new_page()
        request.node.opened_pages.append(page)
        page.goto(server.url)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open Onward on a wide screen; `page.goto("/mail/")` goes on from there."""
    return open_page()


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Check that everybody can use the page as it stands now."""

    def check(page: Page) -> None:
        page.evaluate(AXE.read_text())
        moving = page.evaluate(MOVES)
        page.emulate_media(reduced_motion="reduce")
        page.evaluate(AT_REST)
        found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
        page.emulate_media(reduced_motion="no-preference" if moving else "reduce")
        assert [_in_words(fault) for fault in found["violations"]] == []

    return check


def _in_words(fault: dict[str, Any]) -> str:
    """Say what is wrong, and where."""
    places = ", ".join(str(node["target"]) for node in fault["nodes"])
    return f"{fault['id']}: {fault['help']} at {places}"
