"""The watch kept over every page sees what it is there for."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

PICTURE = "document.body.append(Object.assign(new Image(), {src: '%s'}))"
ELSEWHERE = "http://203.0.113.7/dot.png"


def _seen(page: Page, trouble: list[str]) -> str:
    """Return what was noted once the page has settled, and forget it."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise(done => requestAnimationFrame(done))")
    seen = " ".join(trouble)
    trouble.clear()
    return seen


def test_a_picture_from_elsewhere_is_refused_and_noted(
    page: Page, trouble: list[str]
) -> None:
    page.evaluate(PICTURE % ELSEWHERE)
    assert f"img-src forbids {ELSEWHERE}" in _seen(page, trouble)


def test_an_error_in_a_script_is_noted(page: Page, trouble: list[str]) -> None:
    with page.context.expect_event("weberror"):
        page.evaluate("void setTimeout(() => { throw new Error('off the path') })")
    assert "off the path" in _seen(page, trouble)


def test_an_inline_style_is_refused_and_noted(page: Page, trouble: list[str]) -> None:
    page.evaluate("document.body.innerHTML = '<p style=\"color: red\">No</p>'")
    assert "style-src" in _seen(page, trouble)


def test_what_a_screen_reader_cannot_tell_is_found(
    page: Page, axe: Callable[[Page], None]
) -> None:
    page.evaluate(PICTURE % "data:,")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)
