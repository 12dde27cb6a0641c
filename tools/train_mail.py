"""Trains what `onward.domain.mail.meaning` reads with, and writes it into the package.

Run as `python -m tools.train_mail`. The same mail gives the same weights, bit by bit.
"""

import argparse
from collections import Counter
from pathlib import Path

from tools.mail_examples import HOUSE
from tools.mail_training import Trained, lesson_of, train
from tools.saving import save_arrays
from tools.taught_mail import is_of_pair, taught_examples

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"


def store(trained: Trained, folder: Path) -> int:
    """Write the terms and the arrays into a folder and return the bytes they take."""
    folder.mkdir(parents=True, exist_ok=True)
    terms, arrays = folder / "terms.txt", folder / "meaning.npz"
    terms.write_text("\n".join(trained.terms), encoding="utf-8")
    # Packed they are half as large and take seven times as long to read.
    save_arrays(arrays, **trained.arrays)
    return terms.stat().st_size + arrays.stat().st_size


def main() -> None:
    """Train on the public rows and our own mail, and say what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--into", type=Path, default=WEIGHTS)
    into = asked.parse_args().into
    examples = [one for one in taught_examples() if not is_of_pair(one)]
    print(f"{len(examples)} messages:", dict(Counter(e.kind for e in examples)))
    trained = train([lesson_of(example) for example in examples])
    size = store(trained, into)
    print(f"{len(trained.terms):,} terms, {size / 1e6:.1f} MB in {into}")


if __name__ == "__main__":
    main()
