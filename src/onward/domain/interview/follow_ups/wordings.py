"""The wordings of follow-up questions, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.interview.answers.review import Gap

QUOTE = "{quote}"


@dataclass(frozen=True, slots=True)
class Wordings:
    """Why a gap is asked about, and the ways to ask."""

    why: str
    ask: tuple[str, ...]

    def fitting(self, quote: str) -> tuple[str, ...]:
        """Return the ways that can be used; without a quote only those without."""
        return tuple(way for way in self.ask if quote or QUOTE not in way)


@cache
def wordings() -> dict[Gap, Wordings]:
    """Return all wordings, as `wordings.toml` has them."""
    told = tomllib.loads(
        files(__package__).joinpath("wordings.toml").read_text("utf-8")
    )
    return {
        Gap(name): Wordings(one["why"], tuple(one["ask"])) for name, one in told.items()
    }
