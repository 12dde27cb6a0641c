"""Trains what `onward.domain.feedback` reads with and writes it into the package.

Run as `python -m tools.train_feedback`. The same texts give the same weights.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np

from tools.feedback_examples import HOUSE, OWN, examples_in
from tools.feedback_training import Trained, taught_by, train

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "feedback" / "weights"


def store(trained: Trained, folder: Path) -> int:
    """Write the terms and the arrays into a folder and return the bytes they take."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / name for name in ("terms.txt", "borders.txt", "notes.npz")]
    files[0].write_text("\n".join(trained.terms), encoding="utf-8")
    files[1].write_text("\n".join(trained.borders), encoding="utf-8")
    np.savez_compressed(files[2], allow_pickle=False, **trained.arrays)
    return sum(path.stat().st_size for path in files)


def main() -> None:
    """Train on the texts to build with, and say what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--into", type=Path, default=WEIGHTS)
    into = asked.parse_args().into
    examples = examples_in(OWN / "build")
    kinds = Counter(point.kind.value for each in examples for point in each.points)
    print(f"{len(examples)} texts and lines:", dict(kinds))
    taught = [
        sentence
        for group, example in enumerate(examples)
        for sentence in taught_by(group, example)
    ]
    trained = train(taught)
    size = store(trained, into)
    print(f"{len(trained.terms):,} terms, {size / 1e6:.2f} MB in {into}")


if __name__ == "__main__":
    main()
