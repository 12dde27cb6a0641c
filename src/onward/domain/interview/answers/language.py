"""Guesses the language of an answer from its small words."""

import re
from collections import Counter

ENGLISH = "en"
UNKNOWN = ""
_SMALL = {
    "en": "the a an and i to of in it is was we my that he she they for with on you at"
    " but so had have not be me as this are were what because from no when then there"
    " just do don't i'm his her if by one all very good really yes yeah know like think"
    " can't never pass fine next sorry nothing much it's",
    "de": "der die das und ich zu in war ist nicht ein eine den dem mit auf habe wir es"
    " sich für ihr ihm weil aber auch dann am im von hat sie",
    "fr": "le la les des et je de un une est pour que dans avec nous mon ma pas ai sur"
    " qui au du votre parce il elle était puis mais",
    "es": "el la los las y que de en un una con no por para mi me lo se al del fue como"
    " pero hace yo era más desde entonces",
    "it": "il la i gli e di che un una con non per mi ho nel del alla sono abbiamo era"
    " ci mia mio fine eravamo ma dei",
    "pt": "o a os as e de que um uma com não para em eu no na do da ao foi meus mas os"
    " depois ninguém já",
    "nl": "de het een en ik van in is dat met voor niet heb we was zijn er op te aan mijn"
    " maar ook daarna vorig",
    "pl": "i w z na się nie do że jest był to a po ja mnie co za jak ale od przed potem",
    "tr": "bir ve bu için çok ben de da ile ne o kadar olan sonra gün müşteri",
    "sv": "och jag att det en i som på är med inte för den till var ett vi men",
    "da": "og jeg at det en i som på er med ikke for den til var et vi men",
    "ro": "și de la un o în cu pe nu am să că este era eu mai dar",
    "cy": "y yr a i yn ac ar fy o gyda roedd wedi ei mae oedd",
}
_WORDS = {code: frozenset(words.split()) for code, words in _SMALL.items()}
_LATIN = re.compile(r"[a-z\u00c0-\u024f]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH, _MOST_ENGLISH, _HARDLY = 5, 0.18, 0.1


def language_of(text: str) -> str:
    """Return a two-letter code; English for a few words, empty where unknown."""
    letters = _LETTER.findall(text)
    if letters and sum(map(bool, map(_LATIN.match, letters))) < len(letters) / 2:
        return UNKNOWN
    words = re.findall(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?", text.lower())
    counts = Counter(
        {code: sum(word in small for word in words) for code, small in _WORDS.items()}
    )
    english = counts.pop(ENGLISH)
    if len(words) < _ENOUGH or english >= _MOST_ENGLISH * len(words):
        best, most = counts.most_common(1)[0]
        return best if most > max(english, 2) * 1.3 else ENGLISH
    best, most = counts.most_common(1)[0]
    if most > english:
        return best
    return ENGLISH if english >= _HARDLY * len(words) else UNKNOWN
