"""Lists of words and patterns, kept in `words.toml` and `patterns.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files


def word_list(name: str) -> frozenset[str]:
    """Return a list by its name."""
    return frozenset(_table("words.toml")[name].split())


def pattern(name: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """Return a pattern by its name."""
    told = _table("patterns.toml")[name].replace("\n", "")
    return re.compile(told, re.IGNORECASE if ignore_case else 0)


def word_lists(file: str) -> dict[str, frozenset[str]]:
    """Return every list of a file, by its name."""
    return {name: frozenset(words.split()) for name, words in _table(file).items()}


@cache
def _table(file: str) -> dict[str, str]:
    return tomllib.loads(files(__package__).joinpath(file).read_text("utf-8"))
