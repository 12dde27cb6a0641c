from onward.domain.interview.answers.pieces import pieces_of
from onward.domain.interview.answers.plain import tokens_of, words_in
from onward.domain.interview.answers.specifics import specifics_in


def test_repeated_sounds_and_fillers_are_left_out() -> None:
    assert words_in("I, I w-w-wanted um to b-buy a t-shirt") == [
        "i", "wanted", "to", "buy", "a", "t-shirt",
    ]  # fmt: skip


def test_a_word_stands_where_it_stands_in_the_text() -> None:
    text = "Um, the c-client rang."
    assert [text[t.start : t.end] for t in tokens_of(text)] == [
        "the",
        "c-client",
        "rang",
    ]


def test_a_title_does_not_end_a_sentence() -> None:
    pieces = pieces_of("I rang Mr. Petrie at once. He came.")
    assert [piece.opens for piece in pieces] == [True, True]


def test_details_are_numbers_dates_and_names_each_once() -> None:
    found = specifics_in("In March Denise sold 40 chairs, and Denise sold forty more.")
    assert [place.quote for place in found] == [
        "In March", "40", "Denise", "forty more",
    ]  # fmt: skip
