"""Frameworks of competencies, read from data: their names, our hints, their credit."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CIVIL_SERVICE = "civil_service"
NAMES = (CIVIL_SERVICE, "onet")


@dataclass(frozen=True, slots=True)
class Competency:
    """A named skill, with words that hint at it; `*` stands for any ending."""

    name: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A set of competencies, and the line that says whose it is."""

    name: str
    credit: str
    competencies: tuple[Competency, ...]


@cache
def framework(name: str = CIVIL_SERVICE) -> Framework:
    """Return a framework that comes with Onward, one of `NAMES`."""
    content = files(__package__).joinpath(f"frameworks/{name}.toml").read_text("utf-8")
    told = tomllib.loads(content)
    return Framework(
        name=told["name"],
        credit=told["credit"],
        competencies=tuple(
            Competency(each["name"], tuple(each["hints"]))
            for each in told["competency"]
        ),
    )


def competencies(name: str = CIVIL_SERVICE) -> tuple[str, ...]:
    """Return the names of a framework's competencies, in its order."""
    return tuple(each.name for each in framework(name).competencies)
