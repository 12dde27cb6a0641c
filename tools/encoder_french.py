"""Gives the German encoder the further pieces of words that French needs.

What the pieces mean comes as it is out of the package that the German one began with:
its meanings of words lie together in all languages, and teaching left them alone. Run
in an environment with `msgpack`, with the list of words out of `wordfreq` 3.1.1:

  python -m tools.encoder_french PACKAGE/e5-small-q4.bin large_fr.msgpack.gz

Without the list the pieces stay those that are shipped.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from onward.domain.mail.encoder.weights import FOLDERS, shipped_encoder, shipped_in
from tools.encoder_pieces import (
    commonest,
    listed_words,
    single_letters,
    words_in_letters,
)
from tools.encoder_stored import Stored, in_our_spelling
from tools.mail_examples import HOUSE
from tools.saving import save_arrays

# With them 98 of 100 words of French texts are cut as with all of 250,000.
FURTHER = 7_000
WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"


def needed(places: dict[str, int], known: Iterable[str], words: Path) -> list[str]:
    """Return the pieces that French uses most and German does not know."""
    used = commonest(places, [*listed_words(words), *words_in_letters({"fr"})])
    chosen = dict.fromkeys([*single_letters(places), *used])
    others = chosen.keys() - set(known)
    return [piece for piece in chosen if piece in others][:FURTHER]


def store(stored: Stored, places: Sequence[int], folder: Path) -> int:
    """Write what pieces mean, in whole numbers, and return the bytes it takes."""
    rows = stored.words(places)
    step = np.maximum(np.abs(rows).max(axis=1), 1e-8) / 127
    whole = np.round(rows / step[:, None]).astype(np.int8)
    kept = {"words": whole, "words.step": step.astype(np.float32)}
    save_arrays(folder / "words.npz", **kept)
    return (folder / "words.npz").stat().st_size


def main() -> None:
    """Write the pieces and what they mean into the package."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("package", type=Path)
    asked.add_argument("words", type=Path, nargs="?")
    asked.add_argument("--into", type=Path, default=WEIGHTS / FOLDERS["fr"])
    told = asked.parse_args()
    stored = Stored(told.package)
    places = in_our_spelling(stored.pieces)
    known = shipped_encoder("de").vocabulary.pieces
    if told.words:
        pieces = needed(places, known, told.words)
    else:
        pieces = (shipped_in("fr") / "pieces.txt").read_text("utf-8").split("\n")
    told.into.mkdir(parents=True, exist_ok=True)
    size = store(stored, [places[piece] for piece in pieces], told.into)
    (told.into / "pieces.txt").write_text("\n".join(pieces), encoding="utf-8")
    print(f"{len(pieces)} pieces, {size / 1e6:.1f} MB in {told.into}")


if __name__ == "__main__":
    main()
