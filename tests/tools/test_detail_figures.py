from datetime import UTC, datetime

import pytest

from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.verdict import Details, Meaning, Passage, Reading, Verdict
from tools.detail_examples import Noted
from tools.detail_figures import (
    FIELDS,
    Found,
    same_moments,
    same_name,
    same_person,
    same_words,
    share_of,
)


@pytest.mark.parametrize(
    ("told", "said", "same"),
    [
        ("Hill Farm Ltd", "Hill Farm", True),
        ("Oda & Wren", "Odaandwren", True),
        ("Prairie State Hospital", "Hospital", False),
        ("Junior Clerk", "Clerk", False),
    ],
)
def test_a_part_of_a_name_is_not_the_name(told: str, said: str, *, same: bool) -> None:
    assert same_name(told, said) is same


@pytest.mark.parametrize("title", ["Dr", "Revd", "Rev.", "Sister", "Nurse", "Uncle"])
def test_titles_make_no_other_person(title: str) -> None:
    assert same_person(f"{title} Moira Keane", "Moira Keane")


def test_a_first_name_is_not_the_whole_name() -> None:
    assert not same_person("Moira Keane", "Moira")


def test_moments_are_compared_whatever_their_zone() -> None:
    ten = datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert same_moments("2026-03-02T11:00+01:00", (ten,))
    assert not same_moments("2026-03-02T11:00+00:00", (ten,))


def test_a_quote_may_hold_more_than_the_words_noted() -> None:
    quote = Passage("In the end we had no room for two.", 0, 34)
    assert same_words("no room for two", quote)
    assert not same_words("the roof has the money", quote)


@pytest.mark.parametrize(
    ("told", "said", "found"),
    [
        ("Acme", "Acme", Found.RIGHT),
        ("Acme", "Zenith", Found.WRONG),
        ("Acme", "", Found.MISSED),
        ("", "Acme", Found.INVENTED),
        ("", "", Found.SILENT),
    ],
)
def test_a_detail_comes_out_in_one_of_five_ways(
    told: str, said: str, found: Found
) -> None:
    mail = ParsedMail(digest=b"", sender=Address())
    noted = Noted("a:1", Meaning.REJECTION, mail, "UTC", {"employer": told})
    verdict = Verdict(Meaning.REJECTION, 1.0, needs_asking=False)
    reading = Reading("", "", verdict, Details(employer=said))
    assert FIELDS[0].outcome(noted, reading) is found


def test_a_share_has_its_doubt() -> None:
    share = share_of([True] * 9 + [False])
    assert share.low < share.value == 0.9 < share.high
