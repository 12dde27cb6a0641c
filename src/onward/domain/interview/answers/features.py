"""What the reader sees of a piece: its signs, a few words, and where it stands."""

from collections.abc import Sequence

from onward.domain.interview.answers.pieces import Piece
from onward.domain.interview.answers.signs import signs_in
from onward.domain.interview.answers.word_lists import word_list

_THIRDS, _LONG, _SHORT = 3, 14, 4
_ACTS = frozenset({"i_did", "i_verbs", "bare_did", "so_i", "me_to"})
# Words with no trade in them; others would only name the scenes that were taught.
_SMALL = word_list("small")


def features_of(pieces: Sequence[Piece]) -> list[list[str]]:
    """Return the features of each piece of an answer."""
    found = [signs_in(piece.words) for piece in pieces]
    acted = False
    rows = []
    for number, (piece, signs) in enumerate(zip(pieces, found, strict=True)):
        around = [
            *(f"before:{sign}" for sign in (found[number - 1] if number else ())),
            *(f"after:{sign}" for sign in _next(found, number)),
        ]
        rows.append(
            [*signs, *around, *_words(piece), *_place(number, len(pieces), acted=acted)]
        )
        rows[-1] += [f"{sign}+{rows[-1][-1]}" for sign in signs]
        acted = acted or bool(_ACTS & set(signs))
    return rows


def _next(found: Sequence[tuple[str, ...]], number: int) -> tuple[str, ...]:
    return found[number + 1] if number + 1 < len(found) else ()


def _words(piece: Piece) -> list[str]:
    words = piece.words
    length = len(words)
    return [
        *(f"word:{word}" for word in sorted(set(words) & _SMALL)),
        f"first:{words[0] if words[0] in _SMALL else '-'}",
        "long" if length > _LONG else "short" if length < _SHORT else "middling",
        "opens" if piece.opens else "goes on",
    ]


def _place(number: int, count: int, *, acted: bool) -> list[str]:
    """Return where it stands; the last says whether anything was done before."""
    third = min(_THIRDS - 1, number * _THIRDS // max(1, count))
    return [
        *(["very first"] if number == 0 else []),
        *(["very last"] if number == count - 1 else []),
        f"third:{third}",
        "acted" if acted else "not yet",
    ]
