"""The encoder as PyTorch trains it: layers of MiniLM under a head of our own.

Needs `torch` and `safetensors`, which neither Onward nor its tests depend on.
"""

import json
from pathlib import Path
from typing import Any, cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onward.domain.mail.encoder.words import MARKS, MOST_PIECES
from onward.domain.mail.meaning.weights import MEANINGS

# What is taken of the base: pieces of Latin writing, the commonest first.
MOST_KNOWN = 18_000
SEED = 20261124
_DROPOUT = 0.1
_LATIN = range(0x21, 0x250)
_FURTHER = "\u20ac\u2026\u2022"


class Layer(nn.Module):  # type: ignore[misc]  # torch is not where mypy runs
    """One layer: every piece looks at the others, then at itself."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (
            nn.Linear(width, width) for _ in range(4)
        )
        self.wide, self.narrow = (
            nn.Linear(width, 4 * width),
            nn.Linear(4 * width, width),
        )
        self.first_norm = nn.LayerNorm(width, eps=1e-12)
        self.second_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, states: Tensor, closed: Tensor) -> Tensor:
        """Return the states of the pieces one layer further up."""
        size, length, width = states.shape
        query, key, value = (
            part(states).view(size, length, self.heads, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        looks = query @ key.transpose(2, 3) / (width / self.heads) ** 0.5 + closed
        seen = (torch.softmax(looks, dim=-1) @ value).transpose(1, 2)
        seen = self.dropout(self.out(seen.reshape(size, length, width)))
        states = self.first_norm(states + seen)
        further = self.narrow(functional.gelu(self.wide(states), approximate="tanh"))
        return cast("Tensor", self.second_norm(states + self.dropout(further)))


class Encoder(nn.Module):  # type: ignore[misc]  # torch is not where mypy runs
    """The layers with a head whose log-odds are a sum over the pieces.

    A letter's log-odds are the mean over its pieces of what each says, and once more
    with the pieces weighted by how much they decide. So what each piece adds is known.
    """

    def __init__(self, known: int, layers: int, width: int, heads: int) -> None:
        super().__init__()
        self.words = nn.Embedding(known, width)
        self.places = nn.Embedding(MOST_PIECES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(_DROPOUT)
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.decides = nn.Linear(width, 1)
        self.evenly = nn.Linear(width, len(MEANINGS))
        self.weighted = nn.Linear(width, len(MEANINGS))

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return log-odds, what each piece adds to them, and the pieces' weights."""
        there = (ids != 0).float()
        closed = (1 - there)[:, None, None, :] * -1e4
        places = self.places.weight[: ids.shape[1]]
        states = self.dropout(self.norm(self.words(ids) + places))
        for layer in self.layers:
            states = layer(states, closed)
        decides = torch.softmax(
            self.decides(states)[:, :, 0] - 1e4 * (1 - there), dim=1
        )
        evenly = there / there.sum(dim=1, keepdim=True)
        states = self.dropout(states)
        adds = (
            self.evenly(states) * evenly[:, :, None]
            + self.weighted(states) * decides[:, :, None]
        )
        return adds.sum(dim=1), adds, decides


def pieces_from(base: Path) -> tuple[list[str], list[int]]:
    """Return the pieces that are kept of the base's vocabulary, and their places."""
    all_pieces = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")
    places = {piece: place for place, piece in enumerate(all_pieces)}
    kept = [*MARKS, *(piece for piece in all_pieces if _is_latin(piece))]
    kept = kept[:MOST_KNOWN]
    return kept, [places[piece] for piece in kept]


def _is_latin(piece: str) -> bool:
    word = piece.removeprefix("##")
    return bool(word) and piece not in _UNUSED and all(_fits(sign) for sign in word)


_UNUSED = {*MARKS, "[MASK]", *(f"[unused{number}]" for number in range(1000))}


def _fits(sign: str) -> bool:
    return ord(sign) in _LATIN or sign in _FURTHER


def encoder_from(base: Path, layers: int) -> tuple[Encoder, list[str]]:
    """Return an encoder with the base's lowest layers, and the pieces it knows."""
    torch.manual_seed(SEED)
    told: dict[str, Any] = json.loads((base / "config.json").read_text("utf-8"))
    pieces, places = pieces_from(base)
    encoder = Encoder(
        len(pieces), layers, told["hidden_size"], told["num_attention_heads"]
    )
    stored = load_file(base / "model.safetensors")
    stored = {name.removeprefix("bert."): part for name, part in stored.items()}
    words = stored["embeddings.word_embeddings.weight"][places]
    kind = stored["embeddings.token_type_embeddings.weight"][0]
    taken = {
        "words.weight": words,
        "places.weight": stored["embeddings.position_embeddings.weight"][:MOST_PIECES]
        + kind,
        **_both("norm", stored, "embeddings.LayerNorm"),
    }
    for layer in range(layers):
        for ours, theirs in _NAMES.items():
            taken |= _both(
                f"layers.{layer}.{ours}", stored, f"encoder.layer.{layer}.{theirs}"
            )
    missing = encoder.load_state_dict(taken, strict=False)
    if missing.unexpected_keys:
        raise ValueError(missing.unexpected_keys)
    # Words not met in training must keep their place among those that were.
    for resting in (encoder.words, encoder.places, encoder.norm):
        resting.requires_grad_(requires_grad=False)
    return encoder, pieces


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second_norm": "output.LayerNorm",
}


def _both(ours: str, stored: dict[str, Tensor], theirs: str) -> dict[str, Tensor]:
    return {f"{ours}.{part}": stored[f"{theirs}.{part}"] for part in ("weight", "bias")}
