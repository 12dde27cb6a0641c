import pytest

from onward.domain.interview.answers.question import question_kind, weighs_learning
from onward.domain.interview.answers.review import QuestionKind
from onward.domain.interview.questions.bank import questions
from onward.domain.interview.questions.question import Kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tell me about a time you missed a deadline.", QuestionKind.STORY),
        ("What is your biggest achievement?", QuestionKind.STORY),
        ("Why do you want to work for us?", QuestionKind.MOTIVE),
        ("Tell me about yourself.", QuestionKind.SELF),
        ("What would you do if a guest fainted?", QuestionKind.WHAT_IF),
        ("Explain what a ledger is.", QuestionKind.KNOWLEDGE),
        ("", QuestionKind.OTHER),
    ],
)
def test_a_question_is_known_by_what_it_asks_for(
    question: str, kind: QuestionKind
) -> None:
    assert question_kind(question) is kind


def test_most_questions_of_the_bank_are_known_for_what_they_are() -> None:
    stories = [one for one in questions() if one.kind is Kind.PAST_BEHAVIOUR]
    known = [question_kind(one.text) is QuestionKind.STORY for one in stories]
    assert len(stories) > 10
    assert sum(known) >= 0.9 * len(stories)


def test_a_mistake_is_asked_for_what_was_learned() -> None:
    assert weighs_learning("Tell me about a mistake you made.")
    assert not weighs_learning("Tell me about a team you led.")
