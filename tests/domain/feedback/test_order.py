import numpy as np
import pytest

from onward.domain.feedback.note import Kind
from onward.domain.feedback.order import BEGINNING, Follows, follows, in_order
from onward.domain.feedback.weights import KINDS, NOTHING

PRAISE, LACK = KINDS.index(Kind.STRENGTH), KINDS.index(Kind.IMPROVEMENT)
LEVEL = np.full((2, NOTHING + 1), 1 / (NOTHING + 1), np.float32)


def order(step: Follows, before: int, after: int) -> np.ndarray:
    found = np.zeros((len(Follows), NOTHING + 2, NOTHING + 1), np.float32)
    found[step, before, after] = 2.0
    return found


@pytest.mark.parametrize(
    ("text", "before", "place", "expected"),
    [
        ("You shone.", None, (0, 10), Follows.FIRST),
        ("Good, but slow.", (0, 4), (6, 15), Follows.TURN),
        ("Good; quick.", (0, 4), (6, 12), Follows.SAME_SENTENCE),
        ("Good. Quick.", (0, 5), (6, 12), Follows.NEXT_SENTENCE),
        ("- good\n- quick", (2, 6), (9, 14), Follows.NEXT_SENTENCE),
        ("Good.\n\nQuick.", (0, 5), (7, 13), Follows.NEXT_PARAGRAPH),
    ],
)
def test_a_stretch_follows_in_one_of_five_ways(
    text: str,
    before: tuple[int, int] | None,
    place: tuple[int, int],
    expected: Follows,
) -> None:
    assert follows(text, before, place) is expected


def test_where_words_say_nothing_the_usual_order_does() -> None:
    steps = [Follows.FIRST, Follows.TURN]
    usual = order(Follows.TURN, PRAISE, LACK) + order(Follows.FIRST, BEGINNING, PRAISE)
    seen = in_order(LEVEL, steps, usual)
    assert seen.argmax(axis=1).tolist() == [PRAISE, LACK]
    assert seen.sum(axis=1) == pytest.approx([1, 1])


def test_clear_words_go_before_the_usual_order() -> None:
    sure = LEVEL.copy()
    sure[0] = 0.001
    sure[0, LACK] = 1.0
    usual = order(Follows.FIRST, BEGINNING, PRAISE)
    seen = in_order(sure, [Follows.FIRST, Follows.NEXT_SENTENCE], usual)
    assert int(seen[0].argmax()) == LACK
