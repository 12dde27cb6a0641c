from dataclasses import replace
from pathlib import Path

import numpy as np

from onward.domain.mail.meaning.scores import Letter, meanings, take_apart
from onward.domain.mail.meaning.weights import MEANINGS, weights_from
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.verdict import Meaning
from tools.mail_examples import Example
from tools.mail_training import Lesson, train, vocabulary
from tools.train_mail import store

TEXTS = {
    Meaning.REJECTION: "We chose someone else for the post of {}. Sorry about that.",
    Meaning.ACKNOWLEDGEMENT: "Your application to be {} has arrived safely with us.",
    Meaning.NOT_JOB_RELATED: "The parcel with your {} leaves the depot this evening.",
}
THINGS = ("baker", "driver", "nurse", "clerk", "joiner", "tailor", "welder", "cook")


def lesson(label: Meaning, thing: str, number: int, kind: str = "own") -> Lesson:
    letter = Letter(f"Hello\n\n{TEXTS[label].format(thing)}")
    example = Example(
        origin=f"file{number % 3}",
        group=f"{label}{number}",
        kind=kind,
        label=label,
        mail=ParsedMail(digest=b""),
        quote=TEXTS[label].format(thing).partition(".")[0],
    )
    return Lesson(example, letter, take_apart(letter))


LESSONS = [
    lesson(label, thing, number)
    for label in TEXTS
    for number, thing in enumerate(THINGS)
]


def test_a_taught_model_tells_what_it_was_taught() -> None:
    weights = train(LESSONS).weights
    asked = [Letter(f"Hi\n\n{text.format('fitter')}") for text in TEXTS.values()]
    said = [MEANINGS[int(s.chances.argmax())] for s in meanings(asked, weights)]
    assert said == list(TEXTS)


def test_the_same_mail_gives_the_same_weights() -> None:
    first, second = train(LESSONS), train(LESSONS)
    assert first.terms == second.terms
    assert all(
        np.array_equal(first.arrays[name], second.arrays[name]) for name in first.arrays
    )


def test_stored_weights_read_as_they_were(tmp_path: Path) -> None:
    trained = train(LESSONS)
    size = store(trained, tmp_path)
    terms = (tmp_path / "terms.txt").read_text(encoding="utf-8").split("\n")
    with np.load(tmp_path / "meaning.npz", allow_pickle=False) as arrays:
        again = weights_from(terms, dict(arrays))
    assert size > 0
    letter = [LESSONS[0].letter]
    assert np.array_equal(
        meanings(letter, again)[0].chances,
        meanings(letter, trained.weights)[0].chances,
    )


def test_a_public_term_needs_five_independent_letters() -> None:
    five = [lesson(Meaning.REJECTION, "glassblower", n, "real") for n in range(5)]
    assert "glassblower" in vocabulary(five)[0]
    assert "glassblower" not in vocabulary(five[:4])[0]


def test_copies_of_a_public_letter_count_once() -> None:
    one = lesson(Meaning.REJECTION, "glassblower", 1, "real")
    copies = [replace(one) for _ in range(9)]
    assert "glassblower" not in vocabulary(copies)[0]
