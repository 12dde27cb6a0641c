"""The wordings of follow-up questions, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.interview.answers.review import Gap

QUOTE = "{quote}"


@dataclass(frozen=True, slots=True)
class Wordings:
    """Why a gap is asked about, and the ways to ask: warm ones, and cooler ones."""

    why: str
    ask: tuple[str, ...]
    cool: tuple[str, ...]

    def fitting(self, quote: str, *, is_cool: bool = False) -> tuple[str, ...]:
        """Return the ways that can be used; without a quote only those without."""
        ways = self.cool if is_cool else self.ask
        return tuple(way for way in ways if quote or QUOTE not in way)


@cache
def wordings() -> dict[Gap, Wordings]:
    """Return all wordings, as `wordings.toml` has them."""
    told = tomllib.loads(
        files(__package__).joinpath("wordings.toml").read_text("utf-8")
    )
    return {
        Gap(name): Wordings(one["why"], tuple(one["ask"]), tuple(one["cool"]))
        for name, one in told.items()
    }
