"""Whether a letter repeats what was written only to get it out."""

from collections.abc import Iterator, Sequence

from onward.domain.letters.flags import Flag, Kind
from onward.domain.letters.sentences import Sentence, Word, sentences_of
from onward.domain.letters.word_lists import listed, reason
from onward.domain.letters.wordings import hits_in

# So many words in a row are no accident; fewer are, in letters about the same day.
_RUN = 6
# A shorter sentence counts when it is there from its first word to its last.
_SHORTEST = 3
Shingle = tuple[str, ...]


def copied_from(
    text: str, sentences: Sequence[Sentence], versions: Sequence[str]
) -> Iterator[Flag]:
    """Yield a flag on each passage that also stands in an angry version.

    Polite sentences of an angry version do not count: they may be said again.
    """
    sealed = _sealed(versions)
    if not sealed:
        return
    words = [word for sentence in sentences for word in sentence.words]
    for first, last in _runs(words, sealed):
        start, end = words[first].start, words[last].end
        yield Flag(Kind.ANGRY, text[start:end], start, end, reason("angry"), "")


def _sealed(versions: Sequence[str]) -> frozenset[Shingle]:
    """Return the word rows of the angry versions that must not leave."""
    return frozenset(
        shingle
        for version in versions
        for sentence in sentences_of(version)
        if not _is_courteous(sentence)
        for shingle in _shingles([word.said for word in sentence.words])
    )


def _is_courteous(sentence: Sentence) -> bool:
    words = {word.said for word in sentence.words}
    polite = not words.isdisjoint(listed("courtesy"))
    return polite and not any(hits_in(sentence))


def _shingles(words: list[str]) -> Iterator[Shingle]:
    if _SHORTEST <= len(words) < _RUN:
        yield tuple(words)
    for first in range(len(words) - _RUN + 1):
        yield tuple(words[first : first + _RUN])


def _runs(
    words: Sequence[Word], sealed: frozenset[Shingle]
) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each stretch made of sealed rows."""
    begun = reached = -1
    for first in range(len(words)):
        length = _match(words, first, sealed)
        if not length:
            continue
        if begun >= 0 and first > reached + 1:
            yield begun, reached
            begun = -1
        begun = first if begun < 0 else begun
        reached = max(reached, first + length - 1)
    if begun >= 0:
        yield begun, reached


def _match(words: Sequence[Word], first: int, sealed: frozenset[Shingle]) -> int:
    for length in range(_RUN, _SHORTEST - 1, -1):
        row = tuple(word.said for word in words[first : first + length])
        if len(row) == length and row in sealed:
            return length
    return 0
