"""Trains what tells how far an application had come when it ended.

Run as `python -m tools.train_stages [--measure] [--language de]`. The same letters give
the same weights. `--measure` holds out a fifth of the files in turn and says how often
the right stage is told, beside the wordings alone. To be run again whenever the encoder
of the language was taught anew.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from onward.domain.mail.context import Context
from onward.domain.mail.details.refusal.feedback import sentences_below
from onward.domain.mail.details.refusal.stage import (
    STAGES,
    TAUGHT,
    both,
    chances_of_stages,
    stage_by_wording,
    terms_told,
)
from onward.domain.mail.details.refusal.weights import weights_from
from onward.domain.mail.encoder.sense import senses_of
from onward.domain.mail.encoder.weights import FOLDERS
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.meaning.words import sentences_of
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Meaning
from tools.close_readings import readings_of
from tools.detail_examples import DETAILS, noted_mail
from tools.mail_examples import OWN, own_examples
from tools.term_training import Arrays, matrix_of, names_of, store, stored_as
from tools.train_details import WEIGHTS

_FREELY, _MOST_STEPS, _FOLDS, _FEWEST = 0.25, 1_000, 5, 3
# How much what the letter is about counts beside its words.
_SENSE = 0.5
_ENDED = frozenset({Meaning.REJECTION, Meaning.FEEDBACK})
_UNTOLD = "-"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A no: the file it is from, what is counted of it, and how far it had come."""

    file: str
    text: str
    terms: Sequence[str]
    sense: Floats
    ruled: str
    stage: str


def lessons(language: Language) -> list[Lesson]:
    """Return every no of a language whose stage was noted, none to judge with."""
    told = (_lesson(*one, language) for one in (*noted_stages(), *_noted_beside()))
    return [lesson for lesson in told if lesson is not None]


def noted_stages() -> Iterator[tuple[str, ParsedMail, str]]:
    """Yield the noes whose stage is noted apart: the file, the mail and the stage."""
    counts: Counter[str] = Counter()
    mails: dict[str, ParsedMail] = {}
    for example in (*own_examples(OWN / "build"), *own_examples(OWN / "later")):
        file = Path(example.origin).stem
        counts[file] += 1
        mails[f"{file}:{counts[file]}"] = example.mail
    for path in sorted((DETAILS / "stages").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            place, _, stage = line.partition(" ")
            if place in mails:
                yield place.partition(":")[0], mails[place], stage


def _noted_beside() -> Iterator[tuple[str, ParsedMail, str]]:
    for noted in noted_mail(DETAILS / "build"):
        if noted.label in _ENDED:
            file = noted.place.partition(":")[0]
            yield file, noted.mail, noted.told.get("stage", _UNTOLD)


def _lesson(
    file: str, mail: ParsedMail, stage: str, language: Language
) -> Lesson | None:
    text = show(clean(Draft(mail, Context()))).shown_text
    if language_of(text) != language:
        return None
    sentences = sentences_of(text)
    ruled = stage_by_wording(text, sentences)
    below = [text[s.start : s.end] for s in sentences_below(text)]
    sense = senses_of(below, language).mean(0)
    terms = terms_told(text, sentences, ruled)
    return Lesson(file, text, terms, sense, ruled, stage.strip(_UNTOLD))


def train(taught: Sequence[Lesson]) -> tuple[list[str], Arrays]:
    """Return the terms and the arrays of a model fitted on noes."""
    found = [lesson.terms for lesson in taught]
    names = names_of(found, _FEWEST)
    senses = np.stack([lesson.sense for lesson in taught])
    middle = senses.mean(axis=0)
    matrix = hstack([matrix_of(found, names), _SENSE * (senses - middle)], format="csr")
    stages = [STAGES.index(lesson.stage) for lesson in taught]
    # Few noes come late: without a balance hardly any would be told.
    fit = LogisticRegression(
        C=_FREELY, max_iter=_MOST_STEPS, class_weight="balanced"
    ).fit(matrix, stages)
    return stored_as(names, fit.coef_, fit.intercept_, middle, _SENSE)


def measured(taught: Sequence[Lesson]) -> Iterator[str]:
    """Yield how often the right stage is told of noes held out."""
    readings = readings_of([lesson.text for lesson in taught])
    pairs = zip(taught, readings, strict=True)
    both_ways = [(lesson, each.stages) for lesson, each in pairs if each]
    taught = [lesson for lesson, _ in both_ways]
    read = [stages for _, stages in both_ways]
    files = [lesson.file for lesson in taught]
    told: dict[int, str] = {}
    closely: dict[int, str] = {}
    for some, held in GroupKFold(_FOLDS).split(files, groups=files):
        weights = weights_from(*train([taught[place] for place in some]))
        for place in held:
            lesson = taught[place]
            chances = chances_of_stages(lesson.terms, lesson.sense[None], weights)
            told[place] = STAGES[int(chances.argmax())]
            chances = both(chances, read[place])
            closely[place] = STAGES[int(chances.argmax())]
    for kind, kept in (("all", ""), ("plain-noes", "plain-noes")):
        places = [n for n, file in enumerate(files) if file.startswith(kept)]
        if not places:
            continue
        model = np.mean([told[n] == taught[n].stage for n in places])
        words = np.mean([taught[n].ruled == taught[n].stage for n in places])
        more = np.mean([closely[n] == taught[n].stage for n in places])
        yield f"{kind}: {model:.3f}, read closely {more:.3f}, of {len(places)}"
        yield f"  wordings alone {words:.3f}"


def main() -> None:
    """Train on the noes to build with, or measure on files held out."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--measure", action="store_true")
    asked.add_argument("--language", choices=sorted(TAUGHT), default="en")
    told = asked.parse_args()
    taught = lessons(told.language)
    if told.measure:
        print("\n".join(measured(taught)))
        return
    weights = store("stages", *train(taught), WEIGHTS / FOLDERS[told.language])
    print(f"{len(weights.places):,} terms of {len(taught):,} noes")


if __name__ == "__main__":
    main()
