from datetime import date

from onward.web.shown.practice_words import return_words


def test_a_question_that_was_not_taken_up_waits_and_is_not_said_to_come_back() -> None:
    today = date(2026, 11, 25)
    assert return_words(date(2026, 11, 24), today) == "Waiting since yesterday"
    assert return_words(today, today).startswith("Comes back")
