"""Reruns the simulations behind the fixed rules of the odds view.

Run as `python -m bench.odds [--people 60000] [--markdown FILE]`. How often each rule
flags people whose true chance is known, and how often the best of a field is chosen;
each beside the figure the rule was fixed with, which was itself rounded, and whether
they agree within three times the sampling error.
"""

import argparse
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from random import Random

from onward.domain.statistics.noise import (
    PANEL,
    SEPARATE,
    ahead_is_chosen,
    best_is_chosen,
)
from onward.domain.statistics.priors import PRIORS, Step
from onward.domain.statistics.standing import Standing, Tally, standing_of

INTERVIEWS = 30
# True chance of an offer, and the share of people flagged within 30 interviews.
FLAGGED = {0.27: 0.01, 0.20: 0.044, 0.15: 0.12, 0.10: 0.30, 0.05: 0.66}
CHOSEN = {
    (2, SEPARATE): 0.73,
    (4, SEPARATE): 0.55,
    (6, SEPARATE): 0.47,
    (2, PANEL): 0.83,
    (4, PANEL): 0.70,
    (6, PANEL): 0.65,
}
AHEAD = {(4, SEPARATE): 0.44, (4, PANEL): 0.51}
_FLAGS = {
    (passes, cases): standing_of(Tally(passes, cases), PRIORS[Step.OFFER])
    is Standing.WORTH_A_LOOK
    for cases in range(INTERVIEWS + 1)
    for passes in range(cases + 1)
}


def flagged_share(chance: float, people: int, rng: Random) -> float:
    """Return the share of people flagged at least once, looked at after each."""
    return sum(_is_flagged(chance, rng) for _ in range(people)) / people


def _is_flagged(chance: float, rng: Random) -> bool:
    passes = 0
    for cases in range(1, INTERVIEWS + 1):
        passes += rng.random() < chance
        if _FLAGS[passes, cases]:
            return True
    return False


def lines(people: int, seed: int) -> Iterator[str]:
    """Yield the tables as markdown."""
    rng = Random(seed)  # noqa: S311 - a simulation, to be repeated
    yield "| true chance of an offer | flagged within 30 interviews | fixed with | |"
    yield "| ---: | ---: | ---: | --- |"
    for chance, expected in FLAGGED.items():
        found = flagged_share(chance, people, rng)
        yield f"| {chance:.2f} | {_beside(found, expected, people)} |"
    yield ""
    yield "| finalists | agreement of interviewers | best is chosen | fixed with | |"
    yield "| ---: | ---: | ---: | ---: | --- |"
    for (field, agreement), expected in CHOSEN.items():
        found = best_is_chosen(field, agreement, rng, people)
        yield f"| {field} | {agreement} | {_beside(found, expected, people)} |"
    yield ""
    yield "| finalists | agreement | one deviation ahead is chosen | fixed with | |"
    yield "| ---: | ---: | ---: | ---: | --- |"
    for (field, agreement), expected in AHEAD.items():
        found = ahead_is_chosen(field, agreement, rng, draws=people)
        yield f"| {field} | {agreement} | {_beside(found, expected, people)} |"


def agrees(found: float, expected: float, people: int) -> bool:
    """Tell whether a share is the expected one but for chance and for rounding."""
    rounded = 0.0005 if f"{expected:.3f}"[-1] != "0" else 0.005
    error = sqrt(2 * expected * (1 - expected) / people)
    return abs(found - expected) <= 3 * error + rounded


def _beside(found: float, expected: float, people: int) -> str:
    said = "agrees" if agrees(found, expected, people) else "differs"
    return f"{found:.1%} | {expected:.1%} | {said}"


def main() -> None:
    """Print the tables, and keep them if asked to."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=60_000)
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--markdown", type=Path)
    told = asked.parse_args()
    table = list(lines(told.people, told.seed))
    print("\n".join(table))
    if told.markdown:
        told.markdown.write_text("\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
