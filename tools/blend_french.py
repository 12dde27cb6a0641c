"""Learns how far to trust the linear model and the encoder about French letters.

Run as `python -m tools.blend_french`, whenever the linear model was trained anew. The
encoder has met no French letter, and of the linear model those are heard that its own
training fits without a third of the letters. Takes as long as that training.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onward.domain.mail.encoder.cascade import shipped_blend
from onward.domain.mail.encoder.encode import encode, pieces_of
from onward.domain.mail.encoder.weights import FOLDERS, shipped_encoder
from onward.domain.mail.meaning.scores import Scores, softmax
from onward.domain.mail.meaning.weights import shipped_weights
from tools.encoder_blend import store_blend, weighed
from tools.encoder_lessons import Taught
from tools.encoder_parts import Heard
from tools.mail_examples import HOUSE
from tools.mail_training import Lesson, held_out_features, lesson_of, teaches
from tools.taught_mail import taught_examples

INTO = HOUSE / "src" / "onward" / "domain" / "mail" / "weights" / FOLDERS["fr"]
Features = npt.NDArray[np.float32]


def heard(lessons: Sequence[Lesson], features: Features) -> list[Heard]:
    """Return what both models say of French letters that neither was taught."""
    weights = shipped_weights()
    chances = softmax(features @ weights.blend + weights.blend_bias)
    encoder = shipped_encoder("fr")
    letters = [lesson.letter for lesson in lessons]
    encoded = encode(pieces_of(letters, encoder), encoder)
    taught = [Taught(lesson.example, lesson.letter) for lesson in lessons]
    nothing = np.zeros((0, chances.shape[1]), dtype=np.float32)
    scores = [Scores(row, (), nothing, ()) for row in chances]
    return [Heard(*each) for each in zip(taught, scores, encoded, strict=True)]


def main() -> None:
    """Train in three parts, hear the French letters held out, write the blend."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--into", type=Path, default=INTO)
    into = asked.parse_args().into
    examples = taught_examples()
    lessons = [lesson_of(example) for example in examples if teaches(example)]
    features, places = held_out_features(lessons)
    asked_about = [lessons[place] for place in places]
    french = [n for n, each in enumerate(asked_about) if each.example.language == "fr"]
    said = heard([asked_about[n] for n in french], features[french])
    # Which quotes are best was learned on German letters.
    quoting = shipped_blend("de").quoting
    store_blend(replace(weighed(said, "fr"), quoting=quoting), into)
    print(f"{len(said)} letters heard")


if __name__ == "__main__":
    main()
