"""Reads the arrays that training left behind, without taking all of them into memory.

What is not packed is mapped: processes share it, and of a table of words only the rows
that a letter asks for are ever read from the disk. Both encoders load in a hundredth of
a second in place of a tenth. Whoever writes such a file must put a new one in its
place: one that is written over changes under those who read it.
"""

import struct
from collections.abc import Iterator, Mapping
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Stored = Mapping[str, Array]
# Of a file's heading inside a zip: its length, and where the lengths of the name and of
# what else is told stand in it (APPNOTE.TXT 4.3.7).
_HEADING, _LENGTHS = 30, struct.Struct("<26xHH")


def arrays_in(file: Traversable) -> Stored:
    """Return the arrays of an npz file by name; they are not to be written to."""
    with as_file(file) as path, ZipFile(path) as packed:
        whole = np.memmap(path, mode="r")
        return dict(_arrays(packed, whole))


def _arrays(packed: ZipFile, whole: Array) -> Iterator[tuple[str, Array]]:
    for entry in packed.infolist():
        name = entry.filename.removesuffix(".npy")
        if entry.compress_type != ZIP_STORED:
            with packed.open(entry) as opened:
                yield name, np.lib.format.read_array(opened, allow_pickle=False)
            continue
        with packed.open(entry) as opened:
            np.lib.format.read_magic(opened)
            shape, by_column, kind = np.lib.format.read_array_header_1_0(opened)
            start = _begin_of(entry, whole) + opened.tell()
        yield (
            name,
            np.ndarray(shape, kind, whole, start, order="F" if by_column else "C"),
        )


def _begin_of(entry: ZipInfo, whole: Array) -> int:
    """Return where an entry's own bytes begin in the zip."""
    at = entry.header_offset
    name, further = _LENGTHS.unpack(whole[at : at + _HEADING].tobytes())
    return at + _HEADING + int(name) + int(further)
