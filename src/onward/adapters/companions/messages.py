"""How two processes talk: a kind, a length, and what follows."""

import struct
from typing import BinaryIO

_HEAD = struct.Struct("<cI")


def send(stream: BinaryIO, kind: bytes, content: bytes = b"") -> None:
    """Write one message, whole."""
    stream.write(_HEAD.pack(kind, len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Read one message; None where the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, size = _HEAD.unpack(head)
    content = stream.read(size)
    return (kind, content) if len(content) == size else None
