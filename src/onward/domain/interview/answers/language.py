"""Guesses the language of an answer from its small words."""

import re
from collections import Counter

from onward.domain.interview.answers.word_lists import word_lists

ENGLISH = "en"
UNKNOWN = ""
_WORDS = word_lists("languages.toml")
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
