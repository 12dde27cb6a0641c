import pytest

from onward.domain.letters.clauses import clause_around, clauses_of
from onward.domain.letters.sentences import sentences_of


def parts(text: str) -> list[str]:
    (sentence,) = sentences_of(text)
    return [
        " ".join(word.said for word in sentence.words[first : last + 1])
        for first, last in clauses_of(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You wrote late and I was tired", ["you wrote late", "and i was tired"]),
        ("To be honest, it was not fair", ["to be honest", "it was not fair"]),
        ("It was a big, serious mistake", ["it was a big serious mistake"]),
        ("It was late: you never came", ["it was late", "you never came"]),
        ("I left because you were rude", ["i left", "because you were rude"]),
        ("tea and cake", ["tea and cake"]),
        (
            "You care about nothing but your numbers",
            ["you care about nothing but your numbers"],
        ),
    ],
)
def test_a_sentence_falls_into_its_statements(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def around(text: str, word: str) -> str:
    (sentence,) = sentences_of(text)
    place = [each.said for each in sentence.words].index(word)
    first, last = clause_around(sentence, place, place)
    return " ".join(each.said for each in sentence.words[first : last + 1])


def test_and_stays_outside_the_statement_it_opens() -> None:
    assert around("I was tired and you were rude", "rude") == "you were rude"


def test_a_leaning_statement_takes_the_one_before_along() -> None:
    assert around("I left because you were rude", "rude") == (
        "i left because you were rude"
    )
