"""What was said, expected, tried and practised: the parts that are not counts."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.charts.dots import lines
from onward.domain.charts.pairs import Pair, pairs
from onward.domain.development.patterns import Leaning, Origin, Pattern
from onward.domain.interview.answers.review import Band, Side
from onward.domain.nerves.techniques import about
from onward.domain.statistics.calibration import (
    FEWEST_FORECASTS,
    Bin,
    brier,
    place_of,
    reliability,
)
from onward.domain.statistics.calibration import Forecast as Guess
from onward.domain.statistics.paired import Helped
from onward.domain.statistics.priors import Step
from onward.journey.development.points import patterns_of
from onward.journey.nerves.queries import Help, helps
from onward.journey.people.models import Person
from onward.journey.people.sealing import SealedAwayError
from onward.journey.practice.queries import Practised, over_time
from onward.journey.reflection.queries import Forecast
from onward.web.shown.insights import (
    Cell,
    Figure,
    FigureRow,
    ForecastsShown,
    ListShown,
    Picture,
    ThemeRow,
    ThemesShown,
)
from onward.web.shown.insights_known import Known
from onward.web.shown.insights_things import FIRST, LATEST, decided, half_of
from onward.web.shown.insights_words import SIDES, counted
from onward.web.shown.moments import first_number, number, short_day
from onward.web.shown.plan_words import theme_words

_MOST_THEMES = 8
_MOST_FORECASTS = 40
_WHOLE = 2
# The score of saying one half every time.
_HALF_AND_HALF = 0.25
# Fewer answers at either end of the row would be told apart by chance alone.
_FEWEST_PRACTISED = 8


def themes_of(person: Person) -> ThemesShown | None:
    """Return what employers speak of beside what the person noted, or None."""
    found = [p for p in patterns_of(person) if p.leaning is Leaning.BUILD]
    found = [p for p in found if _voices(p) != (0, 0)][:_MOST_THEMES]
    if not found:
        return None
    drawn = pairs([_voices(pattern) for pattern in found])
    rows = tuple(
        _theme(pattern, place) for pattern, place in zip(found, drawn.rows, strict=True)
    )
    told = "; ".join(
        _("%(theme)s: employers %(theirs)s, you %(own)s")
        % {"theme": row.name, "theirs": row.employers.text, "own": row.own.text}
        for row in rows
    )
    picture = Picture("themes", _("What comes back, and from whom"), f"{told}.")
    return ThemesShown(_themes_said(found), picture, drawn.height, rows)


def _voices(pattern: Pattern) -> tuple[int, int]:
    """Return how many employers say it, and how often the person noted it."""
    theirs, own = pattern.cell(Origin.EMPLOYERS), pattern.cell(Origin.SELF)
    return (theirs.voices if theirs else 0, len(own.points) if own else 0)


def _theme(pattern: Pattern, place: Pair) -> ThemeRow:
    theirs, own = _voices(pattern)
    return ThemeRow(
        name=theme_words(pattern.theme),
        employers=_said_by(pattern, Origin.EMPLOYERS, theirs),
        own=_said_by(pattern, Origin.SELF, own),
        pair=place,
    )


def _said_by(pattern: Pattern, origin: Origin, count: int) -> Figure:
    url = reverse("counted-points", args=[origin])
    about_it = urlencode({"about": pattern.theme})
    return Figure(str(count), f"{url}?{about_it}" if count else "")


def _themes_said(found: Sequence[Pattern]) -> str:
    both = [pattern for pattern in found if all(_voices(pattern))]
    if both:
        return _(
            "You and employers both speak of this: %(theme)s. Where two views meet, it "
            "is worth going first."
        ) % {"theme": theme_words(both[0].theme).lower()}
    if len(found) == 1 and max(_voices(found[0])) == 1:
        return _("One voice so far. One voice is a note and no pattern.")
    return _("So far you and employers speak of different things.")


def forecasts_of(known: Known) -> ForecastsShown | None:
    """Return what the person expected beside what came; None while that is locked."""
    try:
        told = decided(known.person)
    except SealedAwayError:
        return None
    if not told:
        return None
    came = [one.share for one in told if one.came_true]
    did_not = [one.share for one in told if not one.came_true]
    drawn = lines([came, did_not])
    values = [Guess(one.share, got_it=bool(one.came_true)) for one in told]
    said = _forecasts_said(known, told)
    return ForecastsShown(
        sentence=said,
        said=_(
            "How an interview felt is weak evidence: people who talk to the same "
            "person agree only in part, and so do you and they."
        ),
        picture=Picture("forecasts", _("What you expected, and what came"), said),
        height=drawn.height,
        lines=drawn.lines,
        labels=(_("An offer came"), _("No offer came")),
        rows=tuple(_forecast(known, one) for one in reversed(told[-_MOST_FORECASTS:])),
        heights=tuple(map(_height, reliability(values))),
        figures=(_guessed(len(told)),),
    )


def _guessed(count: int) -> Figure:
    told = ngettext("%(count)s guess", "%(count)s guesses", count)
    return Figure(told % {"count": counted(count)}, reverse("counted-guesses"))


def _forecasts_said(known: Known, told_of: Sequence[Forecast]) -> str:
    """Compare what was expected in all with what came, and with what is usual."""
    came = sum(bool(one.came_true) for one in told_of)
    usual = known.priors[Step.OFFER].base * len(told_of)
    told = {
        "count": len(told_of),
        "expected": _about(sum(one.share for one in told_of)),
        "came": number(came) if came else _("none"),
        "usual": _about(usual),
    }
    said = ngettext(
        "For %(count)s post you expected about %(expected)s offers; %(came)s came. As "
        "is usual, it would be about %(usual)s.",
        "For %(count)s posts you expected about %(expected)s offers; %(came)s came. As "
        "is usual, it would be about %(usual)s.",
        len(told_of),
    )
    if len(told_of) < FEWEST_FORECASTS:
        further = _("With fewer than ten there is no more to be seen in that.")
        return f"{said % told} {further}"
    values = [Guess(one.share, got_it=bool(one.came_true)) for one in told_of]
    closer = (brier(values) or 0.0) < _HALF_AND_HALF
    further = (
        _("Your guesses came closer than saying half and half each time.")
        if closer
        else _("Saying half and half each time would have come as close, or closer.")
    )
    return f"{said % told} {further}"


def _height(one: Bin) -> FigureRow:
    """Return guesses of about one height beside how many of them came true."""
    told = _("%(came)s of %(count)s") % {"came": one.came_true, "count": one.count}
    url = reverse("counted-guesses", args=[place_of(one.mean)])
    return FigureRow(
        _("about %(share)s in 100") % {"share": round(100 * one.mean)},
        (Cell(_("an offer came"), Figure(told, url)),),
    )


def _about(offers: float) -> str:
    return f"{offers:.0f}" if offers >= _WHOLE else f"{offers:.1f}"


def _forecast(known: Known, one: Forecast) -> FigureRow:
    url = reverse("application", args=[one.application.pk])
    return FigureRow(
        one.application.label,
        (
            Cell(
                _("you expected"),
                Figure(_("%(n)s in 100") % {"n": round(100 * one.share)}, url),
            ),
            Cell(
                _("what came"),
                Figure(_("an offer") if one.came_true else _("no offer")),
            ),
            Cell(
                _("when"),
                Figure(short_day(one.given_at.date(), known.today)),
            ),
        ),
    )


def techniques_of(person: Person) -> ListShown | None:
    """Return what the person's own ratings say of each technique they used."""
    found = [one for one in helps(person) if one.told.pairs]
    if not found:
        return None
    clear = [one for one in found if one.told.helped is Helped.LOWER]
    if clear:
        said = _("After this you are calmer by your own ratings: %(what)s.") % {
            "what": _called(clear[0]).lower()
        }
    else:
        said = _("It is too early to tell what helps you.")
    return ListShown(said, tuple(_technique(one) for one in found), reverse("nerves"))


