"""An advert is read into what it asks for; the rest of it is left alone."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.interview.adverts.criterion import Criterion, Kind
from onward.domain.interview.adverts.headings import Part, is_heading, part_of
from onward.domain.interview.adverts.lines import lines_of
from onward.domain.interview.adverts.reading import likeliest, read_advert
from onward.domain.interview.adverts.units import units_of
from onward.domain.interview.adverts.weights import NOTHING, shipped_weights
from tools.advert_examples import OWN, examples_in
from tools.advert_figures import figures

BULLETS = """Kennel Assistant
About us
We have looked after dogs since 1990.

What you'll do
- Walk and feed the dogs
- Clean the kennels

What you'll need
- Experience of working with animals
- A full driving licence

Nice to have
- A grooming certificate

What we offer
- 28 days' holiday
- Free parking
"""
TABLE = """Person specification
Criteria | Essential | Desirable | Assessed by
Qualifications | GCSE English | A level maths | Certificate
Experience | Working in an office | | Interview
"""
PROSE = (
    "We need a cleaner for our surgery. You must have at least a year of cleaning "
    "experience. A driving licence would be an advantage. We pay £12.50 an hour."
)


def _said(criteria: tuple[Criterion, ...]) -> list[str]:
    return [each.quote for each in criteria]


def test_headings_say_what_the_lines_under_them_are() -> None:
    found = read_advert(BULLETS)
    assert _said(found) == [
        "Walk and feed the dogs",
        "Clean the kennels",
        "Experience of working with animals",
        "A full driving licence",
        "A grooming certificate",
    ]
    kinds = [each.kind for each in found]
    assert kinds[:3] == [Kind.DUTY, Kind.DUTY, Kind.EXPERIENCE]
    assert kinds[3:] == [Kind.QUALIFICATION, Kind.QUALIFICATION]
    assert [each.must_have for each in found] == [True, True, True, True, False]


def test_every_criterion_is_a_quote_from_where_it_says() -> None:
    for text in (BULLETS, TABLE, PROSE):
        found = read_advert(text)
        assert found
        assert all(text[each.start : each.end] == each.quote for each in found)


def test_the_columns_of_a_table_say_what_is_needed() -> None:
    found = {each.quote: each.must_have for each in read_advert(TABLE)}
    assert found == {
        "GCSE English": True,
        "A level maths": False,
        "Working in an office": True,
    }


def test_ticks_and_letters_in_a_table_say_what_is_needed() -> None:
    ticked = "Requirement | Essential | Desirable\nGCSE in maths | ✓ | \nFrench | | ✓\n"
    lettered = "Attribute | Requirement | E/D\nSkills | Good spelling | D\n"
    needs = [each.must_have for each in read_advert(ticked + "\n" + lettered)]
    assert needs == [True, False, False]


def test_numbers_of_a_specification_say_what_is_needed() -> None:
    text = "Criteria:\nE1. Knowledge of tenancy law\nD1. Experience of housing work\n"
    assert [each.must_have for each in read_advert(text)] == [True, False]


def test_prose_gives_what_it_asks_for_and_not_what_it_pays() -> None:
    found = read_advert(PROSE)
    assert [each.must_have for each in found] == [True, False]
    assert "driving licence" in found[1].quote
    assert not any("£" in each.quote for each in found)


def test_a_skill_is_tied_to_its_entry_in_an_open_list() -> None:
    licence = read_advert(BULLETS)[3]
    (skill,) = licence.skills
    assert (skill.source, skill.label) == ("ESCO", "drive vehicles")
    assert skill.identifier.startswith("http://data.europa.eu/esco/skill/")
    assert skill.said == "driving licence"


def test_an_advert_without_words_asks_for_nothing() -> None:
    assert read_advert("") == ()
    assert read_advert("---\n\n* \n") == ()


def test_a_line_cut_at_the_margin_is_one_line() -> None:
    long = "- You will look after forty guests at breakfast and at\n  dinner\n- Clean"
    assert len(lines_of(long)) == 2


def test_a_heading_is_known_by_its_words_or_by_the_list_under_it() -> None:
    assert part_of("What we're looking for") is Part.NEEDS
    assert part_of("Bonus points") is Part.DESIRABLE
    plain = {"marked": False, "before_list": False, "after_gap": True}
    assert is_heading("About you", **plain)
    assert not is_heading("Communication skills", **plain)
    assert is_heading("The stuff", **{**plain, "before_list": True})


def test_a_heading_right_under_another_keeps_what_that_said_of_need() -> None:
    text = "Desirable\nQualifications\n- A degree\n"
    (unit,) = units_of(text)
    assert unit.must is False


def test_one_stray_piece_does_not_turn_the_reading() -> None:
    weights = shipped_weights()
    sure, torn = [0.01] * (NOTHING + 1), [0.01] * (NOTHING + 1)
    sure[0], torn[0], torn[1] = 0.9, 0.4, 0.5
    assert likeliest(np.array([sure, torn, sure]), weights.turn) == [0, 0, 0]


def test_adverts_that_built_nothing_are_read_well() -> None:
    answers = [(each, read_advert(each.text)) for each in examples_in(OWN / "judge")]
    told = figures(answers)
    assert told.f1 >= 0.8
    assert told.needs >= 0.9 * told.found


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab |\t\n-*.:;,1A£•D "), max_size=200))
def test_whatever_is_pasted_is_read_and_quoted_as_it_stands(text: str) -> None:
    for each in read_advert(text):
        assert text[each.start : each.end] == each.quote
        assert each.quote.strip()
