"""The beta distribution: what is believed of a share after some tries."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma, log, log1p

_STEPS = 400
_CLOSE = 1e-14
_TINY = 1e-300
_HALVINGS = 200


@dataclass(frozen=True, slots=True)
class Beta:
    """A belief about a share: `passes` and `misses` are counts, prior ones included."""

    passes: float
    misses: float

    @property
    def mean(self) -> float:
        """The share expected."""
        return self.passes / (self.passes + self.misses)

    def after(self, passes: int, cases: int) -> "Beta":
        """Return the belief once so many of so many cases have passed."""
        return Beta(self.passes + passes, self.misses + cases - passes)

    def below(self, share: float) -> float:
        """Return the probability that the share lies below this one."""
        return incomplete_beta(self.passes, self.misses, share)

    def quantile(self, probability: float) -> float:
        """Return the share that the true one lies below with this probability."""
        return _quantile(self.passes, self.misses, probability)

    def interval(self, level: float = 0.9) -> tuple[float, float]:
        """Return the two ends the share lies between with this probability."""
        tail = (1 - level) / 2
        return self.quantile(tail), self.quantile(1 - tail)

    def none_in(self, tries: int) -> float:
        """Return the probability of not one pass in so many further tries.

        B(a, b+k) / B(a, b), the beta-binomial at zero: the doubt about the share itself
        is in it.
        """
        return exp(
            log_beta(self.passes, self.misses + tries)
            - log_beta(self.passes, self.misses)
        )


def log_beta(a: float, b: float) -> float:
    """Return the logarithm of the beta function."""
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b).

    Lentz's continued fraction (Numerical Recipes 6.4); it converges fast on the side
    of the mean that the mirror rule chooses.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = exp(a * log(x) + b * log1p(-x) - log_beta(a, b))
    return front * (_fraction(a, b, x) - 1) / a


def _fraction(a: float, b: float, x: float) -> float:
    value, c, d = 1.0, 1.0, 0.0
    for step in range(_STEPS):
        part = _numerator(a, b, x, step)
        d = 1 + part * d
        d = 1 / (d if abs(d) >= _TINY else _TINY)
        c = 1 + part / c
        c = c if abs(c) >= _TINY else _TINY
        value *= c * d
        if abs(1 - c * d) < _CLOSE:
            break
    return value


def _numerator(a: float, b: float, x: float, step: int) -> float:
    half = step // 2
    if step == 0:
        return 1.0
    if step % 2 == 0:
        return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
    return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))


@lru_cache(maxsize=4096)
def _quantile(a: float, b: float, probability: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if incomplete_beta(a, b, middle) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2
