"""Looks for what a piece of an answer shows, by the patterns of `signs.toml`."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files


def signs_in(words: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the signs that these plain words show."""
    said = " ".join(words)
    return tuple(name for name, pattern in _patterns() if pattern.search(said))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    told = tomllib.loads(files(__package__).joinpath("signs.toml").read_text("utf-8"))
    lists = told["lists"]
    return tuple(
        (name, re.compile(_filled(pattern, lists)))
        for name, pattern in told["signs"].items()
    )


def _filled(pattern: str, lists: dict[str, str]) -> str:
    for name, words in lists.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return pattern
