from onward.domain.listening.call import call_kit

KNOWN = {"contact": "Priya", "person": "Amira", "role": "Data Analyst"}


def test_the_opening_says_who_and_what_for() -> None:
    kit = call_kit(**KNOWN)
    assert "Priya" in kit.opening
    assert "Amira" in kit.opening
    assert "Data Analyst" in kit.opening


def test_three_questions_are_brought_when_none_were_chosen() -> None:
    assert len(call_kit(**KNOWN).questions) == 3


def test_one_s_own_questions_are_kept_and_no_more_than_three() -> None:
    kit = call_kit(**KNOWN, questions=["Why the test?", " ", "B?", "C?", "D?"])
    assert kit.questions == ("Why the test?", "B?", "C?")


def test_notes_are_asked_for() -> None:
    assert "notes" in call_kit(**KNOWN).notes
