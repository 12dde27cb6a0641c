"""How far readers of the politeness corpora agree, and what plain word counts reach."""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from tools.tone_examples import DOMAINS, PUBLIC

READERS = 5
_WORD = r"[\w']+|[?!.,]"
Floats = npt.NDArray[np.float64]


def marks_of_readers(domain: str, folder: Path = PUBLIC) -> Floats:
    """Return a row for each request: five readers' marks, each reader's made alike."""
    with (folder / DOMAINS[domain]).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    given = range(1, READERS + 1)
    marks = np.array([[float(row[f"Score{n}"]) for n in given] for row in rows])
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row_number, row in enumerate(rows):
        for n in given:
            places[row[f"TurkId{n}"]].append((row_number, n - 1))
    for found in places.values():
        at = tuple(np.array(found).T)
        marks[at] = (marks[at] - marks[at].mean()) / (marks[at].std() or 1.0)
    return marks


def one_reader(marks: Floats) -> float:
    """Return how often one reader tells the quarters of the other four, in percent."""
    shares = []
    for reader in range(marks.shape[1]):
        others = np.delete(marks, reader, axis=1).mean(axis=1)
        low, high = np.quantile(others, [0.25, 0.75])
        rude = (marks[others <= low, reader] < 0).mean()
        kind = (marks[others >= high, reader] > 0).mean()
        shares.append((rude + kind) / 2)
    return float(100 * np.mean(shares))


def plain_words(texts: list[str], marks: Floats, seed: int) -> float:
    """Return what the published baseline reaches on the same quarters, in percent.

    It counts the words of at least ten requests and draws a line between them.
    """
    low, high = np.quantile(marks, [0.25, 0.75])
    kept = (marks <= low) | (marks >= high)
    truth = marks[kept] >= high
    counted = CountVectorizer(min_df=10, token_pattern=_WORD)
    words = counted.fit_transform([t for t, k in zip(texts, kept, strict=True) if k])
    said = np.zeros(len(truth), dtype=bool)
    parts = StratifiedKFold(10, shuffle=True, random_state=seed)
    for taught, asked in parts.split(said, truth):
        model = LinearSVC(C=0.02, random_state=seed).fit(words[taught], truth[taught])
        said[asked] = model.predict(words[asked])
    return float(100 * (said == truth).mean())
