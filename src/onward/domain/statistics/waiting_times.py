"""How long answers take, with those still awaited counted as awaited."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import erfc, exp, log, sqrt
from statistics import NormalDist

from onward.domain.statistics.beta import Beta

# Fewer answers are listed, not drawn as a curve.
FEWEST_FOR_A_CURVE = 8
_Z90 = 1.644854
# Half of all answers within ten days, the spread as usual for such times (assumed, and
# replaced by the person's own median from eight answers on).
USUAL_MEDIAN_DAYS, USUAL_SIGMA = 10.0, 0.8
_NEVER = 0.25
# How many never answer an application at all: no source for single ones was found.
SILENCE_AFTER_APPLYING = Beta(2, 2)


@dataclass(frozen=True, slots=True)
class Wait:
    """Days waited, and how the wait ended; an empty `cause` is still open."""

    days: float
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """The share still without an answer after so many days, with a 90 % band."""

    days: float
    at_risk: int
    answers: int
    share: float
    low: float
    high: float


def survival(waits: Iterable[Wait]) -> list[Point]:
    """Return the Kaplan-Meier curve: one point for each day with an answer.

    The band is log-log with Greenwood's variance, so that it stays within 0 and 1.
    """
    points: list[Point] = []
    share, spread = 1.0, 0.0
    for days, at_risk, causes in _by_day(waits):
        here = causes.total()
        if not here:
            continue
        share *= 1 - here / at_risk
        left = at_risk - here
        spread += here / (at_risk * left) if left else 0.0
        points.append(Point(days, at_risk, here, share, *_band(share, spread)))
    return points


def _by_day(waits: Iterable[Wait]) -> Iterator[tuple[float, int, Counter[str]]]:
    """Yield each day with how many still waited before it and what ended on it."""
    ends: dict[float, Counter[str]] = defaultdict(Counter)
    for wait in waits:
        ends[wait.days][wait.cause] += 1
    at_risk = sum(here.total() for here in ends.values())
    for days in sorted(ends):
        here = ends[days]
        gone = here.total()
        del here[""]
        yield days, at_risk, here
        at_risk -= gone


def _band(share: float, spread: float) -> tuple[float, float]:
    if not 0 < share < 1:
        return share, share
    width = _Z90 * sqrt(spread) / abs(log(share))
    return share ** exp(width), share ** exp(-width)


def median_days(points: Sequence[Point]) -> float | None:
    """Return the days after which half have an answer, or None if not yet half."""
    return next((point.days for point in points if point.share <= 1 / 2), None)


def cumulative_incidence(waits: Iterable[Wait]) -> dict[str, list[tuple[float, float]]]:
    """Return, for each way a wait can end, its share by day (Aalen-Johansen).

    One minus Kaplan-Meier for each way alone would say too much: a wait ends only once.
    """
    curves: dict[str, list[tuple[float, float]]] = {}
    waiting = 1.0
    for days, at_risk, causes in _by_day(waits):
        for cause in sorted(causes):
            curve = curves.setdefault(cause, [])
            reached = curve[-1][1] if curve else 0.0
            curve.append((days, reached + waiting * causes[cause] / at_risk))
        waiting *= 1 - causes.total() / at_risk
    return curves


def reached_by(curve: Sequence[tuple[float, float]], days: float) -> float:
    """Return what a curve has come to by a day."""
    place = bisect_right(curve, days, key=lambda point: point[0])
    return curve[place - 1][1] if place else 0.0


def chance_of_never(
    silent_days: float,
    never: float = _NEVER,
    median: float = USUAL_MEDIAN_DAYS,
    sigma: float = USUAL_SIGMA,
) -> float:
    """Return the probability that no answer comes after so many silent days.

    A mixture: a share `never` does not answer at all, the others by a lognormal time.
    """
    if silent_days <= 0:
        return never
    late = _later_than(silent_days, median, sigma)
    return never / (never + (1 - never) * late)


def even_after(
    never: float = _NEVER,
    median: float = USUAL_MEDIAN_DAYS,
    sigma: float = USUAL_SIGMA,
) -> float:
    """Return the silent days after which an answer and none are equally likely.

    Where most never answer anyway, that is from the first day on.
    """
    if never >= 1 / 2:
        return 0.0
    late = never / (1 - never)
    return median * exp(sigma * NormalDist().inv_cdf(1 - late))


def own_median(answered_days: Sequence[float]) -> float:
    """Return the median the mixture goes by: the person's own once eight answered."""
    if len(answered_days) < FEWEST_FOR_A_CURVE:
        return USUAL_MEDIAN_DAYS
    ordered = sorted(answered_days)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def own_never(prior: Beta, never_told: int, told: int) -> float:
    """Return the share that never answers, by the prior and the person's own count."""
    return prior.after(never_told, never_told + told).mean


def old_enough(
    median: float = USUAL_MEDIAN_DAYS,
    sigma: float = USUAL_SIGMA,
    late: float = 0.1,
) -> float:
    """Return the days after which less than `late` of those who answer still will.

    Only applications as old as this, or answered, count in a conversion.
    """
    return median * exp(sigma * NormalDist().inv_cdf(1 - late))


def _later_than(days: float, median: float, sigma: float) -> float:
    """Return the share of answers that take longer, by a lognormal time."""
    return 0.5 * erfc(log(days / median) / (sigma * sqrt(2)))
