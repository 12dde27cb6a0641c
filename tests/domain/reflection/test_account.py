import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.reflection.account import Around, Facts, Meaning, marks_moved
from onward.domain.reflection.asked import Asked
from onward.domain.reflection.feelings import Feelings
from onward.domain.reflection.preparation import Shown

WORDS = st.text(max_size=20)
ASKED = st.builds(Asked, text=WORDS, example=WORDS, criterion=WORDS)
FACTS = st.builds(
    Facts,
    questions=st.lists(ASKED, max_size=3).map(tuple),
    around=st.builds(Around, surprises=WORDS, minutes=st.none() | st.integers(1, 90)),
    feelings=st.builds(
        Feelings, before=WORDS, parts=st.dictionaries(WORDS, st.integers(0, 2))
    ),
)


@given(FACTS)
@settings(max_examples=30)
def test_facts_come_back_as_they_were_kept(facts: Facts) -> None:
    assert Facts.of(json.loads(json.dumps(facts.plain))) == facts


def test_a_meaning_comes_back_as_it_was_kept() -> None:
    meaning = Meaning(
        mood=3,
        marks=({"example": 4}, {}),
        keep="I drew the tables",
        criteria=(Shown("SQL", "the survey", "strong"),),
    )
    assert Meaning.of(json.loads(json.dumps(meaning.plain))) == meaning
    assert meaning.words == ("I drew the tables", "the survey")


def test_what_a_later_version_kept_beside_is_left_out() -> None:
    assert Facts.of({"questions": [{"text": "One?", "mood": 9}], "more": 1}) == Facts(
        questions=(Asked(text="One?"),)
    )


def test_marks_go_with_the_words_of_their_question() -> None:
    one, two, three = (Asked(text=text) for text in ("One?", "Two?", "Three?"))
    marks = ({"example": 1}, {"example": 2})
    assert marks_moved(marks, (one, two), (two,)) == ({"example": 2},)
    assert marks_moved(marks, (one, two), (three, one, two)) == (
        {},
        {"example": 1},
        {"example": 2},
    )
    reworded = replace(two, text="Two, in other words?")
    assert marks_moved(marks, (one, two), (one, reworded)) == marks
