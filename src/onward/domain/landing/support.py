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
    name: str
    number: str
    said: str
    page: str
    checked_on: date

    def is_stale(self, today: date) -> bool:
        """Tell whether the number was last checked more than a year ago."""
        return today - self.checked_on > _GOOD_FOR


@cache
def lines() -> tuple[Line, ...]:
    """Return every line that comes with Onward."""
    told = tomllib.loads(files(__package__).joinpath("support.toml").read_text("utf-8"))
    return tuple(
        Line(**{**line, "countries": tuple(line["countries"])}) for line in told["line"]
    )


def lines_for(country: str) -> tuple[Line, ...]:
    """Return the lines of a country (two letters), then those that serve everywhere."""
    near = [line for line in lines() if country.upper() in line.countries]
    return (*near, *(line for line in lines() if not line.countries))
