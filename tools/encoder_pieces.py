"""Chooses the pieces of words that the letters of a language need.

The lists of words are those of `wordfreq` 3.1.1; to read one needs `msgpack`.
"""

import gzip
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from onward.domain.mail.encoder.words import Vocabulary, cased, words_of
from tools.encoder_lessons import taught_of
from tools.mail_examples import OWN, own_examples

_PER_MILLION = 1e6
_TIMES_IN_LETTERS = 200.0
_LATIN = 0x180


def commonest(
    places: Mapping[str, int], counted_words: Iterable[tuple[str, float]]
) -> list[str]:
    """Return the pieces that some words are cut into, the most used first.

    Words stand in the lists in small letters; each may begin a sentence.
    """
    vocabulary = Vocabulary(list(places), cased)
    counted: defaultdict[str, float] = defaultdict(float)
    for word, times in counted_words:
        for form in dict.fromkeys((word, word.capitalize())):
            for place in vocabulary.cut(form):
                counted[vocabulary.pieces[place]] += times
    return sorted(counted, key=lambda piece: -counted[piece])


def single_letters(places: Iterable[str]) -> Iterator[str]:
    """Yield the pieces that are one letter of the Latin alphabets, or a mark."""
    single = (piece for piece in places if len(piece.removeprefix("##")) == 1)
    return (piece for piece in single if ord(piece[-1]) < _LATIN)


def listed_words(path: Path) -> Iterator[tuple[str, float]]:
    """Yield the words of a language, and how often a million words hold each."""
    import msgpack  # noqa: PLC0415 - in the environment of this program alone

    _, *classes = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    for centibels, listed in enumerate(classes):
        for word in listed:
            yield word, 10 ** (-centibels / 100) * _PER_MILLION


def words_in_letters(languages: Collection[str]) -> Iterator[tuple[str, float]]:
    """Yield each word of our letters; so few count more than those of a language."""
    for example in own_examples(OWN / "build"):
        if example.language in languages:
            for word, _ in words_of(taught_of(example).letter.text, cased):
                yield word, _PER_MILLION * _TIMES_IN_LETTERS
