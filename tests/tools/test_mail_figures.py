import pytest

from onward.domain.mail.verdict import Meaning
from tools.mail_figures import Answer, asking_line, ordinary_line, rows_of

NO, GOT, ORDINARY = (
    Meaning.REJECTION,
    Meaning.ACKNOWLEDGEMENT,
    Meaning.NOT_JOB_RELATED,
)


def answer(truth: Meaning, said: Meaning, group: str, *, asks: bool = False) -> Answer:
    return Answer(group, "here", "real", truth, said, 0.9, asks)


ANSWERS = [
    *(answer(NO, NO, f"no{n}") for n in range(8)),
    answer(NO, GOT, "missed", asks=True),
    answer(GOT, NO, "wrong"),
    answer(ORDINARY, ORDINARY, "ordinary"),
    answer(ORDINARY, NO, "taken", asks=True),
]


def test_precision_recall_and_f1_are_counted() -> None:
    row = next(row for row in rows_of(ANSWERS) if row.meaning is NO)
    assert row.precision.value == pytest.approx(8 / 10)
    assert row.recall.value == pytest.approx(8 / 9)
    assert row.f1.value == pytest.approx(16 / 19)
    assert (row.there, row.said) == (9, 10)


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    first, second = rows_of(ANSWERS), rows_of(ANSWERS)
    assert first == second
    assert all(row.f1.low <= row.f1.value <= row.f1.high for row in first)


def test_copies_of_one_letter_are_drawn_together() -> None:
    copies = [answer(NO, NO, "one")] * 50 + [answer(NO, GOT, "two")]
    row = next(row for row in rows_of(copies) if row.meaning is NO)
    assert row.recall.low == 0


def test_what_was_taken_and_what_was_asked_is_said_in_a_line() -> None:
    assert ordinary_line(ANSWERS) == (
        "Ordinary mail taken for job mail: 1 of 2, 0 of them without asking."
    )
    assert asking_line(ANSWERS).startswith("Asked about 2 of 12 (16.7%);")
