"""Whom to talk to when a day is too much: lines by country, each with its check."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_GOOD_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Line:
    """A helpline; without countries it serves everywhere. An empty number is a page."""

    countries: tuple[str, ...]
    where: str
    name: str
    number: str
    said: str
    page: str
    checked_on: date
    zones: tuple[str, ...] = ()

    def is_stale(self, today: date) -> bool:
        """Tell whether the number was last checked more than a year ago."""
        return today - self.checked_on > _GOOD_FOR


@cache
def lines() -> tuple[Line, ...]:
    """Return every line that comes with Onward."""
    told = tomllib.loads(files(__package__).joinpath("support.toml").read_text("utf-8"))
    return tuple(
        Line(**entry | {name: tuple(entry[name]) for name in ("countries", "zones")})
        for entry in told["line"]
    )


def lines_near(zone: str) -> tuple[Line, ...]:
    """Return the lines where a time zone is, and those that serve everywhere."""
    near = [line for line in lines() if zone in line.zones]
    return (*near, *(line for line in lines() if not line.countries))


def lines_elsewhere(zone: str) -> tuple[Line, ...]:
    """Return all others: a clock tells only roughly where somebody is."""
    return tuple(line for line in lines() if line not in lines_near(zone))
