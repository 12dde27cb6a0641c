"""A text of any length is seen piece by piece, each piece once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.adapters.encoding.windows import Window, windows_in
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.encoder.words import END, MOST_PIECES

VOCABULARY = shipped_encoder().vocabulary


def own_starts(windows: list[Window]) -> list[int]:
    return [
        start
        for window in windows
        for start in window.pieces.starts[window.own :]
        if start >= 0
    ]


@pytest.mark.parametrize(
    "text",
    ["", "Good.", "You listened well. " * 120, "word " * 700, "a\n\nb\n" * 300],
)
def test_every_piece_is_read_once_and_in_order(text: str) -> None:
    windows = list(windows_in(text, VOCABULARY))
    starts = own_starts(windows)
    assert starts == sorted(starts)
    assert len(set(starts)) == len(text.replace(".", " .").split())
    assert all(len(window.pieces.ids) <= MOST_PIECES for window in windows)


def test_a_later_window_sees_some_of_the_one_before() -> None:
    first, second, *_ = windows_in("You listened well. " * 120, VOCABULARY)
    assert first.own == 1
    assert second.own > 1
    assert second.pieces.ids[1 : second.own] == first.pieces.ids[-second.own : -1]


def test_a_new_line_is_seen_as_an_end() -> None:
    (window,) = windows_in("Clear\nWarm", VOCABULARY)
    end = VOCABULARY.places[END]
    assert [place for place, one in enumerate(window.pieces.ids) if one == end] == [
        2,
        4,
    ]


@given(st.text(max_size=400))
def test_any_text_can_be_cut(text: str) -> None:
    starts = own_starts(list(windows_in(text, VOCABULARY)))
    assert all(0 <= start < len(text) for start in starts)
