"""What is asked of others is used, and what is used was asked for."""

import ast
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain

from tests.house.tree import ROOT, SOURCE, modules, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def _plain(requirement: str) -> str:
    """Return the name in a requirement, spelled in the one way that compares."""
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def _imported() -> set[str]:
    """Return the top-level packages that the product imports."""
    found = set()
    for node in (node for path in modules(SOURCE) for node in ast.walk(tree(path))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
    return {word.split(".")[0] for word in found}


def _named_in_settings() -> set[str]:
    """Return the packages that Django is told of by name."""
    text = "".join(path.read_text() for path in modules(SOURCE / "settings"))
    return set(re.findall(r"\"([a-z_]+)(?:\.[A-Za-z_.]+)?\"", text))


@cache
def _providers() -> Mapping[str, set[str]]:
    """Return which distributions bring each top-level package."""
    found = packages_distributions().items()
    return {package: set(map(_plain, names)) for package, names in found}


def _brought(packages: set[str]) -> dict[str, set[str]]:
    return {package: _providers().get(package, set()) for package in packages}


def test_every_declared_dependency_is_used() -> None:
    used = set().union(*_brought(_imported() | _named_in_settings()).values())
    declared = set(map(_plain, PROJECT["dependencies"]))
    assert declared - used == set()


def test_every_declared_dependency_is_locked() -> None:
    lock = (ROOT / "requirements" / "run.lock").read_text()
    locked = set(map(_plain, re.findall(r"^(?=\w)\S+", lock, re.MULTILINE)))
    assert set(map(_plain, PROJECT["dependencies"])) - locked == set()


def test_whoever_checks_or_speaks_has_what_whoever_runs_has() -> None:
    run, dev, speech = (
        set(
            re.findall(
                r"^\S+==\S+", (ROOT / "requirements" / lock).read_text(), re.MULTILINE
            )
        )
        for lock in ("run.lock", "dev.lock", "speech.lock")
    )
    assert run - dev == set()
    assert run - speech == set()


def test_every_imported_package_is_declared() -> None:
    extras = chain.from_iterable(PROJECT["optional-dependencies"].values())
    declared = set(map(_plain, chain(PROJECT["dependencies"], extras)))
    outside = _brought(_imported() - sys.stdlib_module_names - {"onward"})
    # What an extra brings need not be installed where this is checked.
    installed = {word: names for word, names in outside.items() if names}
    assert {word for word, names in installed.items() if not names & declared} == set()
