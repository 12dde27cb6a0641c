import pytest

from onward.domain.feedback.note import Kind, Note
from tools.feedback_examples import Example, unmarked
from tools.feedback_figures import (
    answer,
    f1_of,
    interval,
    macro_f1,
    paired_f1,
    precision,
    recall,
)

TEXT, POINTS = unmarked("{+|You were very warm}, and {-|you were late}. {-|Too long.}")
EXAMPLE = Example("made", "made:0", "plain", TEXT, POINTS)


def note(words: str, kind: Kind) -> Note:
    start = TEXT.index(words)
    return Note(words, start, start + len(words), kind, "", 0.5, 0.9)


def test_half_of_the_shorter_one_makes_a_pair_and_each_is_used_once() -> None:
    notes = [note("You were very warm, and", Kind.STRENGTH), note("warm", Kind.UNCLEAR)]
    given = answer(EXAMPLE, notes)
    assert [(p.kind, n.quote) for p, n in given.pairs] == [
        (Kind.STRENGTH, "You were very warm, and")
    ]
    assert precision([given]) == pytest.approx(1 / 2)
    assert recall([given]) == pytest.approx(1 / 3)


def test_what_is_missed_and_what_is_too_much_both_count() -> None:
    notes = [note("you were late", Kind.IMPROVEMENT), note("Too long.", Kind.UNCLEAR)]
    given = [answer(EXAMPLE, notes)]
    assert f1_of(Kind.IMPROVEMENT, given) == pytest.approx(2 / 3)
    assert f1_of(Kind.STRENGTH, given) == 0
    assert paired_f1(given) > macro_f1(given)


def test_all_right_is_one_with_no_doubt() -> None:
    notes = [
        note("You were very warm", Kind.STRENGTH),
        note("you were late", Kind.IMPROVEMENT),
        note("Too long.", Kind.IMPROVEMENT),
    ]
    given = [answer(EXAMPLE, notes)] * 3
    assert macro_f1(given) == 1
    assert interval(macro_f1, given) == (1.0, 1.0)
