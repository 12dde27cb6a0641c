"""Learns on held-out mail how much the linear model and the encoder each count."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from onward.domain.mail.encoder.cascade import Blend, blended
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.verdict import evidence_for
from onward.domain.mail.meaning.weights import MEANINGS
from tools.encoder_parts import Heard

Floats = npt.NDArray[np.float64]
# How strongly both models are held to count alike, or as before, until mail shows
# otherwise. Of few letters less is believed.
_HELD, _HELD_BEFORE = 2.0, 5.0
# Whom the encoder is asked about. Of 756 letters new to both, 17 were surely wrong
# where it was asked from .2 on, 15 from .1 on, and no fewer beyond. In German and
# French the linear model knows less.
_ASKED: Mapping[Language, tuple[float, float]] = {
    "en": (0.1, 0.97),
    "de": (0.1, 0.99),
    "fr": (0.1, 0.99),
}
_LEAST = 1e-6
_QUOTING = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0)


def learned(heard: Sequence[Heard], language: Language = "en") -> Blend:
    """Return the blend that answers held-out letters best, and quotes best."""
    return _quoting_best(heard, weighed(heard, language))


def calibrated(heard: Sequence[Heard], before: Blend) -> Blend:
    """Return a blend moved towards what whole models say of letters new to them.

    The models of the parts were taught less than those that are shipped.
    """
    return weighed(heard, "en", before)


def weighed(
    heard: Sequence[Heard], language: Language, before: Blend | None = None
) -> Blend:
    """Return the blend that answers held-out letters best, if near to one before."""
    linear = np.log(np.maximum([each.scores.chances for each in heard], _LEAST))
    encoder = np.array([each.encoded.log_odds for each in heard], dtype=float)
    labels = np.array([each.taught.label for each in heard])
    wide = len(MEANINGS)
    even = np.concatenate([np.full(2 * wide, 0.5), np.zeros(wide)])
    held = _HELD
    if before:
        even = np.concatenate([before.linear, before.encoder, before.bias])
        even, held = even.astype(float), _HELD_BEFORE

    def cost(told: Floats) -> tuple[float, Floats]:
        by_linear, by_encoder, bias = told.reshape(3, wide)
        logits = linear * by_linear + encoder * by_encoder + bias
        logits -= logits.max(axis=1, keepdims=True)
        chances = np.exp(logits)
        chances /= chances.sum(axis=1, keepdims=True)
        rows = np.arange(len(labels))
        lost = -np.log(chances[rows, labels] + 1e-12).sum()
        chances[rows, labels] -= 1
        slope = [chances * linear, chances * encoder, chances]
        flat = np.concatenate([part.sum(axis=0) for part in slope])
        away = told - even
        return float(lost + held * (away**2).sum()), flat + 2 * held * away

    bounds = [*[(0.0, None)] * (2 * wide), *[(None, None)] * wide]
    found = minimize(cost, even, jac=True, method="L-BFGS-B", bounds=bounds).x
    by_linear, by_encoder, bias = found.astype(np.float32).reshape(3, wide)
    counts = by_linear, by_encoder, bias
    if before:
        return replace(before, linear=by_linear, encoder=by_encoder, bias=bias)
    return Blend(*counts, *_ASKED[language], 0.0, is_second=language == "en")


def _quoting_best(heard: Sequence[Heard], blend: Blend) -> Blend:
    """Choose how much the encoder counts in choosing quotes, by our own quotes."""
    quoted = [each for each in heard if each.taught.quote != (0, 0)]
    tried = [replace(blend, quoting=much) for much in _QUOTING]
    return max(tried, key=lambda each: sum(quotes_well(item, each) for item in quoted))


def quotes_well(heard: Heard, blend: Blend) -> bool:
    """Tell whether the strongest quote for the right meaning holds deciding words."""
    scores = blended(heard.scores, heard.encoded, blend)
    meaning, text = heard.taught.example.label, heard.taught.letter.text
    quotes = evidence_for(meaning, scores, text)
    begin, end = heard.taught.quote
    best = max(quotes, key=lambda quote: quote.weight, default=None)
    return best is not None and best.start < end and begin < best.end


def store_blend(blend: Blend, folder: Path) -> None:
    """Write a blend into a folder, to be read by people too."""
    told = {
        "ask_from": blend.ask_from,
        "settled_from": blend.settled_from,
        "quoting": blend.quoting,
        "is_second": blend.is_second,
        "meanings": [meaning.value for meaning in MEANINGS],
        **{
            name: [round(float(number), 4) for number in getattr(blend, name)]
            for name in ("linear", "encoder", "bias")
        },
    }
    content = json.dumps(told, indent=1)
    (folder / "blend.json").write_text(content + "\n", encoding="utf-8")
