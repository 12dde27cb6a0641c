"""Puts together the board of patterns, and where views part."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background.clock import today
from onward.domain.development.blind_spots import (
    BlindSpots,
    Foreseen,
    blind_spots,
    foreseen,
)
from onward.domain.development.patterns import (
    Cell,
    Leaning,
    Origin,
    Pattern,
    Point,
    board,
)
from onward.domain.feedback.weigh import Standing
from onward.journey.development.points import forecasts_of, patterns_of, points_of
from onward.journey.people.models import Person
from onward.web.shown.moments import number, short_day
from onward.web.shown.plan import (
    BoardPart,
    BoardShown,
    CellShown,
    PatternShown,
    PlaceShown,
    PointShown,
)
from onward.web.shown.plan import SpotsPart as Part
from onward.web.shown.plan_words import (
    LEANINGS,
    ORIGINS,
    STANDINGS,
    THEMES,
    theme_words,
)
from onward.web.shown.shared import Choice, Quote

_MOST_IDEAS = 3


def board_of(person: Person) -> BoardShown:
    """Return the board with its quotes, what more voices say first."""
    points = points_of(person)
    patterns = board(points)
    day = today(person)
    parts = tuple(
        BoardPart(str(title), str(said), rows)
        for leaning, (title, said) in LEANINGS.items()
        if (rows := _rows(patterns, leaning, day))
    )
    return BoardShown(
        parts=parts,
        sources=tuple(str(words) for words in ORIGINS.values()),
        spots=_spots(blind_spots(patterns)),
        sentence=_sentence(patterns),
        foreseen=_foreseen(foreseen(forecasts_of(person))),
        unplaced=tuple(_point(one, day) for one in points if not one.theme),
    )


def ideas_of(person: Person) -> tuple[PatternShown, ...]:
    """Return the few patterns that a focus would come from first."""
    rows = _rows(patterns_of(person), Leaning.BUILD, today(person))
    return rows[:_MOST_IDEAS]


def _rows(
    patterns: tuple[Pattern, ...], leaning: Leaning, day: date
) -> tuple[PatternShown, ...]:
    return tuple(_row(one, day) for one in patterns if one.leaning is leaning)


def _row(pattern: Pattern, day: date) -> PatternShown:
    return PatternShown(
        title=theme_words(pattern.theme),
        standing=str(STANDINGS[pattern.standing]),
        is_more=pattern.standing is not Standing.NOTE,
        cells=tuple(_cell(pattern.cell(origin), origin, day) for origin in Origin),
        theme=pattern.theme,
        can_begin=pattern.leaning is Leaning.BUILD,
    )


def _cell(cell: Cell | None, origin: Origin, day: date) -> CellShown:
    source = str(ORIGINS[origin])
    if cell is None:
        return CellShown(source, 0, "", ())
    is_theirs = origin is Origin.EMPLOYERS
    count = cell.voices if is_theirs else len(cell.points)
    unit = ngettext("employer", "employers", count)
    times = ngettext("time", "times", count)
    last = short_day(cell.last_on, day)
    return CellShown(
        source=source,
        count=count,
        said=_("%(unit)s, last %(last)s")
        % {"unit": unit if is_theirs else times, "last": last},
        points=tuple(_point(point, day) for point in cell.points),
    )


def _point(point: Point, day: date) -> PointShown:
    asked = urlencode({"key": point.key})
    return PointShown(quote_of_point(point, day), f"{reverse('plan-place')}?{asked}")


def place_shown(point: Point, person: Person) -> PlaceShown:
    """Return one point with the themes it could be about."""
    named = {theme: str(words) for theme, words in THEMES.items()}
    if point.theme and point.theme not in named:
        named[point.theme] = point.theme
    return PlaceShown(
        key=point.key,
        quote=quote_of_point(point, today(person)),
        themes=tuple(
            Choice(theme, words, chosen=theme == point.theme)
            for theme, words in named.items()
        ),
    )


def quote_of_point(point: Point, day: date) -> Quote:
    """Return the words of a point with who said them, when, and where they stand."""
    on = short_day(point.said_on, day)
    source = f"{point.about}, {on}" if point.about else on
    return Quote(point.quote, source, _address(point.key))


def _address(key: str) -> str:
    """Return the page a point stands on; some stand on none of their own."""
    kind, pk = key.split(":")[:2]
    name = {"note": "feedback-note", "application": "application"}.get(kind, "")
    if not name:
        return ""
    more = ["sort"] if kind == "note" else []
    return reverse(name, args=[int(pk), *more])


def _sentence(patterns: tuple[Pattern, ...]) -> str:
    to_build = [one for one in patterns if one.leaning is Leaning.BUILD]
    if not to_build:
        return ""
    first = to_build[0]
    if first.standing is Standing.NOTE:
        return _("Nothing has come from two sides yet. One voice is a note.")
    return _("%(theme)s: %(count)s voices, each counted once.") % {
        "theme": theme_words(first.theme),
        "count": number(first.voices),
    }


def _spots(found: BlindSpots) -> tuple[Part, ...]:
    """Return where views part, in kind words; nothing is counted for or against."""
    parts = (
        Part(
            _("Others mention it, you have not"),
            _("Worth listening for in your next practice."),
            _names(found.unseen),
        ),
        Part(
            _("You blame it, nobody mentions it"),
            _("Perhaps you can be easier on yourself here."),
            _names(found.unshared),
        ),
        Part(
            _("Others praise it, you have not named it"),
            _("It is there. You can count on it."),
            _names(found.unnoticed),
        ),
    )
    return tuple(part for part in parts if part.lines)


def _foreseen(seen: Foreseen) -> str:
    """Return how it felt and what came, as counts; too few say nothing together."""
    if not seen.hopeful + seen.doubtful:
        return ""
    told = _(
        "Of %(hopeful)s talks that felt likely, %(came)s led to an offer. Of"
        " %(doubtful)s that did not, %(also)s did."
    ) % {
        "hopeful": seen.hopeful,
        "came": seen.hopeful_went_on,
        "doubtful": seen.doubtful,
        "also": seen.doubtful_went_on,
    }
    if seen.is_enough:
        return told
    few = _("Too few to tell anything by. How a talk felt is weak evidence anyway.")
    return f"{told} {few}"


def _names(patterns: tuple[Pattern, ...]) -> tuple[str, ...]:
    return tuple(theme_words(one.theme) for one in patterns)
