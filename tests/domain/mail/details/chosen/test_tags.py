from itertools import product
from math import inf
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.details.chosen.tags import (
    KINDS,
    OUTSIDE_LESS,
    TAGS,
    Kind,
    Span,
    best_tags,
    by_words,
    shipped_words,
    spans_in,
    words_from,
)
from onward.domain.mail.details.chosen.tokens import ROWS, tokens_of
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.message import Address

NOBODY = Address()
TEXT = "the kelp forager job, Kelp Forager"
O, B, I = 0, 1, 2  # noqa: E741 - as the field writes them
SURE = 9.0


def odds_of(tags: list[int]) -> Floats:
    """Return odds by which each word surely has its tag, of each kind."""
    row = np.eye(TAGS, dtype=np.float32)[tags] * SURE
    return np.concatenate([row] * len(KINDS), axis=1)


def names(tags: list[int], text: str = TEXT) -> list[str]:
    found = spans_in(odds_of(tags), Kind.ROLE, tokens_of(text), text)
    return [span.name for span in found]


def test_a_name_begins_and_goes_on() -> None:
    assert names([O, B, I, O, O, O, O]) == ["kelp forager"]


def test_nothing_goes_on_that_has_not_begun() -> None:
    assert names([I, O, O, O, O, O, O]) in ([], ["the"])
    assert names([O, O, I, I, O, O, O]) != ["forager job"]


def test_two_names_may_touch() -> None:
    assert names([O, B, B, O, O, O, O]) == ["kelp", "forager"]


def test_a_name_said_twice_is_likelier_and_spelled_with_its_capitals() -> None:
    tokens = tokens_of(TEXT)
    doubtful = odds_of([O, B, I, O, O, B, I])
    doubtful[[1, 2, 5, 6]] *= 0.1
    (two,) = spans_in(doubtful, Kind.ROLE, tokens, TEXT)
    (one,) = spans_in(doubtful[:5], Kind.ROLE, tokens[:5], TEXT)
    assert two.name == "Kelp Forager"
    assert two.chance > one.chance


def test_each_kind_has_columns_of_its_own() -> None:
    odds = odds_of([O] * 7)
    odds[:, TAGS:] = odds_of([O, O, O, O, O, B, I])[:, TAGS:]
    tokens = tokens_of(TEXT)
    assert spans_in(odds, Kind.ROLE, tokens, TEXT) == []
    assert spans_in(odds, Kind.EMPLOYER, tokens, TEXT)[0].name == "Kelp Forager"


def test_rows_that_say_nothing_are_not_stored() -> None:
    stored: dict[str, npt.NDArray[Any]] = {
        "places": np.array([3, 9], np.uint32),
        "rows": np.array([[1, 0], [0, -2]], np.int8),
        "step": np.array([0.5, 0.25]),
        "bias": np.array([0.0, 1.0]),
    }
    weights = words_from(stored)
    assert weights.rows.shape == (ROWS, 2)
    assert weights.rows[9].tolist() == [0, -2]
    assert not weights.rows[4].any()


def test_words_say_something_of_each_tag_of_each_kind() -> None:
    tokens = tokens_of(TEXT)
    odds = by_words(tokens, TEXT, NOBODY, shipped_words())
    assert odds.shape == (len(tokens), len(KINDS) * TAGS)


def test_a_span_tells_how_likely_it_is() -> None:
    (span,) = spans_in(odds_of([O, B, I, O, O, O, O]), Kind.ROLE, tokens_of(TEXT), TEXT)
    assert isinstance(span, Span)
    assert 0.99 < span.chance <= 1


@given(
    st.lists(st.tuples(*[st.floats(-9, 9, width=32)] * TAGS), min_size=1, max_size=6)
)
def test_the_likeliest_row_of_tags_is_found(rows: list[tuple[float, ...]]) -> None:
    def worth(tags: tuple[int, ...]) -> float:
        steps = zip((O, *tags), tags, strict=False)
        if any(tag == I and before == O for before, tag in steps):
            return -inf
        return sum(
            row[tag] - OUTSIDE_LESS * (tag == O)
            for row, tag in zip(rows, tags, strict=True)
        )

    found = tuple(best_tags(rows))
    best = max(map(worth, product(range(TAGS), repeat=len(rows))))
    assert worth(found) == pytest.approx(best)
