from onward.domain.letters.flags import Kind
from onward.domain.letters.tone import check

ANGRY = (
    "Karen, two months of waiting and then a line from a robot on a Sunday night."
    " Thank you for the coffee and for the kind words about my talk. Shame on you all."
)


def copied(text: str) -> list[str]:
    flags = check(text, angry_versions=[ANGRY]).flags
    return [flag.quote for flag in flags if flag.kind is Kind.ANGRY]


def test_what_was_copied_is_quoted_from_its_first_word_to_its_last() -> None:
    text = "It was two months of waiting and then a line from a robot, Karen."
    assert copied(text) == [
        "two months of waiting and then a line from a robot",
    ]


def test_capitals_and_marks_do_not_hide_it() -> None:
    assert copied("TWO MONTHS - of waiting; and then!")


def test_a_short_sentence_counts_when_all_of_it_is_there() -> None:
    assert copied("I say it again, shame on you all.") == ["shame on you all"]


def test_what_was_polite_in_it_may_be_said_again() -> None:
    assert not copied("Thank you for the coffee and for the kind words about my talk.")


def test_a_few_words_in_common_are_no_copy() -> None:
    assert not copied("It took two months of work, and then a line from you came.")


def test_two_copied_places_are_two_flags() -> None:
    text = "Two months of waiting and then rest. A line from a robot on a Monday."
    assert len(copied(text)) == 2


def test_without_angry_versions_there_is_nothing_to_find() -> None:
    assert not check("Two months of waiting and then a line from a robot.").flags
