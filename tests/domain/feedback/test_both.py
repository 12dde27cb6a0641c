"""Words and encoder are heard together; where the encoder is silent, words decide."""

import numpy as np

from onward.domain.feedback.both import border_by_both, kinds_by_both
from onward.domain.feedback.encoded import Encoded
from onward.domain.feedback.note import Kind
from onward.domain.feedback.weights import KINDS, NOTHING, Floats

STRENGTH, IMPROVEMENT = KINDS.index(Kind.STRENGTH), KINDS.index(Kind.IMPROVEMENT)


def chances(**shares: float) -> Floats:
    row = np.full(NOTHING + 1, 0.01, np.float32)
    for name, share in shares.items():
        row[KINDS.index(Kind(name))] = share
    return np.asarray(row / row.sum(), dtype=np.float32)


def encoded(*rows: Floats, begins: float = 0.0) -> Encoded:
    """Return what an encoder said of pieces of ten letters each."""
    return Encoded(
        tuple(10 * place for place in range(len(rows))),
        np.log(np.stack(rows)),
        np.full(len(rows), begins, np.float32),
        np.zeros((len(rows), 10), np.float32),
    )


LEVEL = chances(strength=0.4, improvement=0.41)


def test_without_an_encoder_words_decide() -> None:
    assert np.array_equal(kinds_by_both(LEVEL[None], [(0, 9)], None)[0], LEVEL)
    assert border_by_both(0.3, 5, None) == 0.3


def test_the_encoder_tips_what_words_leave_level() -> None:
    said = encoded(chances(strength=0.9))
    (row,) = kinds_by_both(LEVEL[None], [(0, 9)], said)
    assert row.argmax() == STRENGTH
    assert np.isclose(row.sum(), 1)


def test_only_the_pieces_of_a_stretch_are_heard_for_it() -> None:
    said = encoded(chances(strength=0.9), chances(improvement=0.9))
    rows = kinds_by_both(np.stack([LEVEL, LEVEL]), [(0, 9), (10, 19)], said)
    assert [row.argmax() for row in rows] == [STRENGTH, IMPROVEMENT]


def test_beyond_what_the_encoder_read_words_decide() -> None:
    said = encoded(chances(strength=0.9))
    assert np.array_equal(kinds_by_both(LEVEL[None], [(50, 90)], said)[0], LEVEL)
    assert border_by_both(0.3, 50, said) == 0.3


def test_a_border_is_likelier_where_the_encoder_sees_a_point_begin() -> None:
    row = chances(strength=0.9)
    high, low = (
        border_by_both(0.5, 10, encoded(row, row, begins=said)) for said in (3.0, -3.0)
    )
    assert low < 0.5 < high
