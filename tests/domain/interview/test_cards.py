"""What is said of evidence cards is there in their words."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.interview.cards.card import Card
from onward.domain.interview.cards.checks import Check, checks
from onward.domain.interview.cards.claims import About, disagreements
from onward.domain.interview.cards.cv import from_cv
from onward.domain.interview.cards.reuse import Reuse, reused

WHOLE = Card(
    "1",
    headline="Cut Saturday queues",
    situation="People walked out because the line reached the door",
    actions=("Counted the wait", "Opened a basket-only till", "Trained two people"),
    result="The wait went from nine minutes to four",
    learned="Count before you change",
    follow_ups=("Who was against it?",),
)
CV = """Jo Bloggs
Team leader, Harper's, 2019 - 2023
- Trained 14 new starters, cutting mistakes by a third
- Monday to Friday
Cooked for forty people each week. Likes hiking.
"""


def test_a_whole_card_has_nothing_to_look_at() -> None:
    assert checks(WHOLE) == ()


def test_a_card_with_a_headline_alone_says_what_is_missing() -> None:
    found = checks(Card("1", headline="Queues"))
    assert Check.NO_SITUATION in found
    assert Check.NO_RESULT in found
    assert Check.NO_NUMBER_IN_RESULT not in found


def test_long_fields_and_a_result_without_a_number_are_named() -> None:
    card = Card("1", "x" * 301, "a b c d e f g h i j k l m", ("Did it",), "Went well")
    found = checks(card)
    assert found[:2] == (Check.FIELD_TOO_LONG, Check.SITUATION_TOO_LONG)
    assert Check.NO_NUMBER_IN_RESULT in found


def test_one_story_for_half_of_what_is_asked_carries_too_much() -> None:
    uses = [("a", "1"), ("b", "1"), ("c", "1"), ("d", "2"), ("e", "3")]
    assert reused(uses) == (Reuse("1", 3, 5),)


def test_a_story_with_others_beside_it_does_not_carry_too_much() -> None:
    uses = [("a", "1"), ("b", "1"), ("c", "1"), ("c", "2"), ("d", "2")]
    assert reused(uses) == ()


def test_two_tellings_of_one_story_with_other_figures_disagree() -> None:
    one = Card("1", "Summer sale", result="The summer sale window sold 40 toys")
    other = Card("2", "Summer sale window", result="Sale window sold 60 toys")
    (found,) = disagreements([one, other])
    assert found.about is About.FIGURE
    assert (found.first_words, found.second_words) == (one.result, other.result)


def test_figures_of_other_stories_do_not_disagree() -> None:
    one = Card("1", "Summer sale", result="The window sold 40 toys")
    other = Card("2", "Moved house for a neighbour", result="Carried 60 boxes of toys")
    assert disagreements([one, other]) == ()


def test_alone_on_one_card_and_with_a_team_on_the_other_disagree() -> None:
    one = Card("1", "Moved the office files", "I moved the office files on my own")
    other = Card("2", "Moved the office files", "Moved office files with my team")
    assert [found.about for found in disagreements([one, other])] == [About.ALONE]


def test_what_a_cv_gives_is_a_quote_of_it_under_its_post() -> None:
    first, second = from_cv(CV)
    assert first.quote == "Trained 14 new starters, cutting mistakes by a third"
    assert first.headline == "Trained 14 new starters"
    assert first.result == "cutting mistakes by a third"
    assert first.situation == "Team leader, Harper's, 2019 - 2023"
    assert second.quote == "Cooked for forty people each week."


def test_a_json_resume_gives_its_highlights() -> None:
    work = {"name": "Harper's", "position": "Cook", "startDate": "2020-01"}
    told = {"work": [{**work, "highlights": ["Cut waste of food by 20 per cent"]}]}
    (found,) = from_cv(json.dumps(told))
    assert found.quote == "Cut waste of food by 20 per cent"
    assert found.situation == "Cook, Harper's, 2020-01"


def test_what_only_looks_like_a_json_resume_gives_nothing() -> None:
    assert from_cv("{not json") == ()
    assert from_cv('{"work": 3, "awards": [4, {"highlights": "x"}]}') == ()


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_nothing_a_cv_gives_is_invented(text: str) -> None:
    said = " ".join(text.split())
    for found in from_cv(text):
        assert " ".join(found.quote.split()) in said
        assert found.headline in found.quote
        assert found.result in found.quote
