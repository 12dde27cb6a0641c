"""Routes apart from asking kindly: facts as data, their sources, what they cost."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from onward.domain.letters.locales import Locale, spoken_date


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence and where it is from; empty where it is plain advice."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to look at, by name; it is shown and never fetched."""

    label: str
    page: str


@dataclass(frozen=True, slots=True)
class Route:
    """One route: where it exists, what it costs, what is known and where to turn."""

    key: str
    title: str
    places: tuple[Locale, ...]
    cost: str
    facts: tuple[Fact, ...]
    pages: tuple[Page, ...]
    checked_on: date


@cache
def routes() -> tuple[Route, ...]:
    """Return all routes, the gentlest in its cost last."""
    content = files(__package__).joinpath("routes.toml").read_text("utf-8")
    return tuple(_route(told) for told in tomllib.loads(content)["route"])


def _route(told: dict[str, Any]) -> Route:
    return Route(
        key=told["key"],
        title=told["title"],
        places=tuple(Locale(place) for place in told["places"]),
        cost=told["cost"],
        facts=tuple(Fact(**fact) for fact in told["facts"]),
        pages=tuple(Page(**page) for page in told["links"]),
        checked_on=told["checked_on"],
    )


def access_request(
    *, person: str, employer: str, role: str, days: tuple[date, ...], locale: Locale
) -> str:
    """Return a short, neutral and narrow request for one's own data."""
    when = " and ".join(spoken_date(day, locale) for day in days)
    about = f"my interview for the {role} role" + (f" on {when}" if when else "")
    return (
        f"Dear {employer or 'Sir or Madam'},\n\n"
        "Thank you for the time you gave my application. Could you please send me a"
        f" copy of the information you hold about me in connection with {about}: the"
        " notes made about me, my scores, and the comments on them? I do not need"
        " anything about other people.\n\n"
        "An electronic copy is fine. Please tell me if you need anything to find it, or"
        " to know who I am.\n\n"
        f"Yours faithfully,\n{person}\n"
    )
