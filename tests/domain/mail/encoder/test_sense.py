import numpy as np
import pytest

from onward.domain.mail.encoder.sense import senses_of
from onward.domain.mail.language import Language


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_sentence_has_a_row(language: Language) -> None:
    said = ["Dear Robin,", "", "we chose somebody else.", "***"]
    rows = senses_of(said, language)
    assert rows.shape == (4, 768)
    assert not rows[1].any()
    assert rows[2].any()


def test_no_sentence_is_no_row() -> None:
    assert senses_of([]).shape == (0, 768)


def test_what_stands_beside_a_sentence_is_read_with_it() -> None:
    said = "It was close."
    [alone] = senses_of([said])
    *_, beside = senses_of(["We had ninety applicants.", said])
    assert np.abs(alone - beside).mean() > 0.01


def test_a_long_letter_is_read_to_its_end_in_windows() -> None:
    said = [f"Sentence number {number} says that we chose you." for number in range(90)]
    rows = senses_of(said)
    assert all(row.any() for row in rows)


def test_a_sentence_without_an_end_is_cut() -> None:
    assert senses_of(["word " * 5_000]).shape == (1, 768)
