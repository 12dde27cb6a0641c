import numpy as np

from onward.domain.interview.answers.parts import labels_of
from onward.domain.interview.answers.pieces import pieces_of
from onward.domain.interview.answers.review import PartName
from onward.domain.interview.answers.weights import shipped_weights
from onward.domain.interview.answers.word_lists import word_list
from tools.answer_examples import OWN, examples_in
from tools.answer_training import is_taught, train


def test_the_same_answers_give_the_weights_that_are_shipped() -> None:
    examples = [each for each in examples_in(OWN / "build") if is_taught(each)]
    made, shipped = train(examples).weights, shipped_weights()
    assert made.places == shipped.places
    assert np.allclose(made.label, shipped.label, atol=0.02)
    assert np.allclose(made.follows, shipped.follows, atol=1e-3)


def test_nothing_in_the_weights_names_anybody_or_any_trade() -> None:
    features = [f for f in shipped_weights().places if f.startswith("word:")]
    words = {feature.removeprefix("word:") for feature in features}
    assert len(words) > 20
    assert words <= word_list("small")


def test_a_step_of_ones_own_is_known_by_what_was_taught() -> None:
    pieces = pieces_of("At the depot a van was late. I rang the driver and waited.")
    labels = labels_of(pieces, shipped_weights())
    assert labels[0] is PartName.SITUATION
    assert labels[-1] is PartName.ACTION
