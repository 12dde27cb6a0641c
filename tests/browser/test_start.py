"""Coming in: with the link, without it, and by names and pages that are not ours."""

import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import FLAGS, OpenPage
from tests.running import Onward, started
from tools.system import chromium

Axe = Callable[[Page], None]
EVIL = "evil.example"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here: none of them changes what it knows."""
    with started(tmp_path_factory.mktemp("shared") / "onward") as onward:
        yield onward


@pytest.fixture
def stranger(browser: Browser, server: Onward) -> Iterator[Page]:
    """Open a page of somebody who was never let in."""
    context = browser.new_context(base_url=server.address)
    yield context.new_page()
    context.close()


def test_without_the_link_the_start_page_says_what_to_do(
    stranger: Page, axe: Axe
) -> None:
    answer = stranger.goto("/applications/")
    assert answer
    assert answer.status == 403
    expect(stranger).to_have_title(re.compile("Open Onward from its own link"))
    axe(stranger)


def test_the_link_lets_in_and_leaves_no_token_behind(
    stranger: Page, server: Onward
) -> None:
    stranger.goto(server.url)
    expect(stranger).to_have_url(f"{server.address}/")
    expect(stranger.get_by_role("heading", level=1)).to_be_visible()
    assert "token" not in stranger.evaluate("document.referrer + location.href")
    stranger.goto("/help/")
    stranger.go_back()
    expect(stranger).to_have_url(f"{server.address}/")
    assert stranger.evaluate("document.cookie") == ""


class _Elsewhere(BaseHTTPRequestHandler):
    """A page of somebody else: it links to us, and posts to us from a hidden form."""

    target = ""

    def do_GET(self) -> None:
        page = f"""<a href="{self.target}">go</a>
          <form method="post" action="{self.target.partition("?")[0]}">
          <button>send</button></form>"""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def elsewhere(server: Onward) -> Iterator[str]:
    """Serve a page of another origin on the same machine; return its address."""
    handler = type("Handler", (_Elsewhere,), {"target": server.url})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{other.server_address[1]}/"
        other.shutdown()


def test_the_link_followed_from_another_page_lets_in_as_well(
    stranger: Page, server: Onward, elsewhere: str
) -> None:
    stranger.goto(elsewhere)
    stranger.get_by_text("go").click()
    expect(stranger).to_have_url(f"{server.address}/")
    expect(stranger.get_by_role("navigation").first).to_be_attached()


def test_a_form_of_another_page_is_refused_though_one_is_let_in(
    stranger: Page, server: Onward, elsewhere: str
) -> None:
    stranger.goto(server.url)
    stranger.goto(elsewhere)
    stranger.get_by_role("button", name="send").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text(
        "Onward did not let that through"
    )


def test_another_page_cannot_read_ours(
    stranger: Page, server: Onward, elsewhere: str
) -> None:
    stranger.goto(server.url)
    stranger.goto(elsewhere)
    read = """async ([url, mode]) => {
        try {
            const answer = await fetch(url, {credentials: "include", mode});
            return [answer.status, (await answer.text()).length];
        } catch (refused) { return "refused"; }
    }"""
    for address in (server.address, f"{server.address}/static/css/base.css"):
        assert stranger.evaluate(read, [address, "cors"]) == "refused"
        assert stranger.evaluate(read, [address, "no-cors"]) in ("refused", [0, 0])


@pytest.fixture
def rebound(browser: Browser, server: Onward) -> Iterator[Page]:
    """Open a page in a browser for which another name leads to this machine."""
    flags = [flag for flag in FLAGS if "host-resolver" not in flag]
    other = browser.browser_type.launch(
        executable_path=chromium(),
        args=[*flags, f"--host-resolver-rules=MAP {EVIL} 127.0.0.1"],
    )
    page = other.new_context().new_page()
    page.goto(server.url)
    yield page
    other.close()


def test_a_name_bound_anew_to_this_machine_reads_nothing(
    rebound: Page, server: Onward
) -> None:
    port = urlsplit(server.address).port
    answer = rebound.goto(f"http://{EVIL}:{port}/")
    assert answer
    assert answer.status == 400
    told = rebound.evaluate("fetch('/').then(a => a.status)")
    assert told == 400


def test_when_onward_is_started_anew_an_open_page_shows_the_way_in(
    open_page: OpenPage, server: Onward, trouble: list[str]
) -> None:
    page = open_page()
    name = f"onward_pass_{urlsplit(server.address).port}"
    page.context.clear_cookies(name=name)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Open Onward from its own link"
    )
    trouble.clear()
