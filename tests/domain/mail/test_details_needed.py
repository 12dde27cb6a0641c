import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.details_needed import is_possible, needed_by, plain
from onward.domain.mail.details_patterns import (
    Guarded,
    any_of,
    patterns,
    speaks_of,
    weighted_patterns,
)

_WEIGHTED = ("employer_in_subject", "employer_in_line", "employer_in_text")
_NAMES = ("role_told", "role_in_text", "role_in_line", "role_in_subject")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("apply for", [{"apply for"}]),
        ("(?:role|post) of", [{"role", "post"}, {" of"}]),
        ("(?:very )?good", [{"good"}]),
        ("(?:role|.)", []),
        ("(?:ab){2,3}[cd]e+", [{"ab"}]),
        ("x|(?:yes|no)", []),
        ("(?P<role>Nurse)", [{"nurse"}]),
        (r"\w+", []),
    ],
)
def test_a_pattern_needs_the_words_that_stand_in_it(
    pattern: str, words: list[set[str]]
) -> None:
    found = needed_by(pattern, re.IGNORECASE)
    assert sorted(map(sorted, found)) == sorted(map(sorted, words))


@given(st.text("aApPlyY forROLE\u017f\u0131iInas\n", max_size=40))
def test_a_guarded_pattern_finds_what_it_finds_unguarded(text: str) -> None:
    said = f"I apply for the role of {text} as a Nurse at Hill {text} Farm"
    for pattern in _guarded():
        free = re.compile(pattern.spelled, pattern.flags)
        found = [match.span() for match in pattern.finditer(said)]
        assert found == [match.span() for match in free.finditer(said)]


def _guarded() -> Iterator[Guarded]:
    for name in _NAMES:
        yield from patterns(name)
    for name in _WEIGHTED:
        yield from (pattern for _, pattern in weighted_patterns(name))


def test_letters_that_count_as_others_are_known() -> None:
    text = "\u0131nterv\u0131ew\u017f"
    assert re.search("interviews", text, re.IGNORECASE)
    assert is_possible(needed_by("interviews", re.IGNORECASE), plain(text))


@pytest.mark.parametrize("name", ["stage_final", "stage_came", "feedback_offered"])
@pytest.mark.parametrize(
    "text",
    [
        "Thank you for coming to the interview; the final two were both strong.",
        "If you would like feedback, please ring me and we will talk it through.",
        "Your parcel is on its way.",
        "",
    ],
)
def test_a_text_speaks_of_what_any_of_the_patterns_finds(name: str, text: str) -> None:
    assert speaks_of(name, text) == bool(any_of(name).search(text))
