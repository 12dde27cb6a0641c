"""Tells apart the languages whose mail is understood: English, German and French."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Language = Literal["en", "de", "fr"]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The small words of a language, and what else shows in how its words are spelt."""

    words: frozenset[str]
    spelled: re.Pattern[str]


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
# Without those that Spanish, Italian or English has too: de, la, que, on, plus.
_FRENCH = frozenset(
    {
        *("le", "les", "des", "du", "une", "au", "aux", "et", "ou", "où", "à", "est"),
        *("nous", "vous", "je", "il", "elle", "ils", "ce", "cet", "cette", "ces"),
        *("votre", "vos", "notre", "nos", "mes", "ton", "tes", "ses", "leur", "leurs"),
        *("toi", "moi", "lui", "eux", "pas", "ne", "rien", "pour", "avec", "dans"),
        *("sur", "sans", "chez", "qui", "dont", "mais", "donc", "puis", "sont", "sera"),
        *("été", "être", "suis", "avons", "avez", "ont", "avait", "était", "sommes"),
        *("serez", "serait", "fait", "peux", "peut", "pouvons", "pouvez", "bien"),
        *("très", "tout", "tous", "toute", "toutes", "aussi", "encore", "déjà", "hier"),
        *("demain", "ici", "voici", "voilà", "quand", "comme", "afin", "lors", "après"),
        *("avant", "jusqu", "suite", "merci", "bonjour", "bonsoir", "salut", "coucou"),
        *("cher", "chère", "madame", "mme", "monsieur", "cordialement", "bonne"),
        *("malheureusement", "hélas", "désolé", "désolée", "souhaitons", "bises"),
        *("candidature", "candidat", "poste", "entretien", "recherche", "équipe"),
        *("j'ai", "c'est", "n'est", "n'a", "n'ai", "d'un", "d'une", "d'autre", "qu'on"),
        *("quelqu'un", "autre", "autres", "bon", "courage", "slt", "bjr", "svp", "stp"),
    }
)
_SPOKEN: Mapping[Language, _Spoken] = {
    "de": _Spoken(_GERMAN, re.compile("[äöüß]")),
    "fr": _Spoken(_FRENCH, re.compile("[éèêàâçùûîôœ]|(?<!\\S)(?:[cdjlmnst]|qu)'")),
}
_EDGES = ".,!?:;()[]\"'„“»«"
# A mail may end in a language of its own: a notice, a signature, a letter answered.
_FIRST_WORDS = 80
# Of 21,452 letters of our own 27 are taken for another language, most of them in two.
_MOSTLY, _LEAST = 0.2, 2


@lru_cache(maxsize=16)  # of each mail many ask
def language_of(text: str) -> Language:
    """Return German or French where enough of the first words are; else English."""
    first = " ".join(text.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS])
    beginning = first.lower().replace("\u2019", "'")
    words = [word.strip(_EDGES) for word in beginning.split(" ")]
    found = {
        language: _found(words, beginning, spoken)
        for language, spoken in _SPOKEN.items()
    }
    likeliest = max(found, key=found.__getitem__)
    return likeliest if found[likeliest] > len(words) * _MOSTLY else "en"


def _found(words: Sequence[str], beginning: str, spoken: _Spoken) -> int:
    """Return how many words are of a language; none where hardly a small one is."""
    known = sum(map(spoken.words.__contains__, words))
    if known < min(_LEAST, len(words)):
        return 0
    if spoken.spelled.search(beginning) is None:
        return known
    others = (word for word in words if word not in spoken.words)
    return known + sum(spoken.spelled.search(word) is not None for word in others)
