"""What is marked in a text is what the pieces of its windows are taught."""

import random

from onward.domain.feedback.note import Kind
from onward.domain.feedback.weights import KINDS, NOTHING
from onward.domain.mail.encoder.weights import shipped_encoder
from tools.feedback_encoder_lessons import (
    NO_NAME,
    PARTS,
    UNASKED,
    batches_of,
    parted,
    rows_of,
)
from tools.feedback_examples import Example, unmarked

VOCABULARY = shipped_encoder().vocabulary


def example(marked: str, manner: str = "plain") -> Example:
    return Example("made", "made:0", manner, *unmarked(marked))


def test_each_piece_is_taught_the_point_it_belongs_to() -> None:
    text = "{+CO|Clear} and {-|slow.} Thanks."
    (row,) = rows_of([example(text)], VOCABULARY)
    strength, improvement = KINDS.index(Kind.STRENGTH), KINDS.index(Kind.IMPROVEMENT)
    kinds = [strength, NOTHING, improvement, improvement, NOTHING, NOTHING]
    assert list(row.kinds) == [UNASKED, *kinds, UNASKED]
    assert list(row.begins) == [UNASKED, 1, 0, 1, 0, 0, 0, UNASKED]
    named = [one for one in row.competencies if one != UNASKED]
    assert named == [4, NO_NAME, NO_NAME]


def test_two_points_side_by_side_begin_twice() -> None:
    (row,) = rows_of([example("{+|Warm.}\n{+|Kind.}")], VOCABULARY)
    assert [one for one in row.begins if one != UNASKED] == [1, 0, 1, 0]


def test_all_rows_are_in_one_batch_each() -> None:
    rows = rows_of([example("{+|Good.} " * n) for n in range(1, 40)], VOCABULARY)
    batches = batches_of(rows, 200, random.Random(1))
    assert sorted(row.ids for batch in batches for row in batch) == sorted(
        row.ids for row in rows
    )
    for batch in batches:
        longest = max(len(row.ids) for row in batch)
        assert len(batch) == 1 or longest * len(batch) <= 200


def test_every_text_is_held_out_once_and_no_line_ever() -> None:
    texts = [example(f"{{+|Good {n}.}}") for n in range(20)]
    lines = [example(f"{{-|Late {n}.}}", "line") for n in range(5)]
    held = [parted([*texts, *lines], number)[1] for number in range(PARTS)]
    assert sorted(each.text for some in held for each in some) == sorted(
        each.text for each in texts
    )
