"""Who is named without a capital."""

import pytest

from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.named import people_named
from onward.domain.mail.details.people.small import names_in_small

_AROUND = Around("Nell Adair", frozenset({"oscar"}))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("its only gonna be me and wenko in the van", ["Wenko"]),
        ("me you and zuzka can have a look at it", ["Zuzka"]),
        ("tomas & me will be in the shed from six", ["Tomas"]),
        ("good evening, mrs penrose wants a word about the hours", ["Mrs Penrose"]),
        ("my dad (martin) is coming along", ["Martin"]),
        ("karen says half four is fine", ["Karen"]),
        ("come and see stefan by the lathe", ["Stefan"]),
    ],
)
def test_a_name_may_have_no_capital(text: str, names: list[str]) -> None:
    assert [one[2] for one in names_in_small(f"\n{text}", _AROUND)] == names


@pytest.mark.parametrize(
    "text",
    [
        "I shall be joined by Tam Hale.",
        "me and the lads will be there",
        "ring me and not the depot",
        "it is between you and me",
        "someone from stores and me will be there",
        "she spoke with me and with Tam Hale",
        "the will says nothing and the bill is yours",
        "nell and me",
        "hello mr oscar",
        "let me and we will see",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    assert [*names_in_small(f"\n{text}", _AROUND)] == []


def test_whoever_is_named_without_a_capital_is_among_the_people() -> None:
    named = people_named("\nit'll be me n baz, bring boots", _AROUND)
    assert [(one.name, one.places[0].is_titled) for one in named] == [("Baz", False)]
