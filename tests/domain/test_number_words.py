import pytest

from onward.domain.number_words import NUMBER_WORDS, number_of


def test_a_word_and_a_figure_tell_one_number() -> None:
    assert [number_of(word) for word in NUMBER_WORDS] == list(range(1, 15))
    assert number_of("7") == number_of("seven") == 7


def test_another_word_is_no_number() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        number_of("several")
