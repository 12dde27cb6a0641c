"""How forecasts and outcomes compare."""

from collections.abc import Sequence
from dataclasses import dataclass

# With fewer, a curve would be drawn from chance.
FEWEST_FORECASTS = 10
BINS = 5


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the person thought of their chance (0 to 1) before, and what came."""

    share: float
    got_it: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about one height: their mean, how many, how many came true."""

    mean: float
    count: int
    came_true: int


def brier(forecasts: Sequence[Forecast]) -> float | None:
    """Return the mean squared distance of forecast and outcome; None without any.

    0 is perfect, 0.25 is what saying one half every time gets.
    """
    if not forecasts:
        return None
    return sum((f.share - f.got_it) ** 2 for f in forecasts) / len(forecasts)


def place_of(share: float, bins: int = BINS) -> int:
    """Return which height a forecast is of, counted from 0."""
    return min(bins - 1, int(share * bins))


def reliability(forecasts: Sequence[Forecast], bins: int = BINS) -> list[Bin]:
    """Return forecasts by height, beside how often they came true; empty below ten."""
    if len(forecasts) < FEWEST_FORECASTS:
        return []
    grouped: dict[int, list[Forecast]] = {}
    for forecast in forecasts:
        grouped.setdefault(place_of(forecast.share, bins), []).append(forecast)
    return [_bin(grouped[place]) for place in sorted(grouped)]


def _bin(forecasts: Sequence[Forecast]) -> Bin:
    mean = sum(forecast.share for forecast in forecasts) / len(forecasts)
    return Bin(mean, len(forecasts), sum(f.got_it for f in forecasts))
