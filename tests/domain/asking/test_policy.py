from datetime import date

import pytest

from onward.domain.asking.policy import rule_against_feedback, window_for_asking

SENT = date(2026, 11, 23)  # a Monday


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
        "I cannot tell you how much we enjoyed meeting you.",
        "We were unable to offer you the role.",
    ],
)
def test_a_no_to_something_else_is_no_rule(text: str) -> None:
    assert rule_against_feedback(text) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("If you want feedback, reply within five days.", date(2026, 11, 28)),
        ("Feedback is available within 5 working days.", date(2026, 11, 30)),
        ("Requests for feedback must be made within two weeks.", date(2026, 12, 7)),
        ("Please ask for feedback by Friday.", date(2026, 11, 27)),
        ("For feedback write by Friday to jo.ray@a.example.", date(2026, 11, 27)),
        ("For feedback get in touch before 4 December.", date(2026, 12, 4)),
        ("I can give feedback until the 30th of November.", date(2026, 11, 30)),
        ("To hear your scores email me within two weeks.", date(2026, 12, 7)),
        ("Marks may be requested by post before 4 December.", date(2026, 12, 4)),
        ("Feedback on request, not later than 4 December.", date(2026, 12, 4)),
    ],
)
def test_a_limit_is_read_with_its_words(text: str, until: date) -> None:
    window = window_for_asking(f"Dear Amira,\n{text}", SENT)
    assert window is not None
    assert (window.until, window.said.quote) == (until, text)


@pytest.mark.parametrize(
    "text",
    [
        "Your documents will be deleted within six months.",
        "We hope to fill the post by Friday.",
        "Feedback is on its way.",
        "",
    ],
)
def test_other_limits_are_none(text: str) -> None:
    assert window_for_asking(text, SENT) is None


@pytest.mark.parametrize(
    ("said", "until"),
    [
        (
            "Requests must be made by Friday 4 December on 01632 960550.",
            date(2026, 12, 4),
        ),
        ("Please telephone before the end of term on 11 December.", date(2026, 12, 11)),
        ("The link stops working on 4 December.", date(2026, 12, 4)),
    ],
)
def test_a_limit_may_stand_behind_the_offer(said: str, until: date) -> None:
    window = window_for_asking(f"I can tell you how you did. {said}", SENT)
    assert window is not None
    assert (window.until, window.said.quote) == (until, said)


def test_a_limit_behind_something_else_is_none() -> None:
    text = "We need your papers. Please reply by Friday 4 December."
    assert window_for_asking(text, SENT) is None
