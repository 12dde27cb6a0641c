"""What close readers say of mail that did not teach them, kept on disk.

Its lessons are those of `tools.close_lessons`; what else is to be weighed learns here
how much a close reading is worth on new mail.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

import numpy as np

from onward.domain.mail.details.closely.reading import CloseReading, read_with
from onward.domain.mail.details.closely.weights import CloseWeights
from onward.domain.mail.details.closely.windows import windows_of
from onward.domain.mail.encoder.weights import EncoderWeights
from onward.domain.mail.message import Address
from tools.mail_examples import HOUSE

HALVES = 2
KEPT = HOUSE / "build" / "close-reader"
# What came after the halves were read, as the shipped reader read it before it was
# taught that mail.
NEWER = "newer"


def half_of(file: str) -> int:
    """Return with which half the mail of a file is held out, by the file's name."""
    return crc32(Path(file).stem.encode()) % HALVES


def digest_of_shared(encoder: EncoderWeights, shared: int) -> bytes:
    """Return what tells whether the layers it stands on are still the same."""
    digest = blake2b(encoder.words.tobytes(), digest_size=16)
    for layer in encoder.layers[:shared]:
        for line in (layer.look, layer.out, layer.wide, layer.narrow):
            digest.update(np.asarray(line.whole).tobytes())
    return digest.digest()


def _key(text: str) -> str:
    return blake2b(text.encode(), digest_size=12).hexdigest()


def keep(
    mail: Iterable[tuple[str, Address]],
    name: str,
    encoder: EncoderWeights,
    weights: CloseWeights,
) -> None:
    """Write what is read of each mail, told by its text and its sender."""
    arrays: dict[str, np.ndarray] = {}
    for text, sender in mail:
        windows = windows_of(text, sender, encoder.vocabulary)
        read = read_with(windows, encoder, weights)
        key = _key(text)
        arrays[f"{key} starts"] = np.array(read.starts, np.int32)
        arrays[f"{key} tags"] = read.tags.astype(np.float16)
        arrays[f"{key} letter"] = np.array([*read.stages, read.agency], np.float32)
    KEPT.mkdir(parents=True, exist_ok=True)
    np.savez(KEPT / f"{name}.npz", allow_pickle=False, **arrays)


def readings_of(texts: Iterable[str]) -> list[CloseReading | None]:
    """Return what was read of each mail by a reader that it did not teach.

    None where nobody read it: it is in no language that is read closely, or came later.
    """
    found: dict[str, CloseReading] = {}
    for path in sorted(KEPT.glob("*.npz"), reverse=True):  # a half goes before newer
        with np.load(path, allow_pickle=False) as kept:
            keys = [name.partition(" ")[0] for name in kept if name.endswith("starts")]
            found |= {key: _reading(kept, key) for key in keys}
    return [found.get(_key(text)) for text in texts]


def _reading(kept: Mapping[str, np.ndarray], key: str) -> CloseReading:
    letter = kept[f"{key} letter"]
    return CloseReading(
        tuple(kept[f"{key} starts"].tolist()),
        kept[f"{key} tags"].astype(np.float32),
        letter[:-1],
        float(letter[-1]),
    )
