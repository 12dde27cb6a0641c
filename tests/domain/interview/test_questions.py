"""The bank of questions is whole, and other banks can join it."""

from collections import Counter
from pathlib import Path

import pytest

from onward.domain.feedback.frameworks import competencies
from onward.domain.interview.questions import question as kept
from onward.domain.interview.questions.bank import (
    QuestionBankError,
    question,
    questions,
    questions_in,
)

ELEMENTS = {kept.MOTIVATION, kept.STRENGTHS, kept.EXPERIENCE, kept.TECHNICAL}


def _said(asked: kept.Question) -> tuple[str, ...]:
    marks = (asked.anchors.one, asked.anchors.three, asked.anchors.five)
    return (asked.text, asked.tests, *asked.probes, *marks)


def test_every_question_has_a_key_and_words_of_its_own() -> None:
    assert max(Counter(each.key for each in questions()).values()) == 1
    assert max(Counter(each.text for each in questions()).values()) == 1
    for place in (0, 1):
        said = Counter(each.probes[place] for each in questions())
        assert max(said.values()) <= 3
    anchors = Counter(_said(each)[4:] for each in questions())
    assert max(anchors.values()) == 1


def test_every_question_says_all_it_has_to_in_whole_sentences() -> None:
    for each in questions():
        assert all(len(text) > 14 for text in _said(each)), each.key
        assert all(text[-1] in ".?" for text in _said(each)), each.key
        assert all("!" not in text for text in _said(each)), each.key


def test_every_competency_is_a_behaviour_or_another_part_of_success_profiles() -> None:
    named = {each.competency for each in questions()}
    assert named <= {*competencies(), *ELEMENTS}


def test_a_question_is_found_by_its_key() -> None:
    found = question("delivering-deadlines")
    assert found is not None
    assert found.kind is kept.Kind.PAST_BEHAVIOUR
    assert question("no-such-question") is None


def test_an_anchor_is_asked_for_by_its_mark() -> None:
    found = question("delivering-deadlines")
    assert found is not None
    assert found.anchors.at(3) == found.anchors.three
    assert found.anchors.at(2) == ""


def test_a_bank_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[question]]\nkey = "a"')
    with pytest.raises(QuestionBankError, match=r"mine\.toml"):
        list(questions_in(tmp_path))


def test_what_tops_a_bank_holds_for_its_questions(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("""
sectors = ["beekeeping"]
level = "entry"
[[question]]
key = "bees"
text = "What do bees need in March?"
kind = "technical"
competency = "Technical"
tests = "Whether you know a hive after winter."
probes = ["Why?", "What then?"]
anchors = { 1 = "Nothing.", 3 = "Food.", 5 = "Food, room and a look at the queen." }
""")
    (found,) = questions_in(tmp_path)
    assert found.sectors == ("beekeeping",)
    assert found.level is kept.Level.ENTRY
