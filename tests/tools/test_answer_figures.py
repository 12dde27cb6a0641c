import pytest

from onward.domain.interview.answers.reading import review_answer
from onward.domain.interview.answers.review import Band, PartName
from tools.answer_examples import Example, Marked
from tools.answer_figures import (
    Agreement,
    kappa,
    off_scale_agrees,
    parts_agree,
    parts_present,
)

E, C, S, N = Band.EMERGING, Band.CLEAR, Band.STRONG, Band.NOT_ASKED
TOLD = "I rang the office in May and asked for the form."


def test_agreement_beyond_chance_is_one_for_all_and_none_for_chance() -> None:
    assert kappa([(E, E), (C, C), (S, S)]) == 1
    assert kappa([(E, E), (E, S), (S, E), (S, S)]) == pytest.approx(0)
    assert kappa([(E, C), (C, C), (S, S)]) > kappa([(E, S), (C, C), (S, S)])


def test_what_is_off_the_scale_is_counted_apart() -> None:
    pairs = [(N, N), (N, E), (C, C)]
    assert off_scale_agrees(pairs) == (2, 1)
    assert kappa(pairs) == 1


def test_a_part_counts_once_where_half_of_it_is_shared() -> None:
    marked = (Marked(PartName.ACTION, 0, len(TOLD)),)
    example = Example("plain", "office", "", TOLD, marked, {})
    review = review_answer("", TOLD)
    assert parts_agree([(example, review)])[PartName.ACTION] == Agreement(1, 1, 1)
    assert parts_present([(example, review)]).both == 1
    assert Agreement().f1 == 1
