"""What each sentence of a letter is about, where it stands among the others."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice

import numpy as np

from onward.domain.mail.encoder.encode import states_by_layer
from onward.domain.mail.encoder.weights import EncoderWeights, shipped_encoder
from onward.domain.mail.encoder.words import (
    BEGIN,
    END,
    MOST_PIECES,
    Pieces,
    Vocabulary,
)
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.portions import portions

# Held-out mails chose the layers. They change whenever the encoder is taught anew.
LAYERS: Mapping[Language, Collection[int]] = {
    "en": (4, 6),
    "de": (4, 9),
    "fr": (4, 9),
}
_MOST_OF_ONE = 96
_MOST_SENTENCES = 64
# A window takes one sentence more, and the marks around them.
_FULL = MOST_PIECES - 2 - _MOST_OF_ONE
Cut = tuple[int, ...]


def senses_of(said: Sequence[str], language: Language = "en") -> Floats:
    """Return 384 numbers a layer for each sentence, read in a row with the others.

    Each is the mean of what a layer makes of the sentence's pieces; 0 without any.
    Takes as long as reading the letter: 16 to 30 ms, in German and French twice that.
    """
    weights = shipped_encoder(language)
    cut = [_cut(sentence, weights.vocabulary) for sentence in said]
    width = weights.places.shape[1] * len(LAYERS[language])
    windows = portions(cut, len, _MOST_SENTENCES, _FULL)
    rows = [_read(window, weights, LAYERS[language]) for window in windows]
    return np.concatenate([np.zeros((0, width), np.float32), *rows])


def _cut(sentence: str, vocabulary: Vocabulary) -> Cut:
    return vocabulary.sentence(sentence, _MOST_OF_ONE + 2).ids[1:-1]


def _read(
    window: Sequence[Cut], weights: EncoderWeights, layers: Collection[int]
) -> Floats:
    """Return a row for each sentence of a window, from all pieces of the window."""
    places = weights.vocabulary.places
    ids = (places[BEGIN], *(one for cut in window for one in cut), places[END])
    made = islice(states_by_layer(Pieces(ids, ()), weights), max(layers))
    kept = [states for layer, states in enumerate(made, 1) if layer in layers]
    states = np.concatenate(kept, axis=1)
    ends = np.cumsum([len(cut) for cut in window]) + 1
    means = [
        _mean(states[end - len(cut) : end])
        for end, cut in zip(ends, window, strict=True)
    ]
    return np.array(means, dtype=np.float32)


def _mean(states: Floats) -> Floats:
    return np.asarray(states.sum(axis=0) / max(1, len(states)))
