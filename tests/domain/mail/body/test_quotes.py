"""Lines that are passed over at once are none that would mean something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.body.quotes import (
    Mark,
    header_block_at,
    is_marked,
    is_quoted,
    lead_before,
    mark_in,
)

_PIECES = ["On 3 May ", "wrote", ":", ">", "--", "_", "From", "Sent: ", "a@b", " ", "*"]
_LINES = st.lists(st.lists(st.sampled_from(_PIECES)).map("".join), min_size=1)


@given(_LINES, st.integers(0, 3))
def test_a_line_that_is_not_marked_says_nothing_of_other_mail(
    lines: list[str], place: int
) -> None:
    place = min(place, len(lines) - 1)
    line = lines[place]
    if is_marked(line):
        return
    assert not is_quoted(line)
    assert mark_in(line) is Mark.NONE
    assert header_block_at(lines, place) == lead_before(lines, place) == 0


@pytest.mark.parametrize(
    "line", ["> so", "On Monday Jo wrote:", "-----", "From\uff1a Jo", "Jo wrote"]
)
def test_marked_lines_are_looked_at(line: str) -> None:
    assert is_marked(line)


def test_words_are_not_marked() -> None:
    assert not is_marked("We have decided to go on with others.")
