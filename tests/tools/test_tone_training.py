from dataclasses import replace
from pathlib import Path

import numpy as np

from onward.domain.letters.politeness import politeness
from tools.tone_examples import Expected, OwnLetter, Request
from tools.tone_training import LEAST_REQUESTS, fit, lesson_of, scores, train
from tools.train_tone import store

KIND = [Request(f"Thank you, could you please help with {n}?", 1.0) for n in range(30)]
RUDE = [Request(f"Why did you do that stupid thing {n}?", -1.0) for n in range(30)]
LESSONS = [lesson_of(request) for request in [*KIND, *RUDE]]
FINE = OwnLetter("a", "fine", "Thank you, could you please help?")
ANGRY = OwnLetter("b", "angry", "Why did you do that stupid thing?")


def test_a_model_learns_what_sets_requests_apart() -> None:
    found = scores(LESSONS, fit(LESSONS).weights)
    assert found[:30].min() > found[30:].max()


def test_terms_of_few_requests_are_not_kept() -> None:
    rare = [lesson_of(Request("Zebedee, please help?", 0.9))] * (LEAST_REQUESTS - 1)
    assert "zebedee" not in fit([*LESSONS, *rare]).terms


def test_the_same_requests_give_the_same_weights() -> None:
    first, second = fit(LESSONS), fit(LESSONS)
    assert first.terms == second.terms
    assert all(np.array_equal(first.arrays[k], second.arrays[k]) for k in first.arrays)


def test_the_middle_lies_between_kind_and_rude_letters(tmp_path: Path) -> None:
    rude = replace(ANGRY, expected=(Expected("blame"),))
    trained = train(LESSONS, [FINE, rude])
    assert politeness(FINE.text, weights=trained.weights) > 0.5
    assert politeness(rude.text, weights=trained.weights) < 0.5
    assert store(trained, tmp_path) < 100_000
