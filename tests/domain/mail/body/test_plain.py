import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.body.plain import tidied


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a  b\t c ", "a b c"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\n\na\n\n\n \nb\n\n", "a\n\nb"),
        ("a\u200bb\u200d\ufeffc\u00ad", "abc"),
        ("a\u00a0b\u3000c", "a b c"),
        ("a\u2028b\x0cc", "a\nb\nc"),
        ("a\0b\x1b[2J", "ab[2J"),
        ("in\u202evoice", "invoice"),
        ("\ud800", "\ufffd"),
        ("See <https://post.example/" + "a" * 80 + "> now", "See now"),
        (
            "See https://post.example/" + "a" * 80,
            "See https://post.example/" + "a" * 80,
        ),
        ("See <https://post.example/>", "See <https://post.example/>"),
        ("", ""),
    ],
)
def test_text_has_one_form(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_tidy_text_stays_as_it_is_and_can_be_stored(text: str) -> None:
    once = tidied(text)
    assert tidied(once) == once
    once.encode("utf-8")
