"""The sound of a take on the disk: added to as it is spoken, every stretch sealed.

A stretch is on the disk before the browser is told so. Whatever ends the program, what
was told is there; a last stretch that was being written is cut off when it goes on.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from threading import Lock

from django.conf import settings

from onward.adapters.secrets import cipher
from onward.ports.transcription import SAMPLE_RATE

FOLDER = "takes"
SAMPLE_BYTES = 2
_MARK = b"ONWD"
# Mark, kind, number, rate, bytes of sound, and of what follows once it is locked.
_HEAD = struct.Struct(">4sBIIII")
_writing = Lock()


class Kind(IntEnum):
    """What a stretch holds: samples, or a piece of what the browser packed itself."""

    SAMPLES = 1
    PACKED = 2


class OutOfStepError(Exception):
    """A stretch is not the next one; `number` is."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of sound as it came; the rate is that of the browser's machine."""

    number: int
    rate: int
    content: bytes
    kind: Kind = Kind.SAMPLES


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before a stretch, for all to read; `bytes` of sound."""

    kind: Kind
    number: int
    rate: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Recording:
    """The file of one take, and the key its stretches are locked with."""

    path: Path
    key: bytes

    @property
    def is_there(self) -> bool:
        """Whether there is any sound."""
        return self.path.is_file()

    def add(self, stretch: Stretch) -> int:
        """Put the next stretch on the disk and return the number of the one after.

        One that is there already is left as it is. Raises OutOfStepError where one in
        between is missing.
        """
        with _writing:
            number, whole = self._end()
            if stretch.number < number:
                return number
            if stretch.number > number:
                raise OutOfStepError(number)
            self._write(stretch, whole)
            return number + 1

    def next_number(self) -> int:
        """Return the number the next stretch will have."""
        return self._end()[0]

    def stretches(self) -> Iterator[Stretch]:
        """Yield what was kept, in order; a torn last stretch is left out."""
        for head, place, length in self._heads():
            with self.path.open("rb") as stream:
                stream.seek(place)
                locked = stream.read(length)
            content = cipher.unlock(self.key, locked)
            yield Stretch(head.number, head.rate, content, head.kind)

    def samples(self) -> bytes:
        """Return the whole sound as 16-bit samples at 16 kHz."""
        return b"".join(resampled(self.stretches()))

    def packed(self) -> bytes:
        """Return what the browser packed itself, where it gave no samples."""
        return b"".join(
            one.content for one in self.stretches() if one.kind is Kind.PACKED
        )

    def seconds(self) -> float:
        """Return how long the sound is, without opening it; 0 for packed sound."""
        return sum(
            head.bytes / SAMPLE_BYTES / head.rate
            for head, _place, _length in self._heads()
            if head.kind is Kind.SAMPLES
        )

    def delete(self) -> None:
        """Delete the sound for good."""
        self.path.unlink(missing_ok=True)

    def _end(self) -> tuple[int, int]:
        """Return the next number, and how many bytes of the file are whole."""
        number, whole = 0, 0
        for head, place, length in self._heads():
            number, whole = head.number + 1, place + length
        return number, whole

    def _heads(self) -> Iterator[tuple[_Head, int, int]]:
        if not self.path.is_file():
            return
        size = self.path.stat().st_size
        with self.path.open("rb") as stream:
            while len(told := stream.read(_HEAD.size)) == _HEAD.size:
                mark, kind, number, rate, sound, length = _HEAD.unpack(told)
                place = stream.tell()
                if mark != _MARK or place + length > size:
                    return
                yield _Head(Kind(kind), number, rate, sound), place, length
                stream.seek(place + length)

    def _write(self, stretch: Stretch, whole: int) -> None:
        locked = cipher.lock(self.key, stretch.content)
        told = (stretch.kind, stretch.number, stretch.rate, len(stretch.content))
        head = _HEAD.pack(_MARK, *told, len(locked))
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(number, "r+b") as stream:
            stream.truncate(whole)
            stream.seek(whole)
            stream.write(head + locked)
            stream.flush()
            os.fsync(stream.fileno())


def resampled(stretches: Iterator[Stretch]) -> Iterator[bytes]:
    """Yield sound at 16 kHz; where the rate changes, another machine went on."""
    from onward.domain.practice.resampling import (  # noqa: PLC0415 - brings numpy
        Resampler,
    )

    turning = Resampler(SAMPLE_RATE)
    for one in stretches:
        if one.kind is not Kind.SAMPLES:
            continue
        if one.rate != turning.rate:
            turning = Resampler(one.rate)
        yield turning.turned(one.content)


def folder_of(person_id: int) -> Path:
    """Return where a person's sound lies."""
    return Path(settings.DATA_DIR) / FOLDER / str(person_id)
