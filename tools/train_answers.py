"""Trains what finds the parts of an answer and writes it into the package.

Run as `python -m tools.train_answers`. The same answers give the same weights.
"""

import argparse
from pathlib import Path

import numpy as np

from tools.answer_examples import HOUSE, OWN, examples_in
from tools.answer_training import Trained, is_taught, train

WEIGHTS = HOUSE / "src/onward/domain/interview/answers/weights"


def store(trained: Trained, folder: Path) -> int:
    """Write the features and the arrays into a folder; return the bytes they take."""
    folder.mkdir(parents=True, exist_ok=True)
    terms, arrays = folder / "features.txt", folder / "parts.npz"
    terms.write_text("\n".join(trained.terms), encoding="utf-8")
    np.savez_compressed(arrays, allow_pickle=False, **trained.arrays)
    return terms.stat().st_size + arrays.stat().st_size


def main() -> None:
    """Train on the answers to build with, and say what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--into", type=Path, default=WEIGHTS)
    into = asked.parse_args().into
    examples = [each for each in examples_in(OWN / "build") if is_taught(each)]
    trained = train(examples)
    size = store(trained, into)
    print(f"{len(examples)} answers, {len(trained.terms):,} features, {size:,} bytes")


if __name__ == "__main__":
    main()
