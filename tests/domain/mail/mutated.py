"""Damages letters in the places where parsers break, the same way for the same seed."""

import random
from collections.abc import Iterator, Sequence

# What breaks parsers: edges of MIME, halves of encodings, odd bytes.
SPLINTERS = (
    *(b"\n", b"\r", b"\n\n", b"\0", b":", b";", b"=", b"=?", b"?=", b'"', b"<", b">"),
    *(b"--edge", b"--edge--", b"\n--inner\n", b"=\n", b"=3D", b"=C3", b"\xff", b"\x80"),
    *(
        b"Content-Type: ",
        b"multipart/mixed; boundary=",
        b"charset=utf-16",
        b"%",
        b"*0*=",
    ),
    *(b"Content-Transfer-Encoding: base64\n", b"From ", b"(", b")", b"\\", b"\xe2\x80"),
    *(
        b"Date: 99",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"&#x110000;",
        b"</div>",
        b"> ",
        b"\t",
    ),
)


def mutations(letters: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield so many damaged letters."""
    chance = random.Random(seed)
    for _ in range(count):
        yield mutated(chance.choice(letters), chance)


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """Return a message with one to twelve places changed."""
    content = bytearray(raw)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(content) + 1)
        to = min(len(content), at + chance.randint(0, 30))
        piece = chance.choice(SPLINTERS)
        content[at:to] = chance.choice(
            (piece, piece + bytes(content[at:to]), bytes(content[at:to]) * 3, b"")
        )
    return bytes(content)
