from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.landing.told import told_in

SENT = date(2026, 11, 23)


def letter(words: str) -> str:
    return f"Your interview\n\nDear Amira,\n{words}\nKind regards"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("We interviewed six people for this post.", 6),
        ("You were one of four candidates we met.", 4),
        ("In all, 12 applicants were interviewed.", 12),
        ("We shortlisted five very strong candidates.", 5),
        ("We had 140 applications.", None),
        ("Six people work in the team.", None),
    ],
)
def test_how_many_they_saw_is_read_where_they_say_so(
    words: str, count: int | None
) -> None:
    told = told_in(letter(words), SENT)
    assert told.interviewed == count
    assert (told.interviewed_said is not None) is (count is not None)


def test_a_panel_is_known_from_their_words() -> None:
    told = told_in(letter("The panel enjoyed meeting you."), SENT)
    assert told.panel_said
    assert told.panel_said.quote == "The panel enjoyed meeting you."


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("You are on our reserve list for twelve months.", date(2027, 11, 18)),
        ("Your name stays on the merit list until 31 March 2027.", date(2027, 3, 31)),
        ("We will keep your details on file for 6 months.", date(2027, 5, 22)),
    ],
)
def test_a_list_is_known_with_its_end(words: str, until: date) -> None:
    told = told_in(letter(words), SENT)
    assert told.reserve_until == until
    assert told.reserve_said
    assert told.reserve_said.quote == words


def test_a_list_without_an_end_is_still_quoted() -> None:
    told = told_in(letter("We would like to keep you in mind."), SENT)
    assert told.reserve_said
    assert told.reserve_until is None


@pytest.mark.parametrize(
    "words",
    [
        "We do not keep a reserve list.",
        "You are welcome to join our talent community.",
        f"We keep you on our reserve list {'and so on ' * 40}.",
    ],
)
def test_a_list_they_do_not_keep_is_none(words: str) -> None:
    assert told_in(letter(words), SENT).reserve_said is None


def test_the_subject_line_alone_tells_nothing() -> None:
    assert told_in("Outcome of the interview panel", SENT).panel_said is None


@given(
    st.lists(
        st.sampled_from(
            [
                "We met six people.",
                "The panel agreed.",
                "reserve list until 3 May!",
                "\n",
                "Best",
            ]
        ),
        max_size=8,
    )
)
def test_every_quote_stands_where_it_says(parts: list[str]) -> None:
    text = letter(" ".join(parts))
    told = told_in(text, SENT)
    for said in (told.interviewed_said, told.panel_said, told.reserve_said):
        assert said is None or text[said.start : said.end] == said.quote
