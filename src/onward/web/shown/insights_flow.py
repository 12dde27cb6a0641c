"""Draws the journey of every application, and tells the same as a table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.charts.flow import Box, Flow, flow, links_of
from onward.domain.odds.courses import Fate
from onward.domain.odds.groups import Reached, ended_at, ended_later, way_of, went_on
from onward.web.shown.insights import (
    Cell,
    FigureRow,
    FlowBox,
    FlowDrawn,
    FlowRibbon,
    FlowShown,
    Picture,
)
from onward.web.shown.insights_known import Known
from onward.web.shown.insights_words import (
    FATES,
    POINTS,
    SHORT_FATES,
    SHORT_POINTS,
    counted,
    per_hundred,
)

_WIDE_LINE, _NARROW_LINE = 30.0, 42.0
_OF_AN_OFFER = (Fate.ACCEPTED, Fate.DECLINED, Fate.TAKEN_BACK)
_ENDS = (Fate.OPEN, Fate.NO, Fate.SILENT, Fate.WITHDRAWN)
# On a phone there is no room for a column each: later talks go together, and what
# became of an offer stands in the table.
_TOGETHER = {Reached.LATER: Reached.SECOND}
_Way = tuple[str, ...]


def flow_of(known: Known) -> FlowShown:
    """Return the journey as a picture for each width, and as a table."""
    said = _said(known)
    return FlowShown(
        drawn=(
            _drawn(known, "wide", said, _wide(known)),
            _drawn(known, "narrow", said, _narrow(known)),
        ),
        rows=tuple(_rows(known)),
    )


def _wide(known: Known) -> Flow:
    ways: Counter[_Way] = Counter()
    for course, count in known.courses.items():
        way = way_of(course)
        ways[(*way, ended_at(way[-1], course.fate))] += count
    return flow(_columns(tuple(Reached)), links_of(ways), _WIDE_LINE)


def _narrow(known: Known) -> Flow:
    ways: Counter[_Way] = Counter()
    for course, count in known.courses.items():
        way = tuple(dict.fromkeys(_TOGETHER.get(p, p) for p in way_of(course)))
        end = () if way[-1] is Reached.OFFER else (_ended(way[-1], course.fate),)
        ways[(*way, *end)] += count
    points = tuple(point for point in Reached if point not in _TOGETHER)
    return flow(_columns(points), links_of(ways), _NARROW_LINE)


def _ended(point: Reached, fate: Fate) -> str:
    """Return how something ended at a point that stands for all later ones too."""
    return ended_later(fate) if point is Reached.SECOND else ended_at(point, fate)


def _columns(points: tuple[Reached, ...]) -> list[list[str]]:
    """Return what stands below one another: a point, and what ended before it."""
    columns: list[list[str]] = [[points[0]]]
    for before, point in pairwise(points):
        ends = [ended_at(before, fate) for fate in _ENDS]
        if before is Reached.SECOND:
            ends += [ended_later(fate) for fate in _ENDS]
        columns.append([point, *ends])
    columns.append([ended_at(points[-1], fate) for fate in (*_OF_AN_OFFER, *_ENDS)])
    return columns


def _drawn(known: Known, width: str, said: str, drawn: Flow) -> FlowDrawn:
    labels = _labels()
    picture = Picture(f"flow-{width}", _("The journey of your applications"), said)
    return FlowDrawn(
        width=width,
        picture=picture,
        height=drawn.height,
        boxes=tuple(_box(known, box, *labels[box.key]) for box in drawn.boxes),
        ribbons=tuple(
            FlowRibbon(ribbon.path, _tone(ribbon.target)) for ribbon in drawn.ribbons
        ),
    )


def _box(known: Known, box: Box, label: str, short: str) -> FlowBox:
    return FlowBox(
        x=box.x,
        y=box.y,
        height=box.height,
        reading_y=box.reading_y,
        tone=_tone(box.key),
        label=label,
        short=short,
        figure=known.figure(box.key),
    )


def _labels() -> Mapping[str, tuple[str, str]]:
    points = {
        str(point): (str(POINTS[point]), str(SHORT_POINTS[point])) for point in Reached
    }
    ends = {
        ended_at(point, fate): (str(FATES[fate]), str(SHORT_FATES[fate]))
        for point in Reached
        for fate in Fate
    }
    later = {
        ended_later(fate): (str(FATES[fate]), str(SHORT_FATES[fate])) for fate in Fate
    }
    return points | ends | later


def _tone(key: str) -> str:
    """Return how something is drawn: what goes on, what is open, or how it ended."""
    if key in set(Reached):
        return "on"
    return next(fate for fate in Fate if key.endswith(f"-{fate}"))


def _rows(known: Known) -> Iterator[FigureRow]:
    applied = known.sizes[Reached.APPLIED]
    for point in Reached:
        count = known.sizes[point]
        if not count:
            continue
        share = per_hundred(count, applied) if point is not Reached.APPLIED else ""
        yield FigureRow(
            str(POINTS[point]),
            (
                Cell(_("came here"), known.figure(point, f"{counted(count)}{share}")),
                _further(known, point),
                *(
                    Cell(
                        str(FATES[fate]).lower(),
                        known.figure(ended_at(point, fate)),
                    )
                    for fate in _ENDS
                ),
            ),
        )


def _further(known: Known, point: Reached) -> Cell:
    """Return how many went on; from an offer nobody does, it is taken or not."""
    if point is Reached.OFFER:
        group = ended_at(point, Fate.ACCEPTED)
        told = _("%(count)s accepted") % {"count": counted(known.sizes[group])}
        return Cell("", known.figure(group, told))
    return Cell(_("went on"), known.figure(went_on(point)))


def _said(known: Known) -> str:
    """Return what the picture shows, in the words of somebody who reads it aloud."""
    reached = [
        _("%(point)s: %(count)s")
        % {"point": POINTS[point], "count": counted(known.sizes[point])}
        for point in Reached
        if known.sizes[point]
    ]
    ends = Counter[Fate]()
    for course, count in known.courses.items():
        ends[course.fate] += count
    ended = [
        _("%(fate)s: %(count)s") % {"fate": FATES[fate], "count": counted(ends[fate])}
        for fate in Fate
        if ends[fate]
    ]
    total = known.sizes[Reached.APPLIED]
    head = ngettext("%(count)s application.", "%(count)s applications.", total)
    return " ".join(
        [
            head % {"count": counted(total)},
            "; ".join(reached) + ".",
            "; ".join(ended) + ".",
        ]
    )
