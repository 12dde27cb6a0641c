import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.details.chosen.tokens import (
    MOST_TOKENS,
    ROWS,
    features_of,
    tokens_of,
)
from onward.domain.mail.message import Address

NOBODY = Address()
TEXT = (
    "Your application\n\nThe Kelp Forager job at Tern & Sons is filled."
    "\n\nKind regards\nJo"
)


def test_a_token_is_a_word_a_number_a_sign_or_the_end_of_a_line() -> None:
    said = [token.word for token in tokens_of("O'Hara & Sons, 2026:\nHi")]
    assert said == ["O'Hara", "&", "Sons", ",", "2026", ":", "\n", "Hi"]


@given(st.text(max_size=400))
def test_tokens_stand_in_order_where_they_say(text: str) -> None:
    tokens = tokens_of(text)
    assert [text[one.start : one.end] for one in tokens] == [o.word for o in tokens]
    ends = [one.end for one in tokens]
    assert all(a <= b.start for a, b in zip(ends, tokens[1:], strict=False))


def test_only_the_first_words_of_a_long_mail_are_looked_at() -> None:
    assert len(tokens_of("word " * 5_000)) == MOST_TOKENS


@given(st.text(min_size=1, max_size=200))
def test_every_token_has_as_many_numbers_all_within_the_table(text: str) -> None:
    tokens = tokens_of(text)
    if tokens:
        numbers = features_of(tokens, text, Address("Jo", "jo@tern.example"))
        assert numbers.shape == (
            len(tokens),
            features_of(tokens, text, NOBODY).shape[1],
        )
        assert numbers.max() < ROWS


def test_the_same_mail_has_the_same_numbers() -> None:
    tokens = tokens_of(TEXT)
    assert np.array_equal(
        features_of(tokens, TEXT, NOBODY), features_of(tokens, TEXT, NOBODY)
    )


@pytest.mark.parametrize(
    ("other", "sender"),
    [
        (TEXT.replace("Kelp", "Sand"), NOBODY),
        (TEXT.replace("job at", "job with"), NOBODY),
        (TEXT.replace("Kelp Forager", "kelp forager"), NOBODY),
        (TEXT, Address("Tern & Sons", "post@home.example")),
        (TEXT, Address("", "jo@ternsons.example")),
        (TEXT.replace("Kind regards", "As told above"), NOBODY),
    ],
)
def test_words_case_place_and_sender_are_told_apart(
    other: str, sender: Address
) -> None:
    numbers = features_of(tokens_of(TEXT), TEXT, NOBODY)
    assert not np.array_equal(features_of(tokens_of(other), other, sender), numbers)