def _called(one: Help) -> str:
    return about(one.technique).title


def _technique(one: Help) -> FigureRow:
    told = one.told
    uses = ngettext("%(count)s time", "%(count)s times", told.pairs)
    change = _("%(change)s points of 10") % {"change": f"{told.change:+.1f}"}
    if told.pairs > 1:
        between = _("likely %(low)s to %(high)s") % {
            "low": f"{told.low:+.1f}",
            "high": f"{told.high:+.1f}",
        }
    else:
        between = _("too early to tell")
    return FigureRow(
        _called(one),
        (
            Cell(
                _("rated"),
                Figure(
                    uses % {"count": told.pairs},
                    reverse("counted-uses", args=[one.technique]),
                ),
            ),
            Cell(_("change"), Figure(change)),
            Cell(_("range"), Figure(between)),
        ),
    )


def practice_of(person: Person) -> ListShown | None:
    """Return how practised answers changed, the first ones beside the latest."""
    done = over_time(person)
    if not done:
        return None
    told = ngettext(
        "%(count)s answer practised so far.",
        "%(count)s answers practised so far.",
        len(done),
    ) % {"count": first_number(len(done))}
    rows = tuple(_practised(done)) if len(done) >= _FEWEST_PRACTISED else ()
    if not rows:
        told += " " + _("From eight on, the first can be set beside the latest.")
    number_of = ngettext("%(count)s answer", "%(count)s answers", len(done))
    every = Figure(
        number_of % {"count": counted(len(done))}, reverse("counted-answers")
    )
    return ListShown(told, rows, reverse("practice"), (every,))


def _practised(done: Sequence[Practised]) -> Iterator[FigureRow]:
    for side, name in SIDES.items():
        halves = {half: _clear(half_of(done, half), side) for half in (FIRST, LATEST)}
        if all(judged for _count, judged in halves.values()):
            yield FigureRow(
                str(name),
                (
                    Cell(_("first"), _of(halves[FIRST], side, FIRST)),
                    Cell(_("latest"), _of(halves[LATEST], side, LATEST)),
                ),
            )


def _of(clear: tuple[int, int], side: Side, half: str) -> Figure:
    told = _("%(clear)s of %(judged)s") % {"clear": clear[0], "judged": clear[1]}
    return Figure(told, reverse("counted-answers", args=[side, half]))


def _clear(done: Sequence[Practised], side: Side) -> tuple[int, int]:
    """Return in how many answers a side was clear, and in how many it was asked."""
    bands = [one.bands.get(side) for one in done]
    judged = [
        band for band in bands if band in (Band.EMERGING, Band.CLEAR, Band.STRONG)
    ]
    return sum(band != Band.EMERGING for band in judged), len(judged)
