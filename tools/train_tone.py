"""Trains what `onward.domain.letters.politeness` reads with, into the package.

Run as `python -m tools.train_tone`. The same requests give the same weights.
"""

import argparse
from pathlib import Path

import numpy as np

from tools.tone_examples import DOMAINS, HOUSE, OWN, own_letters, requests
from tools.tone_training import Trained, lesson_of, train

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "letters" / "weights"


def store(trained: Trained, folder: Path) -> int:
    """Write the terms and the arrays into a folder and return the bytes they take."""
    folder.mkdir(parents=True, exist_ok=True)
    terms, arrays = folder / "terms.txt", folder / "politeness.npz"
    terms.write_text("\n".join(trained.terms), encoding="utf-8")
    np.savez_compressed(arrays, allow_pickle=False, **trained.arrays)
    return terms.stat().st_size + arrays.stat().st_size


def main() -> None:
    """Train on the requests of both domains, and say what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--into", type=Path, default=WEIGHTS)
    into = asked.parse_args().into
    lessons = [lesson_of(request) for domain in DOMAINS for request in requests(domain)]
    trained = train(lessons, own_letters(OWN / "build"))
    size = store(trained, into)
    bias, slope, middle, _ = trained.arrays["numbers"].tolist()
    print(f"{len(lessons):,} requests, {len(trained.terms):,} terms,")
    print(f"{size / 1e6:.2f} MB in {into}")
    print(f"bias {bias:.3f}, slope {slope:.3f}, middle {middle:.3f}")


if __name__ == "__main__":
    main()
