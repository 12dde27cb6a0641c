import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.meaning.words import (
    concepts_in,
    sentences_of,
    terms_of,
    words_in,
)


def quotes(text: str) -> list[str]:
    return [text[part.start : part.end] for part in sentences_of(text)]


def test_sentences_keep_their_place_in_the_text() -> None:
    text = "Your application\n\nHello Sam,\n\nThank you. We chose another. Sorry!"
    assert quotes(text) == [
        "Your application",
        "Hello Sam,",
        "Thank you.",
        "We chose another.",
        "Sorry!",
    ]


def test_a_line_wrapped_by_a_mail_program_goes_on() -> None:
    text = (
        "We have thought about it for a long time and have decided that the\n"
        "post goes to somebody else."
    )
    assert len(quotes(text)) == 1


def test_a_short_line_ends_a_sentence() -> None:
    assert quotes("Stage: closed\nRole: baker") == ["Stage: closed", "Role: baker"]


def test_a_text_without_full_stops_is_read_in_stretches() -> None:
    found = sentences_of("thank you for your interest " * 40)
    assert len(found) == 5
    assert max(len(part.words) for part in found) == 40


def test_what_french_shortens_is_a_word_of_its_own() -> None:
    assert words_in("L'offre n\u2019est qu'à nous") == (
        *("l", "offre", "n", "est", "qu", "à", "nous"),
    )
    assert words_in("I don't, aujourd'hui") == ("i", "dont", "aujourdhui")


def test_apostrophes_of_both_kinds_are_one_word() -> None:
    straight, curly = sentences_of("We won't"), sentences_of("We won\u2019t")
    assert straight[0].words == curly[0].words == ("we", "wont")


def test_different_wordings_share_their_concepts() -> None:
    first = concepts_in(("gone", "with", "someone", "else"))
    second = concepts_in(("appointed", "another", "applicant"))
    assert first == second == ["CHOOSE", "OTHER_PERSON"]


def test_terms_hold_words_pairs_and_linked_concepts() -> None:
    terms = terms_of(("appointed", "another", "applicant"))
    assert {"appointed", "another applicant", "CHOOSE>OTHER_PERSON"} <= set(terms)


def test_an_endless_text_is_read_only_so_far() -> None:
    assert sum(len(part.words) for part in sentences_of("word. " * 50_000)) < 800


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't you WANT it?!", ("dont", "you", "want", "it", "?", "!")),
        ("snake_case, A&E; e-mail", ("snake", "case", "a", "e", "e", "mail")),
        ("Room 4b, 12 May 2026", ("room", "0", "b", "0", "may", "000")),
        ("Grüße\u2026 l\u2019offre", ("grüße", "l", "offre")),
        ("\0\x7f", ()),
    ],
)
def test_words_are_letters_numbers_and_marks(text: str, words: tuple[str, ...]) -> None:
    assert words_in(text) == words


@given(st.text(alphabet=string.printable))
def test_plain_words_are_found_as_all_words_are(text: str) -> None:
    beside = words_in(f"{text} é")  # with such a letter the pattern finds them
    assert beside == (*words_in(text), "é")
