import pytest

from onward.domain.letters.flags import Kind
from onward.domain.letters.tone import check


@pytest.mark.parametrize(
    "text",
    [
        'I have seen your "team spirit" now.',
        "So that is the \u201ccareful consideration\u201d you wrote of.",
        'It was one of those "friendly" chats.',
    ],
)
def test_quotation_marks_around_a_few_of_their_words_mock(text: str) -> None:
    (flag,) = check(text).flags
    assert flag.kind is Kind.SARCASM
    assert flag.instead == flag.quote[1:-1]


@pytest.mark.parametrize(
    "text",
    [
        'I liked the "difficult customer" question.',
        'You said that my "too quick" was a strength.',
        'My talk on "Slow Gardens" went well.',
        'You asked me "what would you do?"',
        'Your word "stakeholder" is new to me.',
        '"thank you" is what I want to say.',
    ],
)
def test_titles_and_reported_words_do_not(text: str) -> None:
    assert not check(text).flags
