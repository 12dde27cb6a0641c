import pytest

from onward.domain.letters.sentences import own_part, sentences_of, word_count


def cut(text: str) -> list[str]:
    return [text[each.start : each.end] for each in sentences_of(text)]


def test_sentences_end_at_marks_and_at_short_lines() -> None:
    text = "Dear Ana,\n\nThank you. Could you help? I hope so!\nBest,\nJo\n"
    assert cut(text) == [
        "Dear Ana,",
        "Thank you.",
        "Could you help?",
        "I hope so!",
        "Best,",
        "Jo",
    ]


def test_a_line_that_a_mail_program_wrapped_goes_on() -> None:
    text = (
        "Thank you for letting me know about the decision and for the\ntime you took."
    )
    assert len(cut(text)) == 1


@pytest.mark.parametrize(
    "text", ["Dear Mr. Hughes and Dr. Lee", "I met J. R. Holloway", "tests, e.g. maths"]
)
def test_a_shortened_word_ends_nothing(text: str) -> None:
    assert cut(text) == [text]


def test_a_full_stop_inside_quotation_marks_ends_a_sentence() -> None:
    assert cut('He said "no." I left.') == ['He said "no."', "I left."]


def test_words_lose_capitals_and_apostrophes_and_keep_their_place() -> None:
    text = "You Didn\u2019t reply, did you?"
    (sentence,) = sentences_of(text)
    assert sentence.said == " you didnt reply did you ? "
    assert [text[word.start : word.end] for word in sentence.words][1] == "Didn\u2019t"
    assert sentence.gaps[3] == ", "
    assert sentence.asks


def test_a_part_of_what_is_said_leads_back_to_its_words() -> None:
    (sentence,) = sentences_of("You never wrote back.")
    start = sentence.said.index(" never")
    end = start + len(" never wrote")
    assert sentence.words_between(start, end) == (1, 2)


@pytest.mark.parametrize(
    "quoted",
    [
        "> you did not pass",
        "On Mon, 3 Nov 2025 at 10:00, Ana Ruiz <a@b.example> wrote:\nno",
        "-----Original Message-----\nno",
    ],
)
def test_what_is_quoted_from_the_reader_is_not_the_writers(quoted: str) -> None:
    text = f"Thank you.\n\n{quoted}\n"
    start, end = own_part(text)
    assert text[start:end].strip() == "Thank you."


def test_headers_above_the_letter_are_not_counted() -> None:
    assert word_count("Subject: Feedback\nTo: Ana\n\nThank you so much.") == 4


def test_dashes_and_marks_are_no_words() -> None:
    assert word_count("Well - thank you . . . 3 times") == 5


def test_an_empty_letter_has_no_sentences() -> None:
    assert sentences_of(" \n\n ") == []
