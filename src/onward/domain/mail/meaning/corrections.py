"""What a person corrected, and which other messages that speaks for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from onward.domain.mail.meaning.weights import shipped_weights
from onward.domain.mail.verdict import Meaning

_WORD = re.compile(r"[^\W\d_]+")
# The smallest hashes of a text's word triples stand for all of them.
_KEPT = 96
# From the same sender, half the wording shared is the same letter; from elsewhere,
# nearly all of it must be.
_SAME_SENDER, _ANYWHERE = 0.45, 0.75


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a message to know its look-alikes: no word can be read back."""

    sender_domain: str
    shingles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """The meaning a person gave to a message with this signature."""

    meaning: Meaning
    signature: Signature


def signature_of(text: str, sender_domain: str = "") -> Signature:
    """Return the signature of a text shown and the domain it came from.

    Words the model does not know, such as names, are left out, so that one template
    filled for two roles keeps one signature.
    """
    known = shipped_weights().places
    words = [word for word in _WORD.findall(text.lower()) if word in known]
    triples = zip(words, words[1:], words[2:], strict=False)
    hashes = {crc32(" ".join(triple).encode()) for triple in triples}
    return Signature(sender_domain.lower(), tuple(sorted(hashes)[:_KEPT]))


def look_alike(
    signature: Signature, corrections: Iterable[Correction]
) -> Correction | None:
    """Return the correction that most resembles a message; the later one on a tie."""
    best: tuple[float, Correction] | None = None
    for correction in corrections:
        alike = likeness(signature, correction.signature)
        same = signature.sender_domain == correction.signature.sender_domain
        needed = _SAME_SENDER if same and signature.sender_domain else _ANYWHERE
        if alike >= needed and (best is None or alike >= best[0]):
            best = alike, correction
    return best[1] if best else None


def likeness(first: Signature, second: Signature) -> float:
    """Return the share of wording two messages have in common, estimated."""
    ours, theirs = set(first.shingles), set(second.shingles)
    if not ours or not theirs:
        return 0.0
    both = set(sorted(ours | theirs)[:_KEPT])
    return len(ours & theirs & both) / len(both)
