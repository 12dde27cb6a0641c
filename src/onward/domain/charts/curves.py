"""Curves over days: a share that falls in steps, and shares laid on one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onward.domain.charts.scales import STRETCHED, per_cent, told, week_marks

HEIGHT = 200.0
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on an axis: where it is and what it says."""

    place: str
    value: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A falling share with its band, as paths in the stretched drawing."""

    height: str
    line: str
    band: str
    days: tuple[Mark, ...]
    shares: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """One share of several laid on one another; `reading_y` is for its words."""

    key: str
    path: str
    reading_y: str
    share: float


@dataclass(frozen=True, slots=True)
class Areas:
    """All of them, from the bottom up."""

    height: str
    areas: tuple[Area, ...]
    days: tuple[Mark, ...]


def falling(
    points: Sequence[tuple[float, float, float, float]], longest: float
) -> Curve:
    """Draw a share that begins at 1: day, share, and the ends of its band."""
    marks = week_marks(longest)
    last = float(marks[-1])
    known = [(0.0, 1.0, 1.0, 1.0), *(point for point in points if point[0] <= last)]
    line = _steps([(day, share) for day, share, _, _ in known], last)
    low = _steps([(day, low) for day, _, low, _ in known], last)
    high = _steps([(day, high) for day, _, _, high in known], last)
    return Curve(
        height=told(HEIGHT),
        line=_path(line, last),
        band=f"{_path(high, last)}L{_path(low[::-1], last)[1:]}Z",
        days=tuple(Mark(per_cent(day / last), day) for day in marks),
        shares=tuple(Mark(told(_y(cent / 100)), cent) for cent in (100, 50, 0)),
    )


def stacked(curves: Mapping[str, Points], longest: float) -> Areas:
    """Lay shares that each grow in steps on one another, the first at the bottom."""
    marks = week_marks(longest)
    last = float(marks[-1])
    days = sorted(
        {day for points in curves.values() for day, _ in points if day <= last}
    )
    below = [(day, 0.0) for day in [0.0, *days]]
    areas = []
    for key, points in curves.items():
        above = [(day, base + _at(points, day)) for day, base in below]
        upper, lower = _steps(above, last), _steps(below, last)
        share = above[-1][1] - below[-1][1]
        middle = (above[-1][1] + below[-1][1]) / 2
        path = f"{_path(upper, last)}L{_path(lower[::-1], last)[1:]}Z"
        areas.append(Area(key, path, told(_y(middle)), share))
        below = above
    days_marked = tuple(Mark(per_cent(day / last), day) for day in marks)
    return Areas(told(HEIGHT), tuple(areas), days_marked)


def place_of(day: float, longest: float) -> str:
    """Return where a day lies on the axis of a curve; empty if beyond it."""
    last = week_marks(longest)[-1]
    return per_cent(day / last) if 0 < day <= last else ""


def _at(points: Points, day: float) -> float:
    return max((share for when, share in points if when <= day), default=0.0)


def _steps(points: Points, last: float) -> list[tuple[float, float]]:
    """Return the corners of steps: a value holds until the next day that changes it."""
    corners: list[tuple[float, float]] = []
    for day, value in points:
        if corners:
            corners.append((day, corners[-1][1]))
        corners.append((day, value))
    corners.append((last, corners[-1][1]))
    return corners


def _path(corners: Points, last: float) -> str:
    places = (
        f"{told(STRETCHED * day / last)} {told(_y(value))}" for day, value in corners
    )
    return f"M{'L'.join(places)}"


def _y(share: float) -> float:
    return HEIGHT * (1 - share)
