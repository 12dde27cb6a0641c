"""The same figures as the reference code, where it is at hand."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.rates import jeffreys_rate, wilson_rate
from onward.domain.statistics.streaks import further_tries, run_somewhere, tries_for
from onward.domain.statistics.waiting_times import Wait, chance_of_never, survival

REFERENCE = Path(__file__).parents[4] / "shared" / "stats_reference.py"


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    return _reference()


@cache
def _reference() -> ModuleType:
    if not REFERENCE.exists():
        pytest.skip("the reference code is not at hand")
    spec = importlib.util.spec_from_file_location("stats_reference", REFERENCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("passes", [0, 1, 3, 7])
@pytest.mark.parametrize("misses", [0, 2, 9, 40])
def test_beliefs_agree(reference: ModuleType, passes: int, misses: int) -> None:
    belief = Beta(2 + passes, 8 + misses)
    a, b = belief.passes, belief.misses
    assert belief.interval() == pytest.approx(reference.cri(a, b), abs=1e-9)
    assert belief.below(0.1) == pytest.approx(reference.betainc(a, b, 0.1), abs=1e-9)
    assert belief.none_in(5) == pytest.approx(reference.p_none(a, b, 5), abs=1e-9)
    assert further_tries(0.8, belief) == reference.n_for_pred(0.8, a, b)


@pytest.mark.parametrize(("tries", "length"), [(5, 3), (20, 8), (60, 12)])
def test_runs_agree(reference: ModuleType, tries: int, length: int) -> None:
    expected = reference.run_at_least(tries, length, 0.83)
    assert run_somewhere(tries, length, 0.17) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("share", [0.03, 0.2, 0.5])
def test_tries_agree(reference: ModuleType, share: float) -> None:
    assert tries_for(0.8, share) == reference.n_for(0.8, share)


def test_intervals_and_waits_agree(reference: ModuleType) -> None:
    rate = wilson_rate(3, 17)
    assert (rate.low, rate.high) == pytest.approx(reference.wilson(3, 17), abs=1e-9)
    rows = [(3, True), (3, False), (5, True), (8, True), (8, True), (13, False)]
    expected = [row[3] for row in reference.kaplan_meier(rows)]
    waits = [Wait(days, "answer" if answered else "") for days, answered in rows]
    assert [p.share for p in survival(waits)] == pytest.approx(expected, abs=1e-9)
    assert chance_of_never(17, 0.3, 12, 0.7) == pytest.approx(
        reference.p_never(0.3, 17, 12, 0.7), abs=1e-9
    )


@hypothesis_settings(max_examples=25)
@given(
    st.floats(0.2, 30), st.floats(0.2, 60), st.integers(0, 30), st.floats(0.01, 0.99)
)
def test_any_belief_agrees(a: float, b: float, further: int, share: float) -> None:
    known, belief = _reference(), Beta(a, b)
    assert belief.interval() == pytest.approx(known.cri(a, b), abs=1e-9)
    assert belief.below(share) == pytest.approx(known.betainc(a, b, share), abs=1e-9)
    assert belief.none_in(further) == pytest.approx(
        known.p_none(a, b, further), abs=1e-9
    )


@hypothesis_settings(max_examples=40)
@given(st.integers(1, 40), st.data())
def test_any_count_agrees(cases: int, data: st.DataObject) -> None:
    known, passes = _reference(), data.draw(st.integers(0, cases))
    wilson, jeffreys = wilson_rate(passes, cases), jeffreys_rate(passes, cases)
    assert (wilson.low, wilson.high) == pytest.approx(
        known.wilson(passes, cases), abs=1e-9
    )
    assert (jeffreys.low, jeffreys.high) == pytest.approx(
        known.cri(0.5 + passes, 0.5 + cases - passes), abs=1e-9
    )
    length = data.draw(st.integers(1, cases))
    share = data.draw(st.floats(0.01, 0.99))
    assert run_somewhere(cases, length, share) == pytest.approx(
        known.run_at_least(cases, length, 1 - share), abs=1e-9
    )


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=40))
def test_any_waits_agree(rows: list[tuple[int, bool]]) -> None:
    expected = [row[1:] for row in _reference().kaplan_meier(rows)]
    waits = [Wait(days, "answer" if answered else "") for days, answered in rows]
    found = [(p.at_risk, p.answers, p.share) for p in survival(waits)]
    assert found == [pytest.approx(row, abs=1e-9) for row in expected]


@given(st.floats(0.5, 200), st.floats(0.01, 0.99), st.floats(1, 60), st.floats(0.2, 2))
def test_any_silence_agrees(
    days: float, never: float, median: float, sigma: float
) -> None:
    assert chance_of_never(days, never, median, sigma) == pytest.approx(
        _reference().p_never(never, days, median, sigma), abs=1e-9
    )
