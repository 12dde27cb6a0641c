import pytest

from onward.domain.practice.presentation import Presentation, parts_of, presentation


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Why us?", ("Why us?",)),
        (
            "Tell me about a hard time. What did you do?",
            ("Tell me about a hard time.", "What did you do?"),
        ),
        (
            "What went wrong, and how did you put it right?",
            ("What went wrong?", "How did you put it right?"),
        ),
        ("Tell me about bread and butter.", ("Tell me about bread and butter.",)),
    ],
)
def test_a_question_falls_into_parts_one_can_answer(
    question: str, parts: tuple[str, ...]
) -> None:
    assert parts_of(question) == parts


def test_a_presentation_comes_back_as_it_was_kept() -> None:
    kept = Presentation(in_parts=True, thinking_seconds=60)
    assert presentation(kept.as_told()) == kept


def test_what_a_later_version_kept_is_left_out() -> None:
    assert presentation({"in_parts": True, "in_colour": True}) == Presentation(
        in_parts=True
    )
