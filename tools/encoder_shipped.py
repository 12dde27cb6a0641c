"""The shipped encoder as PyTorch trains it, so that it can be taught further.

Needs `torch`, which neither Onward nor its tests depend on.
"""

import numpy as np
import torch
from torch import Tensor, nn

from onward.domain.mail.encoder.weights import (
    HEADS,
    Layer,
    Line,
    Norm,
    shipped_encoder,
)
from onward.domain.mail.language import Language
from tools import encoder_model
from tools.encoder_model import Encoder


def encoder_as_shipped(language: Language) -> tuple[Encoder, list[str]]:
    """Return the encoder inside the package, and the pieces it knows."""
    torch.manual_seed(encoder_model.SEED)
    weights = shipped_encoder(language)
    known, width = weights.words.shape
    encoder = Encoder(known, len(weights.layers), width, HEADS)
    words = weights.words.astype(np.float32) * weights.words_step[:, None]
    with torch.no_grad():
        encoder.words.weight.copy_(torch.from_numpy(words))
        encoder.places.weight.copy_(torch.from_numpy(weights.places))
        _norm(encoder.norm, weights.norm)
        for layer, stored in zip(encoder.layers, weights.layers, strict=True):
            _layer(layer, stored)
        heads = (encoder.evenly, encoder.weighted, encoder.decides)
        _lines(weights.heads, *heads)
    for resting in (encoder.words, encoder.places, encoder.norm):
        resting.requires_grad_(requires_grad=False)
    return encoder, list(weights.vocabulary.pieces)


def _layer(layer: encoder_model.Layer, stored: Layer) -> None:
    _lines(stored.look, layer.query, layer.key, layer.value)
    _lines(stored.out, layer.out)
    _norm(layer.first_norm, stored.first_norm)
    _lines(stored.wide, layer.wide)
    _lines(stored.narrow, layer.narrow)
    _norm(layer.second_norm, stored.second_norm)


def _lines(stored: Line, *lines: nn.Linear) -> None:
    """Part what is stored side by side again."""
    whole = stored.whole.astype(np.float32) * stored.step
    weight, bias = torch.from_numpy(whole.T), torch.from_numpy(stored.bias)
    wide = [line.out_features for line in lines]
    parts = zip(lines, weight.split(wide), bias.split(wide), strict=True)
    for line, columns, row in parts:
        _fill(line.weight, columns)
        _fill(line.bias, row)


def _norm(norm: nn.LayerNorm, stored: Norm) -> None:
    _fill(norm.weight, torch.from_numpy(stored.weight))
    _fill(norm.bias, torch.from_numpy(stored.bias))


def _fill(into: Tensor, numbers: Tensor) -> None:
    into.copy_(numbers)
