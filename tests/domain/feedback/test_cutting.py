"""A sentence is cut where another point begins, and nowhere else."""

import pytest

from onward.domain.feedback.cutting import parts_of
from onward.domain.feedback.saying import sentences_of
from onward.domain.feedback.weights import shipped_weights


def _parts(text: str) -> list[str]:
    (sentence,) = sentences_of(text)
    found = parts_of(text, sentence, shipped_weights())
    return [text[start:end] for (start, end), _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "You interviewed well but another applicant had more experience.",
        "Your slides were clear, but we would have liked more detail on the budget.",
        "Your CV was clear and you answered the safety question well.",
        "Strengths: good rapport with patients; clear notes.",
    ],
)
def test_two_points_in_one_sentence_are_two_parts(text: str) -> None:
    assert len(_parts(text)) == len(("one", "two"))


@pytest.mark.parametrize(
    "text",
    [
        "You came across as clear, warm and well prepared.",
        "When we asked about the budget, you did not give a figure.",
    ],
)
def test_several_words_about_one_point_stay_together(text: str) -> None:
    assert _parts(text) == [text]


def test_a_long_list_is_read_to_its_end() -> None:
    text = "You were " + ", and you were ".join(["kind"] * 40) + "."
    assert " ".join(_parts(text)).count("kind") == text.count("kind")
