"""Every page that can be reached, empty and with a search in it, for everybody."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.filled import lend_demo
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
VIEWS: dict[str, dict[str, Any]] = {
    "wide and light": {"color_scheme": "light"},
    "phone and dark": {"color_scheme": "dark", "viewport": PHONE, "has_touch": True},
}
# What the menus lead to; an id in an address makes no other page.
FEWEST_PAGES = {"serve": 8, "demo": 80}
# One that ended leads further than one that goes on; whichever was last heard of is
# the first in the list.
SEVERAL = {"application": 6}
HELP = "help-topic"
LINKS = "links => links.map(link => link.getAttribute('href'))"


@pytest.fixture(scope="module", params=["serve", "demo"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Onward]:
    """Lend an Onward that knows nothing, and one that knows a made-up search."""
    folder = tmp_path_factory.mktemp(request.param) / "onward"
    if request.param == "demo":
        lend_demo(tmp_path_factory, folder)
    with started(folder, request.param) as onward:
        yield onward


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, str]]:
    """Remember the addresses of each server's pages."""
    return {}


@pytest.fixture
def addresses(
    page: Page, server: Onward, found: dict[str, dict[str, str]]
) -> list[str]:
    """Return one address for each page that a link leads to, a page of help once."""
    if server.url not in found:
        known = [name for names in found.values() for name in names]
        helped = {name for name in known if name.startswith(HELP)}
        pages = _follow(page, server.address)
        found[server.url] = {n: at for n, at in pages.items() if n not in helped}
    return list(found[server.url].values())


def _follow(page: Page, base: str) -> dict[str, str]:
    """Go wherever links lead, once for each page, of some pages to a few of a kind."""
    seen: dict[str, str] = {}
    gone = Counter[str]()
    ahead = ["/"]
    while ahead:
        path = ahead.pop(0)
        name = _name(path)
        if not name or gone[name] == SEVERAL.get(name, 1) or path in seen.values():
            continue
        seen.setdefault(name, path)
        gone[name] += 1
        page.goto(path)
        hrefs = page.locator("a[href]:not([download])").evaluate_all(LINKS)
        ahead += [
            urlsplit(full)._replace(fragment="").geturl().removeprefix(base)
            for full in (urljoin(page.url, href) for href in hrefs if href)
            if full.startswith(base)
        ]
    return seen


def _name(path: str) -> str:
    try:
        found = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    return f"{found.url_name}{found.kwargs.get('slug', '')}"


def test_links_lead_to_all_pages(
    request: pytest.FixtureRequest, addresses: list[str], server: Onward
) -> None:
    kind = "demo" if server.folder.joinpath("demo").is_dir() else "serve"
    assert len(addresses) >= FEWEST_PAGES[kind], addresses


@pytest.mark.parametrize("view", VIEWS)
def test_everybody_can_use_every_page(
    open_page: OpenPage, addresses: list[str], axe: Axe, view: str
) -> None:
    page = open_page(reduced_motion="reduce", **VIEWS[view])
    wide = []
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        axe(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
        _fits_on_paper(page)
    assert wide == []


def _fits_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".rail")).to_be_hidden()
    page.emulate_media(media="screen")


def test_every_page_can_be_read_without_scripts(
    open_page: OpenPage, addresses: list[str]
) -> None:
    page = open_page(java_script_enabled=False)
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("navigation").first).to_be_visible()
