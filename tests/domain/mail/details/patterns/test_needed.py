import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.details.patterns.met import bits_of, unmet_in
from onward.domain.mail.details.patterns.needed import needed_by
from onward.domain.mail.details.patterns.read import (
    Guarded,
    any_of,
    found_by_any,
    is_one_of,
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
    assert not bits_of([frozenset({"interviews"})]) & unmet_in(text)


def test_a_text_meets_the_needs_whose_words_stand_anywhere_in_its_own() -> None:
    needs = [each for name in _NAMES for each in patterns(name)]
    long = "x" * 50 + "application"
    for pattern in (each for each in needs if "application" in each.spelled):
        assert pattern.needs & unmet_in("") == pattern.needs
        met = unmet_in("Re: jobapplications-2") ^ unmet_in("")
        assert pattern.needs & met == pattern.needs & (unmet_in(long) ^ unmet_in(""))


def test_what_any_pattern_finds_is_found_by_those_that_may() -> None:
    text = "Then you will meet Ada. On the panel is Bo; you'll speak to Cy Day."
    for start in (0, 5, 24):
        found = found_by_any("panel_follows", text, start, len(text))
        free = any_of("panel_follows").finditer(text, start, len(text))
        assert [one.span() for one in found] == [one.span() for one in free]


def test_words_are_one_of_some_only_as_a_whole() -> None:
    assert is_one_of("trades", "barber")
    assert not is_one_of("trades", "barber in town")
    assert not is_one_of("trades", "Tuesday")


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
