import pytest

from onward.domain.asking.policy import rule_against_feedback


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we are unable to provide individual feedback.",
        "Due to the number of applicants we cannot offer feedback at this stage.",
        "Please note that feedback is only given to those who come to an interview.",
        "We regret that we are not able to give personal feedback to everyone.",
        "We don't give feedback on applications, I'm afraid.",
        "No feedback will be given.",
        "Please note that it is our policy not to give feedback.",
        "With so many people to see we are unable\nto offer any feedback.",
    ],
)
def test_a_rule_against_feedback_is_quoted(text: str) -> None:
    found = rule_against_feedback(f"Dear Amira,\n\n{text} Best wishes")
    assert found is not None
    assert found.quote == text
    assert f"Dear Amira,\n\n{text}"[found.start : found.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "If you would like feedback, just reply.",
        "Please do not hesitate to ask me for feedback.",
        "We would love your feedback on our process.",
        "We cannot answer requests for feedback made after 4 December.",
        "I cannot tell you how much we enjoyed meeting you.",
        "We were unable to offer you the role.",
    ],
)
def test_a_no_to_something_else_is_no_rule(text: str) -> None:
    assert rule_against_feedback(text) is None
