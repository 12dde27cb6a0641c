from datetime import UTC, datetime

import pytest

from onward.domain.asking.replies import Answer, ReplyKind, reply_of

SENT = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
WEDNESDAY = datetime(2026, 12, 2, 11, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 12, 3, 15, 30, tzinfo=UTC)
OFFERED = (WEDNESDAY, THURSDAY)


def answer(
    text: str, subject: str = "Re: x", sender: str = "p@hr.example", points: int = 0
) -> Answer:
    return Answer(subject, text, sender, SENT, points)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (answer("Your data was strong.", points=1), ReplyKind.FEEDBACK),
        (answer("I'm out of the office until Monday."), ReplyKind.OUT_OF_OFFICE),
        (answer("Back soon", "Automatic reply: x"), ReplyKind.OUT_OF_OFFICE),
        (answer("x", sender="MAILER-DAEMON@mx.example"), ReplyKind.BOUNCED),
        (answer("x", "Undeliverable: Re: x"), ReplyKind.BOUNCED),
        (answer("We are unable to give individual feedback."), ReplyKind.DECLINED),
        (answer("I'm afraid I can't go into detail."), ReplyKind.DECLINED),
        (answer("There is nothing to add, I'm afraid."), ReplyKind.DECLINED),
        (answer("Thanks for your note, I'll get back to you."), ReplyKind.OTHER),
    ],
)
def test_what_an_answer_is(said: Answer, kind: ReplyKind) -> None:
    assert reply_of(said, OFFERED, UTC).kind is kind


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Wednesday 2 December at 11:00 works for me.", WEDNESDAY),
        ("Happy to. Thursday 3 December at 15:30, I'll ring you.", THURSDAY),
        ("Let's say Thursday 3 December, 3.30pm", THURSDAY),
    ],
)
def test_an_offered_time_that_is_taken_is_known(text: str, agreed: datetime) -> None:
    assert reply_of(answer(text), OFFERED, UTC).agreed == agreed


def test_a_yes_to_the_only_time_needs_no_repeating() -> None:
    found = reply_of(answer("That works, speak then."), (WEDNESDAY,), UTC)
    assert found.agreed == WEDNESDAY


def test_another_time_is_proposed_and_not_agreed() -> None:
    text = "I can't do Wednesday 2 December at 11:00. Friday 4 December at 10:00?"
    found = reply_of(answer(text), OFFERED, UTC)
    assert found.kind is ReplyKind.TIME
    assert found.agreed is None
    assert found.proposed == (datetime(2026, 12, 4, 10, 0, tzinfo=UTC),)


def test_feedback_that_names_a_day_is_still_feedback() -> None:
    text = "On Wednesday 2 December at 11:00 you were clear."
    said = Answer("Re: x", text, "p@hr.example", SENT, points=2, seen=2)
    found = reply_of(said, OFFERED, UTC)
    assert (found.kind, found.agreed) == (ReplyKind.FEEDBACK, None)


def test_feedback_may_take_a_time_as_well() -> None:
    text = "Your data was strong. Wednesday 2 December at 11:00 works for me."
    said = Answer("Re: x", text, "p@hr.example", SENT, points=1, seen=1)
    found = reply_of(said, OFFERED, UTC)
    assert (found.kind, found.agreed) == (ReplyKind.FEEDBACK, WEDNESDAY)


def test_words_that_look_like_advice_beside_a_time_are_none() -> None:
    text = "Ring me on Wednesday 2 December at 11:00."
    said = Answer("Re: x", text, "p@hr.example", SENT, points=1)
    assert reply_of(said, OFFERED, UTC).kind is ReplyKind.TIME
