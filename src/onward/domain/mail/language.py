"""Tells English from German, the two languages whose mail is understood."""

from typing import Literal

Language = Literal["en", "de"]
# Every third word of German prose is one of these.
_GERMAN = frozenset(
    {
        *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem"),
        *("und", "oder", "aber", "nicht", "kein", "keine", "wir", "uns", "ich", "mir"),
        *("sie", "ihnen", "ihr", "ihre", "ihrer", "du", "dir", "dich", "es", "er"),
        *("ist", "sind", "hat", "haben", "wird", "werden", "für", "mit", "von", "zu"),
        *("auf", "bei", "im", "zum", "zur", "auch", "noch", "leider", "dass", "wie"),
    }
)
_MOSTLY_GERMAN = 0.12


def language_of(text: str) -> Language:
    """Return German where enough of the small words are; else English."""
    words = text.lower().split()
    known = sum(word in _GERMAN for word in words)
    return "de" if known > len(words) * _MOSTLY_GERMAN else "en"
