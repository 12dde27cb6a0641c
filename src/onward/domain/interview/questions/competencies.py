"""Which of the nine behaviours a line of an advert speaks of, by its words."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from onward.domain.interview.stems import stems_of


@lru_cache(maxsize=512)
def competencies_in(text: str) -> frozenset[str]:
    """Return the names of the behaviours that a text hints at."""
    said = stems_of(text)
    return frozenset(name for name, hints in _hints().items() if hints & said)


@cache
def _hints() -> dict[str, frozenset[str]]:
    told = tomllib.loads(files(__package__).joinpath("hints.toml").read_text("utf-8"))
    return {name: stems_of(" ".join(words)) for name, words in told.items()}
