"""Trains what `onward.domain.interview.adverts` reads with, into the package.

Run as `python -m tools.train_adverts`. The same adverts give the same weights.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np

from tools.advert_examples import HOUSE, OWN, examples_in
from tools.advert_training import Trained, taught_by, train

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "interview" / "adverts" / "weights"


def store(trained: Trained, folder: Path) -> int:
    """Write the terms and the arrays into a folder and return the bytes they take."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / name for name in ("terms.txt", "criteria.npz")]
    files[0].write_text("\n".join(trained.terms), encoding="utf-8")
    np.savez_compressed(files[1], allow_pickle=False, **trained.arrays)
    return sum(path.stat().st_size for path in files)


def main() -> None:
    """Train on the adverts to build with, and say what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--into", type=Path, default=WEIGHTS)
    into = asked.parse_args().into
    examples = examples_in(OWN / "build")
    kinds = Counter(said.kind.value for each in examples for said in each.expected)
    print(f"{len(examples)} adverts and lists of lines:", dict(kinds))
    trained = train([taught_by(n, example) for n, example in enumerate(examples)])
    size = store(trained, into)
    print(f"{len(trained.terms):,} terms, {size / 1e6:.2f} MB in {into}")


if __name__ == "__main__":
    main()
