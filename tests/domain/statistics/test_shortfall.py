from random import Random

from onward.domain.statistics.priors import PRIORS, Step
from onward.domain.statistics.shortfall import Measured, weakest
from onward.domain.statistics.standing import Tally


def named(tallies: dict[Step, Tally]) -> Step | None:
    steps = {step: Measured(tally, PRIORS[step]) for step, tally in tallies.items()}
    return weakest(steps, Random(1))


def test_the_step_that_clearly_falls_short_is_named() -> None:
    tallies = {
        Step.INTERVIEW: Tally(20, 90),
        Step.ROUND: Tally(1, 16),
        Step.OFFER: Tally(2, 9),
    }
    assert named(tallies) is Step.ROUND


def test_no_step_is_named_when_none_is_clear() -> None:
    assert named({Step.INTERVIEW: Tally(3, 30), Step.ROUND: Tally(4, 8)}) is None


def test_too_few_cases_name_no_step() -> None:
    assert named({Step.ROUND: Tally(0, 7)}) is None
    assert named({}) is None


def test_a_step_that_goes_better_than_usual_is_never_the_weakest() -> None:
    assert named({Step.OFFER: Tally(20, 22)}) is None
