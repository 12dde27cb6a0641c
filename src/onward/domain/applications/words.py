"""The words by which a line is understood, read from `words.toml` on first use."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of words, as a set."""
    return frozenset(_file()[name].split())


@cache
def names(name: str) -> frozenset[str]:
    """Return a list of names that may hold spaces, as a set."""
    parts = _file()[name].replace("\n", "|").split("|")
    return frozenset(part.strip() for part in parts if part.strip())


@cache
def _file() -> dict[str, str]:
    content = (files("onward.domain.applications") / "words.toml").read_text("utf-8")
    return tomllib.loads(content)
