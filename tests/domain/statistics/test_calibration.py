import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.statistics.calibration import Forecast, brier, reliability

FORECASTS = st.lists(
    st.builds(Forecast, share=st.floats(0, 1), got_it=st.booleans()), max_size=40
)


def test_the_score_is_the_mean_squared_distance() -> None:
    told = [Forecast(0.8, got_it=False), Forecast(0.4, got_it=True)]
    assert brier(told) == pytest.approx((0.64 + 0.36) / 2)
    assert brier([]) is None


def test_one_half_every_time_scores_a_quarter() -> None:
    assert brier([Forecast(0.5, got_it=n % 3 == 0) for n in range(9)]) == 0.25


@given(FORECASTS)
def test_every_forecast_is_in_one_bin_and_under_ten_none_is_drawn(
    forecasts: list[Forecast],
) -> None:
    bins = reliability(forecasts)
    if len(forecasts) < 10:
        assert bins == []
    else:
        assert sum(one.count for one in bins) == len(forecasts)
        assert sum(one.came_true for one in bins) == sum(f.got_it for f in forecasts)
