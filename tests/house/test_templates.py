"""Pages stay small, load nothing from elsewhere and need no exception in the policy."""

import re
from pathlib import Path

import pytest

from tools import vendor

WEB = Path(__file__).resolve().parents[2] / "src" / "onward" / "web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
STYLES = sorted((WEB / "static" / "css").rglob("*.css"))
SCRIPTS = sorted((WEB / "static" / "js").rglob("*.js"))
MOST_LINES = 120

FORBIDDEN_BY_POLICY = re.compile(
    r"\sstyle=|\son[a-z]+=|\shx-on|<style|javascript:|<script(?![^>]*\ssrc=)"
)
# Addresses that are shown or name a format, and are never fetched.
HARMLESS = ("http://www.w3.org/2000/svg", "http://127.0.0.1:8000/?token=")
ELSEWHERE = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}|@import|https?://")


def _name(path: Path) -> str:
    return path.relative_to(WEB).as_posix()


def _without(text: str, parts: tuple[str, ...]) -> str:
    for part in parts:
        text = text.replace(part, "")
    return text


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_fits_on_two_screens(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_needs_no_inline_style_or_script(path: Path) -> None:
    assert FORBIDDEN_BY_POLICY.findall(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES + STYLES + SCRIPTS, ids=_name)
def test_a_page_asks_nothing_of_another_machine(path: Path) -> None:
    assert ELSEWHERE.findall(_without(path.read_text(), HARMLESS)) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
def test_a_script_stands_alone(path: Path) -> None:
    assert not re.search(r"^\s*(import|export)\b", path.read_text(), re.MULTILINE)


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_every_icon_in_a_template_is_in_the_sprite(path: Path) -> None:
    text = path.read_text()
    asked = re.findall(r"<c-icon name=\"([a-z0-9-]+)\"", text)
    asked += re.findall(r"\sicon=\"([a-z0-9-]+)\"", text)
    assert set(asked) <= set(vendor.ICONS)


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_every_stylesheet_of_a_template_exists_and_none_is_left_out(path: Path) -> None:
    linked = set(re.findall(r"static 'css/([^']+)'", path.read_text()))
    present = {style.relative_to(WEB / "static" / "css").as_posix() for style in STYLES}
    assert linked in (set(), present)
