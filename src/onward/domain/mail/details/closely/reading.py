"""Reads a mail closely: which words are names, how far it came, whether an agency."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onward.domain.mail.details.closely.weights import (
    CloseWeights,
    shipped_close_weights,
)
from onward.domain.mail.details.closely.windows import Window, windows_of
from onward.domain.mail.encoder.encode import embedded, mapped, shares, through
from onward.domain.mail.encoder.weights import EncoderWeights, shipped_encoder
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.message import Address

# What may be named, in the order of the tags; each outside, begun or gone on with.
NAMED = ("role", "employer", "agency", "panel")
TAGS = 3
# What stands further on than is read is of no name.
_UNREAD = 6.0
_REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class CloseReading:
    """What is read of a mail closely.

    `tags` has a row of log-odds for each piece that begins a word, `starts` where in
    the text it does; `stages` the chance of each of `stage.STAGES`; `agency` the
    log-odds that an agency writes.
    """

    starts: tuple[int, ...]
    tags: Floats
    stages: Floats
    agency: float

    def odds_at(self, starts: Sequence[int]) -> Floats:
        """Return the tags of words that begin at these places, a row for each."""
        rows = {start: row for row, start in reversed([*enumerate(self.starts)])}
        found = np.zeros((len(starts), len(NAMED) * TAGS), np.float32)
        found[:, ::TAGS] = _UNREAD
        for place, start in enumerate(starts):
            if start in rows:
                found[place] = self.tags[rows[start]]
        return found

    def chance_named(self, kind: str, start: int, end: int) -> float:
        """Return how likely what begins between two places is of a name of a kind."""
        first = NAMED.index(kind) * TAGS
        rows = [row for row, at in enumerate(self.starts) if start <= at < end]
        if not rows:
            return 0.0
        outside = shares(self.tags[rows, first : first + TAGS])[:, 0]
        return float(1 - outside.mean())


@lru_cache(maxsize=_REMEMBERED)
def read_closely(text: str, sender: Address, language: Language = "en") -> CloseReading:
    """Return what is read of an English or German mail; several ask for the same one.

    Takes 20 to 60 ms in English, 40 to 120 in German.
    """
    encoder = shipped_encoder(language)
    windows = windows_of(text, sender, encoder.vocabulary)
    return read_with(windows, encoder, shipped_close_weights(language))


def read_with(
    windows: Sequence[Window], encoder: EncoderWeights, weights: CloseWeights
) -> CloseReading:
    """Return the same by other weights: the windows of a mail as one."""
    states = [_states(window, encoder, weights) for window in windows]
    tags = [mapped(each, weights.tags) for each in states]
    letters = [_letter(each, weights) for each in states]
    stages = [shares(mapped(of[:1], weights.stages))[0] for of in letters]
    agency = [float(mapped(of[1:], weights.agency)[0, 0]) for of in letters]
    places = [at for window in windows for at in window.starts]
    begins = [row for row, at in enumerate(places) if at >= 0]
    return CloseReading(
        tuple(places[row] for row in begins),
        np.concatenate(tags)[begins],
        np.asarray(np.mean(stages, axis=0)),
        max(agency),
    )


def _states(window: Window, encoder: EncoderWeights, weights: CloseWeights) -> Floats:
    states = embedded(window.ids, encoder)
    for layer in encoder.layers[: weights.shared]:
        states = through(states, layer)
    states = states + weights.marks[list(window.looks)]
    for layer in weights.layers:
        states = through(states, layer)
    return states


def _letter(states: Floats, weights: CloseWeights) -> Floats:
    """Return a window as a whole, once as the stage and once as the agency sees it.

    Half of a row are the pieces by how much they decide, half are all alike.
    """
    much = shares(mapped(states, weights.decides), axis=0)
    alike = states.mean(axis=0)
    return np.stack([np.concatenate([each @ states, alike]) for each in much.T])
