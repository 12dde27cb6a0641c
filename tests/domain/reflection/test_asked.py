import pytest

from onward.domain.interview.questions.question import Kind
from onward.domain.reflection.asked import Asked, guessed_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tell me about a time you missed a deadline", Kind.PAST_BEHAVIOUR),
        ("When have you changed somebody's mind?", Kind.PAST_BEHAVIOUR),
        ("What would you do if two figures disagree?", Kind.SITUATIONAL),
        ("Talk us through your CV", Kind.BACKGROUND),
        ("What is the difference between a left and an inner join?", Kind.TECHNICAL),
        ("What attracts you to this role?", Kind.MOTIVATION),
        ("What are you good at?", Kind.STRENGTHS),
        ("Give a ten-minute presentation on housing data", Kind.TASK),
        ("Do you have any questions for us?", Kind.CLOSING),
        ("Hm", None),
    ],
)
def test_the_words_of_a_question_suggest_its_kind(text: str, kind: Kind | None) -> None:
    assert guessed_kind(text) is kind


def test_what_the_person_chose_goes_before_what_the_words_suggest() -> None:
    asked = Asked(text="What is a join?", kind=Kind.PAST_BEHAVIOUR)
    assert asked.seems is Kind.PAST_BEHAVIOUR


def test_only_a_kind_makes_no_question() -> None:
    assert Asked(kind=Kind.TASK, clear="clear").is_blank
    assert not Asked(example="the survey").is_blank
