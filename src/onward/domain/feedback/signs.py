"""Readable rules: wordings that point to a kind of note, one a line in `signs.txt`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# Nobody says one point in more words; the cap bounds the time.
_MOST_WORDS = 80
_GROUP = re.compile(r"<([A-Z]+)>")


@dataclass(frozen=True, slots=True)
class Sign:
    """A wording, what it points to, and an example it must hold in."""

    name: str
    points_to: str
    wording: re.Pattern[str]
    example: str


@lru_cache(maxsize=1_024)
def signs_in(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the signs that hold in words."""
    said = f" {' '.join(words[:_MOST_WORDS])} "
    return tuple(sign.name for sign in all_signs() if sign.wording.search(said))


@cache
def all_signs() -> tuple[Sign, ...]:
    """Return every sign, in the order of the file."""
    content = (files(__package__) / "signs.txt").read_text("utf-8")
    lines = [line for line in content.splitlines() if line and line[0] != "#"]
    groups = dict(line.split(" = ") for line in lines if " :: " not in line)
    told = [line.split(" :: ") for line in lines if " :: " in line]
    return tuple(
        Sign(f"{points_to}:{number}", points_to, _pattern(wording, groups), example)
        for number, (points_to, wording, example) in enumerate(told)
    )


def _pattern(wording: str, groups: dict[str, str]) -> re.Pattern[str]:
    return re.compile(_GROUP.sub(lambda found: groups[found[1]], wording))
