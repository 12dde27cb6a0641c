import pytest

from onward.domain.feedback.sentences import borders_in, sentences_in


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_in(text, 0, len(text))]


def pieces(text: str) -> list[str]:
    borders = borders_in(text, 0, len(text))
    starts = [0, *(border.right for border in borders)]
    ends = [*(border.left for border in borders), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def test_sentences_end_at_full_stops_also_before_small_letters() -> None:
    assert sentences("good on data. thin on examples! try STAR") == [
        "good on data.",
        "thin on examples!",
        "try STAR",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Use figures, e.g. the saving you made.",
        "Dr. Lim gave you two openings.",
        "It cost 4.5 million.",
        "We asked J. Marsh about it.",
    ],
)
def test_a_shortened_word_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_sentence_without_an_end_is_read_in_parts() -> None:
    parts = sentences("word " * 2_000)
    assert len(parts) > 5
    assert max(map(len, parts)) <= 1_200


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You were warm but you rushed", ["You were warm", "but you rushed"]),
        ("Hands good, palate good", ["Hands good", "palate good"]),
        ("It was close; we had one post", ["It was close", "we had one post"]),
        ("Clear - a bit long", ["Clear", "a bit long"]),
        ("You were kind and you listened", ["You were kind", "and you listened"]),
        ("You were well-prepared", ["You were well-prepared"]),
    ],
)
def test_another_point_may_begin_at_a_border(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected
