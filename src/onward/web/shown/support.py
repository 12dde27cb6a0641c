"""Whom to talk to, as a page or a card shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.landing.support import Line, lines_elsewhere, lines_near
from onward.journey.people.models import Person


@dataclass(frozen=True, slots=True)
class Talk:
    """Somebody to talk to; `number_url` rings, `url` opens their page if one asks."""

    where: str
    name: str
    said: str
    number: str = ""
    number_url: str = ""
    page: str = ""
    url: str = ""
    checked: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Talks:
    """Whom to talk to: near by and everywhere, then in other countries."""

    near: tuple[Talk, ...]
    elsewhere: tuple[Talk, ...]


def talks_of(person: Person) -> Talks:
    """Return whom to talk to."""
    zone = str(clock.zone_of(person))
    today = clock.today(person)
    return Talks(
        near=tuple(_talk(line, today) for line in lines_near(zone)),
        elsewhere=tuple(_talk(line, today) for line in lines_elsewhere(zone)),
    )


def _talk(line: Line, today: date) -> Talk:
    is_stale = line.is_stale(today)
    day = date_format(line.checked_on, "j F Y")
    old = _("Last checked on %(day)s. It may have changed.")
    return Talk(
        where=_(line.where),
        name=line.name,
        said=_(line.said),
        number=line.number,
        number_url=f"tel:{line.number.replace(' ', '')}" if line.number else "",
        page=line.page,
        url=f"https://{line.page}",
        checked=(old if is_stale else _("Checked on %(day)s.")) % {"day": day},
        is_stale=is_stale,
    )
