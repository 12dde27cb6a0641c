"""Which files the recogniser needs, and whether some are really those.

Whisper base (MIT, OpenAI), converted for CTranslate2 by Systran. The hashes are those
that several public projects pin; anything else is refused, wherever it came from.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from onward.domain.errors import OnwardError

_BLOCK = 1 << 20


class SpeechModelNotTrustedError(OnwardError):
    """These files are not the speech model Onward was tried with: they stay unused."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A file, how large it is, and its SHA-256."""

    name: str
    size_bytes: int
    sha256: str


FILES = (
    Pinned(
        "model.bin",
        145_217_532,
        "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    ),
    Pinned(
        "config.json",
        2_309,
        "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    ),
    Pinned(
        "vocabulary.txt",
        459_861,
        "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
    ),
)
SIZE_BYTES = sum(file.size_bytes for file in FILES)


def looks_whole(folder: Path) -> bool:
    """Whether all files are there at their size; cheap enough for every page."""
    return all(_has_size(folder / file.name, file.size_bytes) for file in FILES)


def _has_size(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def trusted(folder: Path) -> Path:
    """Return the folder if its files are those pinned; raises what can be told."""
    for file in FILES:
        if not _has_size(folder / file.name, file.size_bytes):
            raise SpeechModelNotTrustedError
        if sha256_of(folder / file.name) != file.sha256:
            raise SpeechModelNotTrustedError
    return folder


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
