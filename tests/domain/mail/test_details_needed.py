import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.details_needed import is_possible, needed_by, plain
from onward.domain.mail.details_patterns import needed, patterns

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
    found = needed_by(re.compile(pattern, re.IGNORECASE))
    assert sorted(map(sorted, found)) == sorted(map(sorted, words))


@given(st.text("aApPlyY forROLE\u017f\u0131iInas\n", max_size=40))
def test_where_a_pattern_finds_something_it_is_possible(text: str) -> None:
    said = f"I apply for the role of {text} as a Nurse"
    for name in _NAMES:
        for pattern, words in zip(patterns(name), needed(name), strict=True):
            if pattern.search(said):
                assert is_possible(words, plain(said))


def test_letters_that_count_as_others_are_known() -> None:
    pattern = re.compile("interviews", re.IGNORECASE)
    text = "\u0131nterv\u0131ew\u017f"
    assert pattern.search(text)
    assert is_possible(needed_by(pattern), plain(text))
