from hypothesis import given
from hypothesis import strategies as st

from onward.domain.landing.criteria import MOST, criteria_in

LISTED = """\
Data analyst, Leeds

What you will do
- Clean the housing survey
- Write a monthly report

What you will need
• Experience of cleaning survey data;
• SQL
• A clear way of explaining numbers to people who dislike them

What we offer
- 28 days of holiday
- Experience of a friendly team
"""
PROSE = """\
Night porter wanted. We run a small hotel by the sea.
You must have a driving licence. Experience of working alone at night would help.
We offer meals on duty. Apply by 4 December to the manager.
"""


def texts(advert: str) -> list[str]:
    return [one.text for one in criteria_in(advert)]


def test_the_lines_under_a_heading_that_asks_are_found_as_they_stand() -> None:
    assert texts(LISTED) == [
        "Experience of cleaning survey data",
        "SQL",
        "A clear way of explaining numbers to people who dislike them",
    ]


def test_what_they_offer_and_what_one_would_do_is_not_asked_for() -> None:
    found = " ".join(texts(LISTED))
    assert "holiday" not in found
    assert "monthly report" not in found


def test_in_running_text_the_sentences_that_ask_are_found() -> None:
    assert texts(PROSE) == [
        "You must have a driving licence.",
        "Experience of working alone at night would help.",
    ]


def test_numbered_lines_and_a_word_processor_s_bullets_are_lists_too() -> None:
    advert = "Essential criteria\n1. Degree in chemistry\no\tSafe with acids\n"
    assert texts(advert) == ["Degree in chemistry", "Safe with acids"]


def test_a_list_that_lost_its_marks_is_still_one() -> None:
    advert = "Skills\nSQL\nStrong communication skills\nWhat we offer\nA good canteen\n"
    assert texts(advert) == ["SQL", "Strong communication skills"]


def test_a_heading_may_speak_to_the_reader() -> None:
    for heading in ("You\u2019ll have", "You will bring", "About you"):
        assert texts(f"{heading}\nGood written English\n") == ["Good written English"]


def test_a_new_heading_after_a_gap_ends_the_list() -> None:
    assert texts("Essential\nGreek\n\nOur office\nIt has a garden\n") == ["Greek"]


def test_a_line_said_twice_is_asked_once() -> None:
    line = "- Ability to lift heavy boxes\n"
    assert texts(f"About you\n{line}{line}") == ["Ability to lift heavy boxes"]


def test_an_advert_that_asks_nothing_gives_nothing() -> None:
    assert texts("") == []
    assert texts("Come and join us. We are a happy bakery.") == []


@given(st.text(alphabet="-1.o Aaes experience of\n•;", max_size=400))
def test_whatever_is_pasted_every_line_stands_in_it(advert: str) -> None:
    found = texts(advert)
    assert len(found) <= MOST
    whole = " ".join(advert.split())
    assert all(" ".join(text.split()) in whole for text in found)
