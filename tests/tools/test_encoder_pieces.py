"""Which pieces of words the letters of a language need."""

from onward.domain.mail.encoder.weights import shipped_encoder, shipped_in
from onward.domain.mail.encoder.words import MARKS
from tools.encoder_pieces import commonest, single_letters
from tools.encoder_stored import in_our_spelling

THEIRS = ["<s>", "<pad>", "</s>", "<unk>", "▁re", "ten", "ue", "▁Re", "é", "ж", "."]


def test_pieces_within_a_word_are_told_from_those_that_begin_one() -> None:
    places = in_our_spelling(THEIRS)
    assert [places[mark] for mark in MARKS] == [1, 3, 0, 2]
    assert (places["re"], places["##ten"], places["##é"]) == (4, 5, 8)
    assert places["."] == places["##."] == 10


def test_what_is_used_most_comes_first_also_where_a_word_begins_a_sentence() -> None:
    places = in_our_spelling(THEIRS)
    assert commonest(places, [("re", 3.0), ("reten", 2.0), ("retenue", 1.0)]) == [
        *("re", "Re", "##ten", "##ue"),
    ]


def test_single_letters_are_those_of_the_latin_alphabets() -> None:
    assert list(single_letters(["a", "##é", "##ж", "re", "."])) == ["a", "##é", "."]


def test_no_piece_is_shipped_twice() -> None:
    pieces = shipped_encoder("fr").vocabulary.pieces
    further = (shipped_in("fr") / "pieces.txt").read_text("utf-8").split("\n")
    assert len(set(pieces)) == len(pieces)
    assert pieces[-len(further) :] == further
