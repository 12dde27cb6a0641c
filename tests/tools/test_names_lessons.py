import pytest

from onward.domain.mail.details.chosen.tags import Kind
from onward.domain.mail.details.chosen.tokens import tokens_of
from tools.names_lessons import tags_of

TEXT = "kelp forager\n\nRedstone is glad. The Kelp Forager post at Redstone Works"


def tagged(told: dict[Kind, str], text: str = TEXT) -> list[tuple[str, int, int]]:
    tokens = tokens_of(text)
    rows = zip(tokens, tags_of(tokens, text, told), strict=True)
    return [(token.word, *row) for token, row in rows if row.max() > 0]


def test_each_place_of_a_role_is_tagged_however_it_is_spelled() -> None:
    assert tagged({Kind.ROLE: "Kelp Forager"}) == [
        ("kelp", 1, -1),
        ("forager", 2, -1),
        ("Kelp", 1, -1),
        ("Forager", 2, -1),
    ]


def test_an_employer_is_tagged_where_the_beginning_of_its_name_stands_for_it() -> None:
    assert tagged({Kind.EMPLOYER: "Redstone Works Ltd"}) == [
        ("Redstone", -1, 1),
        ("Redstone", -1, 1),
        ("Works", -1, 2),
    ]


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_told_not_to_be_there_is_tagged_nowhere(kind: Kind) -> None:
    assert tagged({kind: ""}) == []


def test_a_part_of_a_word_is_no_name() -> None:
    assert tagged({Kind.ROLE: "host"}, "the hostel wants a host now") == [
        ("host", 1, -1)
    ]
