import re

import pytest

from onward.domain.mail.details.patterns.begun import begun_as_read, begun_by, places_in
from onward.domain.mail.details.patterns.read import every_pattern
from tools.mail_examples import OWN

EITHER_CASE = re.IGNORECASE


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        (r"\b(?:the|our)\s\w+", {"th", "ou"}),
        (r"\ban?\s\w+", {"an", "a "}),
        (r"\bI'm", {"i "}),
        (r"\b(?:very\s)?glad", {"ve", "gl"}),
        (r"\b[Ww]e\b", {"we"}),
        (r"\ba\w+", {"a*"}),
        (r"\b(?=x)feed", {"fe"}),
    ],
)
def test_a_pattern_tells_how_it_begins(pattern: str, begun: set[str]) -> None:
    assert begun_as_read(pattern, EITHER_CASE) == frozenset(begun)


@pytest.mark.parametrize("pattern", ["the role", r"\b\w+ role", r"\b\(a", r"^The", ""])
def test_of_some_patterns_nothing_is_known(pattern: str) -> None:
    assert begun_as_read(pattern, EITHER_CASE) is None


def test_places_are_told_in_order_whatever_the_case() -> None:
    begun = frozenset({"fe", "se", "a "})
    assert places_in("A fee, the FEE and a \u017fea", begun) == [0, 2, 11, 19, 21]


def test_a_sign_that_is_two_in_small_letters_makes_no_places() -> None:
    assert places_in("\u0130stanbul fee", frozenset({"fe"})) is None


def test_everything_is_found_where_patterns_begin() -> None:
    text = (OWN / "build" / "noes-01.txt").read_text("utf-8")[:12_000]
    for pattern in every_pattern():
        everywhere = [found.span() for found in pattern.compiled.finditer(text)]
        assert [found.span() for found in pattern.finditer(text)] == everywhere
        assert begun_by(pattern.spelled, pattern.flags) == begun_as_read(
            pattern.spelled, pattern.flags
        )
