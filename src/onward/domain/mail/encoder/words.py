"""Cuts a text into the pieces of words that the encoder knows (WordPiece)."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onward.domain.mail.meaning.scores import Letter

# What stands for itself: filling, an unknown word, the beginning and the end.
PAD, UNKNOWN, BEGIN, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
MARKS = (PAD, UNKNOWN, BEGIN, END)
# What a person means stands near the beginning; the cap bounds the time.
MOST_PIECES = 192
_MOST_CHARACTERS = 4_000
_LONGEST_WORD = 40
# Signs about the sender, said in words that the encoder has met before.
_SAID = {
    "@from-tracking-system": "system",
    "@from-no-reply": "automatic",
    "@from-hiring": "recruiter",
    "@from-free-mail": "private",
    "@bulk": "newsletter",
    "@calendar": "calendar",
    "@reply": "reply",
    "@forward": "forwarded",
}
# An address on the web or for mail costs many pieces and tells little.
_WORD = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+)|(?P<address>[\w.+-]{1,64}@[\w-]+\.[\w.-]+)"
    r"|[^\W_]+|[^\w\s]|_"
)


# One sign for another: what a phone makes of quotes and dashes means the same.
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u00a0", "''\"\"-- ")
# Of English letters hardly any have so many words that are not known whole.
_MOSTLY_BROKEN = 0.35


Spelling = Callable[[str], str]


def plain(word: str) -> str:
    """Return a word in lower case and without accents."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFD", lowered)
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def cased(word: str) -> str:
    """Return a word as it stands: in German, capitals and accents tell words apart."""
    return unicodedata.normalize("NFC", word)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The numbers of a letter's pieces, and where in its text each one begins.

    A piece that is not of the text (a sign, a mark) begins at -1.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def is_foreign(self) -> bool:
        """Whether too few words are known whole for this to be English prose."""
        of_text = [start for start in self.starts if start >= 0]
        return len(set(of_text)) < (1 - _MOSTLY_BROKEN) * len(of_text)


class Vocabulary:
    """The known pieces, with the number of each; a piece within a word has ## first."""

    def __init__(self, pieces: list[str], spelled: Spelling = plain) -> None:
        self.pieces = pieces
        self._spelled = spelled
        self.places: Mapping[str, int] = {piece: n for n, piece in enumerate(pieces)}
        self.cut = lru_cache(maxsize=20_000)(self._cut_up)

    def pieces_of(self, letter: Letter, most: int = MOST_PIECES) -> Pieces:
        """Return the pieces of a letter: signs, subject and text, cut to a length."""
        ids, starts = [self.places[BEGIN]], [-1]
        for sign in letter.signs:
            cut = self.cut(_SAID.get(sign, ""))
            ids += cut
            starts += [-1] * len(cut)
        ids.append(self.places[END])
        starts.append(-1)
        for word, start in self.words_of(letter.text[:_MOST_CHARACTERS]):
            cut = self.cut(word)
            ids += cut
            starts += [start] * len(cut)
            if len(ids) >= most:
                break
        return Pieces((*ids[: most - 1], self.places[END]), (*starts[: most - 1], -1))

    def sentence(self, text: str, most: int = MOST_PIECES) -> Pieces:
        """Return the pieces of a sentence by itself, cut to a length."""
        ids, starts = [self.places[BEGIN]], [-1]
        for word, start in self.words_of(text[:_MOST_CHARACTERS]):
            cut = self.cut(word)
            ids += cut
            starts += [start] * len(cut)
        return Pieces((*ids[: most - 1], self.places[END]), (*starts[: most - 1], -1))

    def words_of(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the words and marks of a text as its pieces spell them, with places."""
        return words_of(text, self._spelled)

    def _cut_up(self, word: str) -> tuple[int, ...]:
        """Take the longest known piece, then the longest of what is left."""
        found: list[int] = []
        start = 0
        while start < len(word):
            lead = "##" if start else ""
            for end in range(len(word), start, -1):
                place = self.places.get(lead + word[start:end])
                if place is not None:
                    break
            else:
                return (self.places[UNKNOWN],)
            found.append(place)
            start = end
        return tuple(found)


def words_of(text: str, spelled: Spelling = plain) -> Iterator[tuple[str, int]]:
    """Yield the words and marks of a text as the encoder reads them, with places."""
    for found in _WORD.finditer(text.translate(_STRAIGHT)):
        word = found.lastgroup or spelled(found.group())
        yield word[:_LONGEST_WORD], found.start()
