"""What the encoder's training left behind: pieces of words and arrays, loaded once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from onward.domain.mail.encoder.words import Spelling, Vocabulary, cased, plain
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.stored import Array, Stored, arrays_in

HEADS = 12
FOLDERS: Mapping[Language, str] = {
    "en": "encoder",
    "de": "encoder-german",
    "fr": "encoder-french",
}
# Languages whose encoder was taught; French is read with what German taught, and with
# further pieces of words.
SPELLINGS: Mapping[Language, Spelling] = {"en": plain, "de": cased}
TAUGHT_IN: Mapping[Language, Language] = {"en": "en", "de": "de", "fr": "de"}
Whole = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Line:
    """A linear map: whole numbers from -127 to 127, with one step for each column.

    As it rests, that is; for reading, the numbers may have been made fractions already.
    """

    whole: Whole | Floats
    step: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Norm:
    """How a layer's states are brought back to one size."""

    weight: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer; `look` holds query, key and value side by side."""

    look: Line
    out: Line
    first_norm: Norm
    wide: Line
    narrow: Line
    second_norm: Norm


@dataclass(frozen=True, slots=True)
class EncoderWeights:
    """A trained encoder.

    `heads` holds side by side what a piece says evenly of each meaning, what it says
    by weight, and how much it decides.
    """

    vocabulary: Vocabulary
    words: Whole
    words_step: Floats
    places: Floats
    norm: Norm
    layers: tuple[Layer, ...]
    heads: Line


def shipped_in(language: Language) -> Traversable:
    """Return the folder inside the package with the encoder of a language."""
    return files("onward.domain.mail") / "weights" / FOLDERS[language]


@cache
def shipped_encoder(language: Language = "en") -> EncoderWeights:
    """Return the encoder inside the package, read on first use."""
    taught = TAUGHT_IN[language]
    if taught != language:
        return widened(shipped_encoder(taught), shipped_in(language), SPELLINGS[taught])
    return encoder_in(shipped_in(language), SPELLINGS[language])


def widened(
    encoder: EncoderWeights, folder: Traversable, spelled: Spelling
) -> EncoderWeights:
    """Return an encoder that knows the further pieces of words that a folder holds."""
    further = (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")
    arrays = arrays_in(folder / "words.npz")
    words, step = arrays["words"], _floats(arrays["words.step"])
    return replace(
        encoder,
        vocabulary=Vocabulary([*encoder.vocabulary.pieces, *further], spelled),
        words=np.concatenate([encoder.words, words]),
        words_step=np.concatenate([encoder.words_step, step]),
    )


def encoder_in(folder: Traversable, spelled: Spelling = plain) -> EncoderWeights:
    """Return the encoder that a folder holds, with the spelling its pieces have."""
    pieces = (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")
    return encoder_from(pieces, arrays_in(folder / "encoder.npz"), spelled)


def encoder_from(
    pieces: list[str], stored: Stored, spelled: Spelling = plain
) -> EncoderWeights:
    """Return the encoder for a list of pieces and the arrays as they are stored."""
    layers = sum(name.endswith(".look") for name in stored)
    return EncoderWeights(
        vocabulary=Vocabulary(pieces, spelled),
        words=stored["words"],
        words_step=_floats(stored["words.step"]),
        places=_floats(stored["places"]),
        norm=_norm(stored, "norm"),
        layers=tuple(layer_from(stored, place) for place in range(layers)),
        heads=line_from(stored, "heads"),
    )


def layer_from(stored: Stored, place: int) -> Layer:
    """Return one layer of the arrays as they are stored."""
    name = f"layer{place}"
    return Layer(
        look=line_from(stored, f"{name}.look"),
        out=line_from(stored, f"{name}.out"),
        first_norm=_norm(stored, f"{name}.first_norm"),
        wide=line_from(stored, f"{name}.wide"),
        narrow=line_from(stored, f"{name}.narrow"),
        second_norm=_norm(stored, f"{name}.second_norm"),
    )


def line_from(stored: Stored, name: str) -> Line:
    """Return one linear map of the arrays as they are stored."""
    step, bias = _floats(stored[f"{name}.step"]), _floats(stored[f"{name}.bias"])
    return Line(stored[name], step, bias)


def _norm(stored: Stored, name: str) -> Norm:
    return Norm(_floats(stored[f"{name}.weight"]), _floats(stored[f"{name}.bias"]))


def _floats(array: Array) -> Floats:
    return np.array(array, dtype=np.float32)
