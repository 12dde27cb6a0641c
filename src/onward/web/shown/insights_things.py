"""The list behind a number that counts no applications: words, uses, answers, guesses.

Each is made of what the number itself is made of, so the two never disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background.clock import today, zone_of
from onward.domain.development.patterns import Leaning, Origin, Point
from onward.domain.interview.answers.review import Band, Side
from onward.domain.nerves.techniques import Technique, about
from onward.domain.statistics.calibration import place_of
from onward.journey.development.points import patterns_of
from onward.journey.nerves.queries import rated_uses
from onward.journey.people.models import Person
from onward.journey.practice.queries import Practised, over_time
from onward.journey.reflection.queries import Forecast, forecasts
from onward.web.shown.insights_words import SIDES, counted, expected
from onward.web.shown.plan_board import quote_of_point
from onward.web.shown.plan_words import theme_words
from onward.web.shown.shared import Quote

FIRST, LATEST = "first", "latest"
_JUDGED = frozenset({Band.EMERGING, Band.CLEAR, Band.STRONG})


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that a number counts: what it is called, and words of it."""

    name: str = ""
    url: str = ""
    said: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Things:
    """The list of what one number counts, where these are no applications."""

    title: str
    said: str
    back_url: str
    things: tuple[Thing, ...] = ()


def points_counted(person: Person, theme: str, origin: Origin) -> Things:
    """Return who said something of a theme, or each time the person noted it."""
    found = (one for one in patterns_of(person) if one.leaning is Leaning.BUILD)
    pattern = next((one for one in found if one.theme == theme), None)
    cell = pattern.cell(origin) if pattern else None
    points = cell.points if cell else ()
    things = (
        _by_voice(points, person)
        if origin is Origin.EMPLOYERS
        else [Thing(quotes=(quote_of_point(point, today(person)),)) for point in points]
    )
    told = {
        Origin.EMPLOYERS: _("Employers on this: %(theme)s"),
        Origin.SELF: _("What you noted on this: %(theme)s"),
    }
    return _things(told[origin] % {"theme": theme_words(theme).lower()}, things)


def _by_voice(points: Iterable[Point], person: Person) -> list[Thing]:
    """Return one thing for each voice, however often it said so."""
    rows = sorted(points, key=lambda point: point.voice)
    day = today(person)
    return [
        Thing(name=said[0].about, quotes=tuple(quote_of_point(p, day) for p in said))
        for _voice, alike in groupby(rows, key=lambda point: point.voice)
        if (said := list(alike))
    ]


def uses_counted(person: Person, technique: Technique) -> Things:
    """Return every use of a technique that was rated before and after."""
    zone = zone_of(person)
    things = [
        Thing(
            name=date_format(use.begun_at.astimezone(zone), "j F Y, H:i"),
            said=_("%(before)s of 10 before, %(after)s after")
            % {"before": use.before, "after": use.after},
        )
        for use in rated_uses(person, technique)
    ]
    return _things(about(technique).title, things)


def answers_counted(person: Person, side: Side | None, half: str) -> Things:
    """Return practised answers: of one half those where a side was asked, or all."""
    done = over_time(person)
    if side is None:
        things = [_answer(one, "") for one in reversed(done)]
        return _things(_("Practised answers"), things)
    part = half_of(done, half)
    clear, missing = _("clear"), _("not clear yet")
    things = [
        _answer(one, missing if one.bands[side] == Band.EMERGING else clear)
        for one in part
        if one.bands.get(side) in _JUDGED
    ]
    halves = {
        FIRST: _("%(side)s, first answers"),
        LATEST: _("%(side)s, latest answers"),
    }
    return _things(halves[half] % {"side": SIDES[side]}, things)


def half_of(done: Sequence[Practised], half: str) -> Sequence[Practised]:
    """Return the first answers or the latest ones."""
    middle = len(done) // 2
    return done[:middle] if half == FIRST else done[middle:]


def _answer(one: Practised, said: str) -> Thing:
    url = reverse("take", args=[one.take.key])
    return Thing(name=one.take.asked.text, url=url, said=said)


def guesses_counted(person: Person, place: int | None) -> Things:
    """Return the guesses of which the outcome is known, all or those of one height."""
    things = [
        _guess(one)
        for one in decided(person)
        if place is None or place_of(one.share) == place
    ]
    return _things(_("What you expected, and what came"), things)


def decided(person: Person) -> list[Forecast]:
    """Return guesses whose outcome is known, of each application the last before it.

    Raises SealedAwayError while they are locked.
    """
    told = forecasts(person)
    last = {one.application.pk: one for one in told if one.came_true is not None}
    return list(last.values())


def _guess(one: Forecast) -> Thing:
    came = _("an offer came") if one.came_true else _("no offer came")
    return Thing(
        name=one.application.label,
        url=reverse("application", args=[one.application.pk]),
        said=f"{expected(one.share)}; {came}",
    )


def _things(title: str, things: Sequence[Thing]) -> Things:
    told = ngettext(
        "%(count)s is counted here.", "%(count)s are counted here.", len(things)
    )
    return Things(
        title=title,
        said=told % {"count": counted(len(things))},
        back_url=reverse("insights"),
        things=tuple(things),
    )
