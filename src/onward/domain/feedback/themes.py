"""What a note is about in everyday terms, such as structure, evidence or motivation."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from onward.domain.feedback.words import words_in


def theme_of(quote: str) -> str:
    """Return the theme that a quote speaks of most, or nothing."""
    said = f" {' '.join(words_in(quote))} "
    counts = {name: len(words.findall(said)) for name, words in _themes().items()}
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] else ""


@cache
def _themes() -> dict[str, re.Pattern[str]]:
    content = (files(__package__) / "themes.toml").read_text("utf-8")
    return {
        name: re.compile(
            f" (?:{'|'.join(word.replace('*', '[^ ]*') for word in words)})(?= )"
        )
        for name, words in tomllib.loads(content)["themes"].items()
    }
