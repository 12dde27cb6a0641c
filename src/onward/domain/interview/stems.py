"""Words brought to their stems, so that "supporting residents" meets "support"."""

import re
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[a-z0-9][a-z0-9+#]*(?:\.[a-z0-9]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(r"[^aeiou][aeiou][^aeiouxwy]")
_SHORTEST, _KEEPS_ITS_E = 3, 4
# The endings that English puts on, the longest first; each with what is left of it.
_ENDINGS = (
    ("ational", "ate"), ("isation", "ise"), ("ization", "ise"), ("fulness", "ful"),
    ("iveness", "ive"), ("ousness", "ous"), ("ability", "able"), ("ibility", "ible"),
    ("ations", "ate"), ("ation", "ate"), ("ments", "ment"), ("ingly", ""),
    ("ness", ""), ("ical", "ic"), ("ally", "al"), ("ized", "ise"), ("ize", "ise"),
    ("izing", "ise"), ("izes", "ise"), ("ies", "y"), ("ied", "y"), ("ing", ""),
    ("edly", ""), ("ers", "er"), ("est", "est"), ("ed", ""), ("es", ""), ("ly", ""),
    ("s", ""),
)  # fmt: skip


@lru_cache(maxsize=2_048)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words that carry meaning."""
    return frozenset(stem for stem, _, _ in placed_stems(text) if stem not in little())


def placed_stems(text: str) -> list[tuple[str, int, int]]:
    """Return every word's stem, in order, with where the word begins and ends."""
    lowered = text.lower().replace("\u2019", "'")
    if len(lowered) != len(text):
        lowered = text
    return [
        (stem(each.group()), each.start(), each.end())
        for each in _WORD.finditer(lowered)
    ]


@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """Return a word without the ending that its place in the sentence gives it."""
    for ending, left in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss"):
            begun = word[: -len(ending)]
            if len(begun) >= _SHORTEST and _VOWEL.search(begun):
                return _plain_end(begun + (left or _lost_e(begun, ending)))
    return _plain_end(word)


def _lost_e(begun: str, ending: str) -> str:
    """Return the e that a short word loses before an ending, as care does in caring."""
    return "e" if ending in {"ing", "ed"} and _SHORT.fullmatch(begun) else ""


def _plain_end(word: str) -> str:
    """Return a stem whose double letter and last e are gone, as in plann and plane."""
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > _KEEPS_ITS_E and word[-1] == "e" else word


@lru_cache(maxsize=1)
def little() -> frozenset[str]:
    """Return the stems of words that say little by themselves."""
    told = files(__package__).joinpath("little_words.txt").read_text("utf-8")
    return frozenset(stem(word) for word in told.split() if word != "#")
