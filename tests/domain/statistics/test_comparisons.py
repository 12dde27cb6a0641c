from random import Random

import pytest

from onward.domain.statistics.beta import Beta
from onward.domain.statistics.comparisons import chance_of_better, is_encouraging

EARLIER = Beta(2, 8).after(0, 6)


@pytest.mark.parametrize(("passes", "chance"), [(1, 0.73), (2, 0.86)])
def test_a_first_offer_after_a_change_is_no_proof(passes: int, chance: float) -> None:
    later = Beta(2, 8).after(passes, 5)
    assert chance_of_better(EARLIER, later, Random(5)) == pytest.approx(
        chance, abs=0.015
    )


def test_encouraging_begins_above_eight_in_ten() -> None:
    assert is_encouraging(0.86)
    assert not is_encouraging(0.73)
