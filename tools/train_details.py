"""Trains what tells a reason, feedback and an offer of it apart in a no.

Run as `python -m tools.train_details [--measure] [--language de]`. The same sentences
give the same weights. `--measure` holds out a fifth of the mails in turn and says how
often the right sentence of a mail was picked, at several bars. To be run again whenever
the encoder of the language was taught anew.
"""

import argparse
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from onward.domain.mail.details.refusal.sayings import (
    SAYINGS,
    Saying,
    sayings_of,
    terms_said,
)
from onward.domain.mail.details.refusal.weights import weights_from
from onward.domain.mail.encoder.sense import senses_of
from onward.domain.mail.encoder.weights import FOLDERS
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning.weights import Floats
from tools.detail_examples import DETAILS
from tools.mail_examples import HOUSE
from tools.term_training import Arrays, matrix_of, names_of, store, stored_as

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"
_FREELY, _MOST_STEPS, _FOLDS = 0.5, 1_000, 5
_FEWEST = 2
# How much what a sentence is about counts beside its words; held-out mails chose it.
_SENSE = 0.35
# One mail: its sentences, each with the letters of what it says.
Mail = list[tuple[str, str]]


def noted_sentences(folder: Path = DETAILS / "sentences") -> list[Mail]:
    """Return the mails of files: a sentence a line, an empty line between mails."""
    paths = sorted(folder.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    parts = "\n\n".join(text.strip("\n") for text in texts).split("\n\n")
    return [
        [_noted(line) for line in part.strip().split("\n")]
        for part in parts
        if part.strip()
    ]


def _noted(line: str) -> tuple[str, str]:
    letters, _, sentence = line.partition(" ")
    return sentence, letters.strip("-")


def train(mails: Sequence[Mail]) -> tuple[list[str], Arrays]:
    """Return the terms and the arrays of a model fitted on mails."""
    found = [terms for mail in mails for terms in terms_said([s for s, _ in mail])]
    letters = [noted for mail in mails for _, noted in mail]
    names = names_of(found, _FEWEST)
    senses = np.concatenate(
        [_senses(tuple(said for said, _ in mail)) for mail in mails]
    )
    middle = senses.mean(axis=0)
    matrix = hstack([matrix_of(found, names), _SENSE * (senses - middle)], format="csr")
    fits = [_fit(matrix, [saying in each for each in letters]) for saying in SAYINGS]
    weights = np.array([fit.coef_[0] for fit in fits])
    bias = np.array([fit.intercept_[0] for fit in fits])
    return stored_as(names, weights, bias, middle, _SENSE)


@cache
def _senses(said: tuple[str, ...]) -> Floats:
    return senses_of(said, language_of(" ".join(said)))


def _fit(matrix: csr_matrix, said: Sequence[bool]) -> LogisticRegression:
    return LogisticRegression(C=_FREELY, max_iter=_MOST_STEPS).fit(matrix, said)


def measured(mails: Sequence[Mail]) -> Iterator[str]:
    """Yield how often the right sentence, or none, is picked in mails held out."""
    groups = np.arange(len(mails))
    odds: list[dict[Saying, np.ndarray]] = [{} for _ in mails]
    for taught, asked in GroupKFold(_FOLDS).split(groups, groups=groups):
        weights = weights_from(*train([mails[place] for place in taught]))
        for place in asked:
            odds[place] = sayings_of([s for s, _ in mails[place]], weights)
    whole = [(m, o) for m, o in zip(mails, odds, strict=True) if len(m) > 1]
    for saying, bar in product(SAYINGS, np.arange(-2.0, 1.01, 0.25)):
        right = [_is_right(mail, said[saying], saying, bar) for mail, said in whole]
        yield f"{saying.name} from {bar:+.2f}: {np.mean(right):.3f} of {len(right)}"


def _language_of(mail: Mail) -> Language:
    return language_of(" ".join(sentence for sentence, _ in mail))


def _is_right(mail: Mail, odds: np.ndarray, saying: Saying, bar: float) -> bool:
    best = int(odds.argmax())
    if odds[best] < bar:
        return not any(saying in letters for _, letters in mail)
    return saying in mail[best][1]


def main() -> None:
    """Train on the sentences to build with, or measure on mails held out."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--measure", action="store_true")
    asked.add_argument("--language", choices=FOLDERS, default="en")
    told = asked.parse_args()
    mails = [mail for mail in noted_sentences() if _language_of(mail) == told.language]
    if told.measure:
        print("\n".join(measured(mails)))
        return
    weights = store("sayings", *train(mails), WEIGHTS / FOLDERS[told.language])
    print(f"{len(weights.places):,} terms of {len(mails):,} mails")


if __name__ == "__main__":
    main()
