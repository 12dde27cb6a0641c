"""Tells how long the list of a zip is before it is read into memory."""

import os
import struct
from typing import BinaryIO

_END = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 65_535
_LIST_SIZE = struct.Struct("<12xI")
# Large zips have a second end record, and before the first a note that there is one.
_LARGE_NOTE = b"PK\x06\x07"
_LARGE_NOTE_LENGTH = 20
_LARGE_LENGTH = 56
_LARGE_LIST_SIZE = struct.Struct("<40xQ")


def list_size_of(stream: BinaryIO) -> int:
    """Return the bytes a zip says its list of entries has; 0 when it says nothing."""
    size = stream.seek(0, os.SEEK_END)
    longest = _LONGEST_COMMENT + _END_LENGTH + _LARGE_NOTE_LENGTH + _LARGE_LENGTH
    stream.seek(max(0, size - longest))
    tail = stream.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + _LIST_SIZE.size:
        return 0
    told: int = _LIST_SIZE.unpack_from(tail, end)[0]
    note = end - _LARGE_NOTE_LENGTH
    large = note - _LARGE_LENGTH
    if large >= 0 and tail.startswith(_LARGE_NOTE, note):
        told = _LARGE_LIST_SIZE.unpack_from(tail, large)[0]
    return min(told, size)
