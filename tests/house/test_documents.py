"""What can be set, asked or opened is written down, and what is written down is so."""

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.urls import URLResolver, get_resolver
from typer.main import get_command

from onward.cli.main import GROUPS, command_line
from onward.settings.environment import Environment
from tests.house.tree import DOCS, ROOT, name, pages

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = ("http:", "https:", "mailto:")


def _text(*folders: str) -> str:
    """Return every page of the folders in one piece."""
    return "\n".join(
        path.read_text() for path in pages() if name(path).startswith(folders)
    )


def _commands(command: Any, said: str) -> Iterator[str]:
    """Return every command as one types it."""
    inner = getattr(command, "commands", {})
    for word in inner:
        yield from _commands(inner[word], f"{said} {word}")
    if not inner:
        yield said


def _url_names(resolver: URLResolver) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _url_names(entry)
        elif entry.name:
            yield entry.name


def _anchors(text: str) -> set[str]:
    """Return the anchors that headings get."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line).lower().replace(" ", "-") for line in headings}


def test_every_setting_is_described_for_whoever_runs_onward() -> None:
    told = _text("docs/operate")
    names = [f"ONWARD_{field.upper()}" for field in Environment.__slots__]
    assert [setting for setting in names if f"`{setting}`" not in told] == []


def test_no_setting_is_described_that_does_not_exist() -> None:
    named = set(
        re.findall(r"\bONWARD_[A-Z_]+", _text("docs", "README", "CONTRIBUTING"))
    )
    assert named <= {f"ONWARD_{field.upper()}" for field in Environment.__slots__}


def test_every_command_is_described() -> None:
    told = _text("docs", "README")
    commands = [*_commands(get_command(command_line("")), "onward")]
    for group in GROUPS:
        app = import_module(f"onward.cli.{group}").app
        commands += _commands(get_command(app), f"onward {group}")
    assert [words for words in commands if f"`{words}" not in told] == []


def test_every_page_is_described() -> None:
    told = (DOCS / "architecture" / "pages.md").read_text()
    names = _url_names(get_resolver())
    assert sorted({word for word in names if f"`{word}`" not in told}) == []


def test_every_make_target_is_described() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text()
    targets = re.findall(
        r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE
    )
    assert len(targets) > 5
    assert [target for target in targets if f"`make {target}`" not in told] == []


def test_the_newest_change_belongs_to_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest
    assert newest[1] == version


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = []
    for page in pages():
        for link in map("".join, LINK.findall(page.read_text())):
            place, _, anchor = link.partition("#")
            target = page.parent / place if place else page
            if link.startswith(ELSEWHERE):
                continue
            if not target.exists() or (
                anchor and anchor not in _anchors(target.read_text())
            ):
                broken.append(f"{name(page)}: {link}")
    assert broken == []


def test_decisions_are_numbered_without_a_gap() -> None:
    decisions = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_decision_is_short_and_weighs_alternatives() -> None:
    parts = ["## Context", "## Decision", "## Consequences", "## Alternatives"]
    for path in (DOCS / "decisions").glob("[0-9]*.md"):
        text = path.read_text()
        assert [line for line in text.splitlines() if line.startswith("## ")] == parts
        assert len(text.split()) <= 400, path.name
