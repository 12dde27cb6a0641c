import pytest

from onward.domain.letters.flags import Kind
from onward.domain.letters.tone import check

FILLING = "We spoke about the garden and the greenhouse behind the old mill. " * 15


def kinds(text: str, hour: int | None = None) -> set[Kind]:
    return {flag.kind for flag in check(text, hour=hour).flags}


@pytest.mark.parametrize("hour", [22, 23, 0, 4, 6])
def test_the_night_is_a_reason_to_wait(hour: int) -> None:
    (flag,) = check("Thank you.", hour=hour).flags
    assert (flag.kind, flag.quote, flag.start, flag.end) == (Kind.LATE, "", 0, 0)


@pytest.mark.parametrize("hour", [7, 12, 21, None])
def test_the_day_is_not(hour: int | None) -> None:
    assert not check("Thank you.", hour=hour).flags


def test_two_questions_are_not_too_many() -> None:
    assert not kinds("What went well? What should I practise?")


def test_of_more_the_third_and_what_follows_are_quoted() -> None:
    text = "Was it clear? Did it land? Was it long? Was it dull? Thank you."
    (flag,) = check(text).flags
    assert flag.kind is Kind.TOO_MANY_QUESTIONS
    assert flag.quote == "Was it long? Was it dull?"


def test_a_question_about_a_time_is_not_one_more() -> None:
    text = "Was it clear? Did it land? Would Tuesday at 10 suit you?"
    tone = check(text)
    assert tone.questions == 3
    assert not tone.flags


def test_a_question_without_its_mark_counts() -> None:
    assert check("Could you tell me what to practise. Thank you.").questions == 1


def test_a_long_letter_quotes_the_part_that_asks_for_nothing() -> None:
    text = f"Thank you for the tour.\n\n{FILLING}\n\nWhat should I practise?"
    (flag,) = check(text).flags
    assert flag.kind is Kind.TOO_LONG
    assert flag.quote == FILLING.strip()


def test_a_long_letter_in_one_paragraph_quotes_its_longest_sentence() -> None:
    long = "We also spoke at some length about the pears and about the plums there."
    text = f"Thank you for the tour. {FILLING} {long} What should I practise?"
    (flag,) = check(text).flags
    assert flag.quote == long


def test_a_letter_of_the_usual_length_is_not_too_long() -> None:
    assert Kind.TOO_LONG not in kinds("We spoke about the garden today. " * 28)
