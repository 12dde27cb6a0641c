"""Cuts a mail into what the close reader sees at once: its sender, then its pieces."""

from collections.abc import Iterator
from dataclasses import dataclass

from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.encoder.words import (
    BEGIN,
    END,
    MOST_PIECES,
    Vocabulary,
)
from onward.domain.mail.message import Address

# How a piece looks: its letters, whether it begins a line, and where it stands. Words
# are read in lower case, so that their capitals have to be told apart from them.
LOOKS = 24
_AMID, _CAPITAL, _SHOUTED, _SIGN = range(4)
_LINE, _PLACE = 2, 8
_IN_SUBJECT, _IN_BODY = 1, 2
_MOST_OF_SENDER, _MOST_OF_LOCAL = 28, 30
# Marks at the beginning, behind the sender and at the end.
_AROUND = 3
_MOST_CHARACTERS, _MOST_PIECES_READ, _MOST_WINDOWS = 6_000, 560, 3


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces by number, how each looks, and where in the text it begins, or -1."""

    ids: tuple[int, ...]
    looks: tuple[int, ...]
    starts: tuple[int, ...]


def windows_of(text: str, sender: Address, vocabulary: Vocabulary) -> list[Window]:
    """Return the windows of a mail, its first 500 pieces or so, in order."""
    first = vocabulary.places[BEGIN], *_sender(sender, vocabulary)
    lead = (*first, vocabulary.places[END])
    pieces = list(_pieces(text, vocabulary))
    room = MOST_PIECES - len(first) - _AROUND + 1
    starts = range(0, max(1, len(pieces)), room)[:_MOST_WINDOWS]
    return [_window(lead, pieces[start : start + room], vocabulary) for start in starts]


def _window(
    lead: tuple[int, ...], pieces: list[tuple[int, int, int]], vocabulary: Vocabulary
) -> Window:
    ids, looks, starts = zip(*pieces, strict=True) if pieces else ((), (), ())
    return Window(
        (*lead, *ids, vocabulary.places[END]),
        (*(0 for _ in lead), *looks, 0),
        (*(-1 for _ in lead), *starts, -1),
    )


def _sender(sender: Address, vocabulary: Vocabulary) -> list[int]:
    """Return the pieces of who writes: the name, the address and whose it is."""
    local = sender.address.partition("@")[0][:_MOST_OF_LOCAL]
    said = f"{sender.name} , {local} at {domain_label(sender.domain)}"
    cut = [
        piece for word, _ in vocabulary.words_of(said) for piece in vocabulary.cut(word)
    ]
    return cut[:_MOST_OF_SENDER]


def _pieces(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, int]]:
    """Yield each piece with its look and its start; only a word's first one begins."""
    subject_ends = text.find("\n") if "\n" in text else len(text)
    behind, count = 0, 0
    for word, start in vocabulary.words_of(text[:_MOST_CHARACTERS]):
        cut = vocabulary.cut(word)
        if not cut:
            continue
        look = _shape(text[start : start + len(word)]) * _LINE
        look += "\n" in text[behind:start]
        look += _PLACE * (_IN_SUBJECT if start < subject_ends else _IN_BODY)
        yield cut[0], look, start
        yield from ((piece, look, -1) for piece in cut[1:])
        behind, count = start + 1, count + len(cut)
        if count > _MOST_PIECES_READ:
            return


def _shape(word: str) -> int:
    if not word[:1].isalpha():
        return _SIGN
    if word.isupper() and len(word) > 1:
        return _SHOUTED
    return _CAPITAL if word[0].isupper() else _AMID
