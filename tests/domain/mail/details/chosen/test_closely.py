import numpy as np
import pytest

from onward.domain.mail.details.chosen.closely import (
    COMES,
    STAYS,
    is_perhaps_between,
    names_in,
    organised_closely,
    with_reading,
)
from onward.domain.mail.details.chosen.tags import KINDS, TAGS
from onward.domain.mail.details.chosen.tokens import tokens_of
from onward.domain.mail.details.closely.reading import NAMED, CloseReading
from onward.domain.mail.details.employer.employer import UNTOLD, Organisations
from onward.domain.mail.language import Language
from onward.domain.mail.message import Address

SENDER = Address("Jo Lund", "jo@rookstaffing.example")
TEXT = "Welder\n\nHarrow Steel said yes. Jo, Rook Staffing"


def reading(log_odds: float, *, names: str = "") -> CloseReading:
    """Make one that says of an agency's name where it stands, and how likely one is."""
    tokens = tokens_of(TEXT)
    tags = np.zeros((len(tokens), len(NAMED) * TAGS), np.float32)
    tags[:, ::TAGS] = 9
    first = NAMED.index("agency") * TAGS
    at = TEXT.index(names) if names else -1
    for row, token in enumerate(tokens):
        if names and at <= token.start < at + len(names):
            tags[row, first : first + TAGS] = (
                (0, 9, 0) if token.start == at else (0, 0, 9)
            )
    starts = tuple(token.start for token in tokens)
    return CloseReading(starts, tags, np.ones(7, np.float32), log_odds)


def told(found: Organisations, read: CloseReading) -> tuple[str, str]:
    named = organised_closely(found, TEXT, SENDER, read)
    return named.employer, named.agency


def test_an_agency_that_no_rule_named_is_told() -> None:
    found = Organisations("Harrow Steel", between=0.3)
    assert told(found, reading(4, names="Rook Staffing")) == (
        "Harrow Steel",
        "Rook Staffing",
    )


def test_who_is_an_agency_is_no_employer() -> None:
    found = Organisations("Rook Staffing", "rookstaffing.example", between=0.3)
    named = organised_closely(found, TEXT, SENDER, reading(4, names="Rook Staffing"))
    assert (named.employer, named.domain) == ("", "")


def test_a_person_is_no_agency() -> None:
    found = Organisations("Harrow Steel", between=0.3)
    assert told(found, reading(4, names="Jo")) == ("Harrow Steel", "")


def test_an_agency_in_an_address_alone_is_the_address_s_owner() -> None:
    squeezed = Organisations("Rookstaffing", between=0.3)
    assert told(squeezed, reading(4)) == ("", "Rookstaffing")
    other = Organisations("Harrow Steel", between=0.3)
    assert told(other, reading(4)) == ("Harrow Steel", "")


def test_an_agency_is_dropped_where_there_plainly_is_none() -> None:
    found = Organisations("Harrow Steel", "", "Rook Staffing", between=0.1)
    named = organised_closely(found, TEXT, SENDER, reading(-6))
    assert (named.employer, named.agency) == ("Rook Staffing", "")
    assert named.domain == "rookstaffing.example"


@pytest.mark.parametrize("log_odds", [-1, 0, 5])
def test_else_an_agency_stays(log_odds: float) -> None:
    found = Organisations("Harrow Steel", "", "Rook Staffing", between=0.2)
    assert told(found, reading(log_odds)) == ("Harrow Steel", "Rook Staffing")


def test_the_bars_leave_room_for_doubt() -> None:
    assert STAYS < COMES
    assert is_perhaps_between(Organisations(between=0.5))
    assert is_perhaps_between(Organisations(agency="Rook Staffing"))
    assert not is_perhaps_between(Organisations(between=0.001))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (TEXT, ""),  # by English words it is as likely not
        (
            "Stelle\n\nwir melden uns bei Ihnen. Rook Staffing, die Agentur",
            "Rook Staffing",
        ),
    ],
)
def test_what_is_read_counts_for_more_in_german(text: str, agency: str) -> None:
    at = text.index("Rook Staffing")
    tags = np.zeros((1, len(NAMED) * TAGS), np.float32)
    tags[:, ::TAGS] = 9
    first = NAMED.index("agency") * TAGS
    tags[0, first : first + TAGS] = (0, 9, 0)
    read = CloseReading((at,), tags, np.ones(7, np.float32), -0.1)
    likely = UNTOLD if agency else 0.2
    found = organised_closely(Organisations(between=likely), text, SENDER, read)
    assert bool(found.agency) is bool(agency)
    assert found.agency.startswith(agency[:4])


@pytest.mark.parametrize(("language", "much"), [("en", 1.0), ("de", 0.5)])
def test_words_count_beside_a_reading_as_much_as_they_were_taught(
    language: Language, much: float
) -> None:
    tokens = tokens_of(TEXT)
    odds = np.ones((len(tokens), len(KINDS) * TAGS), np.float32)
    added = with_reading(odds, reading(0), tokens, language)
    assert added == pytest.approx(much * odds + names_in(reading(0), tokens))


def test_only_tags_of_roles_and_employers_are_added_to_those_of_words() -> None:
    tokens = tokens_of(TEXT)
    assert names_in(reading(0), tokens).shape == (len(tokens), len(KINDS) * TAGS)
