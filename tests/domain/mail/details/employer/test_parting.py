import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.details.employer.names import prettified, squeezed
from onward.domain.mail.details.employer.parting import LabelWords, parted, parted_by


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("hill-farm", "Hill Farm"),
        ("hillfarmdairy", "Hill Farm Dairy"),
        ("harrowvalves", "Harrow Valves"),
        ("sparrowandgill", "Sparrow and Gill"),
        ("quexlo", "Quexlo"),
        ("marlboroughstaffing", "Marlborough Staffing"),
        ("abc", "Abc"),
        ("bbc", "BBC"),
        ("local617", "Local617"),
        ("", ""),
    ],
)
def test_a_label_is_spelled_as_a_name(label: str, name: str) -> None:
    assert prettified(label) == name


@given(st.from_regex(r"[a-z]{1,70}", fullmatch=True))
def test_the_parts_are_the_label(label: str) -> None:
    assert "".join(parted(label)) == label


@given(st.text(max_size=40))
def test_any_label_is_spelled_somehow(label: str) -> None:
    assert squeezed(prettified(label)) == squeezed(label) or not label.isascii()


def test_the_commonest_words_win_and_the_last_has_its_own() -> None:
    known = LabelWords({"tern": 4.0, "and": 3.0, "tide": 5.0}, {"ide": 1.0})
    assert parted_by(known, "ternandtide") == ("tern", "and", "tide")
    assert parted_by(LabelWords({}, {}), "ternandtide") == ("ternandtide",)
