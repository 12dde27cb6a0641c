"""The patterns by which details are found, read from `patterns.toml` on first use."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from onward.domain.mail.details_needed import Words, needed_by

Patterns = tuple[re.Pattern[str], ...]


@cache
def patterns(name: str) -> Patterns:
    """Return the patterns of one name, in the order of the file."""
    return tuple(
        _compiled(pattern, re.IGNORECASE) for pattern in _file()[name]["patterns"]
    )


@cache
def needed(name: str) -> tuple[tuple[Words, ...], ...]:
    """Return what each pattern of one name needs to find anything."""
    return tuple(needed_by(pattern) for pattern in patterns(name))


@cache
def weighted_patterns(name: str) -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Return the patterns of one name, each with the points it is worth."""
    return tuple(
        (points, _compiled(pattern, re.NOFLAG))
        for points, pattern in _file()[name]["patterns"]
    )


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Return one pattern that finds what any of a name's patterns finds."""
    return _compiled("|".join(_file()[name]["patterns"]), re.IGNORECASE)


def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    words = _file()["words"]
    full = re.sub(r"\{([A-Z]+)\}", lambda found: words[found[1]], pattern)
    return re.compile(full.replace(" ", r"\s"), flags)


@cache
def _file() -> dict[str, Any]:
    content = (files("onward.domain.mail") / "patterns.toml").read_text("utf-8")
    return tomllib.loads(content)
