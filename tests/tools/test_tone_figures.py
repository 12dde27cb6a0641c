import pytest

from onward.domain.letters.flags import Kind
from tools.tone_examples import Expected, OwnLetter
from tools.tone_figures import answer_to, count, slips, table

LETTERS = [
    OwnLetter(
        "one",
        "angry",
        "You wasted\nmy time. I demand an answer.",
        (Expected("blame", "You wasted my time"), Expected("legal_threat", "answer")),
    ),
    OwnLetter("two", "mixed", "Thank you.", (Expected("late"),), hour=23),
    OwnLetter("three", "fine", "Thank you for the tour."),
]
ANSWERS = [answer_to(letter) for letter in LETTERS]


def test_kind_and_words_must_both_agree() -> None:
    counted = count(ANSWERS)
    assert (counted.raised, counted.right) == (3, 2)
    assert (counted.expected, counted.found) == (3, 2)
    assert counted.precision == pytest.approx(2 / 3)


def test_one_kind_can_be_counted_alone() -> None:
    assert count(ANSWERS, Kind.BLAME).recall == 1
    assert count(ANSWERS, Kind.LEGAL_THREAT).recall == 0


def test_slips_name_the_letter() -> None:
    assert list(slips(ANSWERS)) == [
        "wrong  one demand: I demand",
        "missed one legal_threat: answer",
    ]


def test_the_table_ends_with_how_fine_letters_fared() -> None:
    assert list(table(ANSWERS))[-1] == "Flagged though nothing was expected: 0 of 1."
