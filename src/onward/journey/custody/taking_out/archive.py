"""A zip made while it is read: however large it is, it is never held as a whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SUMS = "SHA256SUMS.txt"
_OWNER_ONLY = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the zip; its pieces are made when their turn comes."""

    name: str
    pieces: Iterable[bytes]


class _Tray:
    """What was written and is still to be handed on; it cannot be gone back in."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        """Take a piece."""
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: a piece is there as soon as it was written."""

    def taken(self) -> Iterator[bytes]:
        """Yield what has come since the last time."""
        found, self._pieces = b"".join(self._pieces), []
        if found:
            yield found


def zipped(parts: Iterable[Part], folder: str, made_at: datetime) -> Iterator[bytes]:
    """Yield a zip of all parts in one folder, with a checksum of each at the end."""
    tray, sums = _Tray(), []
    with ZipFile(tray, "w", ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for part in parts:
            digest = sha256()
            with archive.open(_entry(folder, part.name, made_at), "w") as file:
                for piece in part.pieces:
                    digest.update(piece)
                    file.write(piece)
                    yield from tray.taken()
            sums.append(f"{digest.hexdigest()}  {part.name}\n")
            yield from tray.taken()
        archive.writestr(_entry(folder, SUMS, made_at), "".join(sums))
    yield from tray.taken()


def _entry(folder: str, name: str, made_at: datetime) -> ZipInfo:
    entry = ZipInfo(f"{folder}/{name}", made_at.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _OWNER_ONLY
    return entry
