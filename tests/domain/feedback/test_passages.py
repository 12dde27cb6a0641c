from onward.domain.feedback.note import Kind
from onward.domain.feedback.passages import passages_in


def passages(text: str) -> list[str]:
    return [text[each.start : each.end] for each in passages_in(text)]


def test_greeting_sign_off_and_names_are_left_out() -> None:
    text = "Hi Sam,\n\nYou did well.\n\nKind regards,\nJo Marsh\nHead of People\n"
    assert passages(text) == ["You did well."]


def test_a_name_alone_at_the_end_is_left_out() -> None:
    assert passages("You did well.\n\nPat Ingham") == ["You did well."]


def test_a_postscript_below_the_signature_is_read() -> None:
    text = "Well done.\n\nBest wishes\nJo\n\nP.S. Your rigging answer was class."
    assert passages(text)[-1] == "P.S. Your rigging answer was class."


def test_headers_above_a_mail_are_left_out() -> None:
    text = "From: Jo <jo@x.example>\nSubject: Feedback\n\nYou did well."
    assert passages(text) == ["You did well."]


def test_lines_that_a_mail_program_wrapped_are_one_passage() -> None:
    text = (
        "We thought that you answered the questions about the rota very well indeed\n"
        "and that the examples you gave from the depot were clear and to the point,\n"
        "which helped."
    )
    assert passages(text) == [text]


def test_short_lines_are_passages_of_their_own() -> None:
    assert passages("good: polite\nnot so good: mumbled") == [
        "good: polite",
        "not so good: mumbled",
    ]


def test_a_heading_holds_for_its_list_and_no_further() -> None:
    text = "Strengths:\n- tidy\n- quick\n\nWe saw six people."
    assert [(each.under, each.is_item) for each in passages_in(text)] == [
        (Kind.STRENGTH, True),
        (Kind.STRENGTH, True),
        (None, False),
    ]


def test_what_an_earlier_mail_said_is_left_out() -> None:
    text = (
        "You did well.\n\nOn 3 May 2026, Sam <sam@home.example> wrote:\n"
        "> Could I ask for feedback?\n> Sam"
    )
    assert passages(text) == ["You did well."]


def test_a_mail_that_points_below_is_read_on_below() -> None:
    text = (
        "Hi Sam, see below from the client.\n\nFrom: Jo\nSent: Monday\nTo: Al\n"
        "Subject: Sam\n\nLovely manner, slow on the till."
    )
    assert passages(text)[-1] == "Lovely manner, slow on the till."


def test_below_a_rule_and_its_headers_nothing_is_new() -> None:
    text = (
        "You did well.\n\n-----Original Message-----\nFrom: Sam\nSent: Monday\n"
        "Subject: Feedback\n\nI was poor."
    )
    assert passages(text) == ["You did well."]
