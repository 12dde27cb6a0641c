"""The terms that a trained model knows, found without spelling out all others."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from onward.domain.mail.meaning.phrases import Phrase, does_ask, rules_in
from onward.domain.mail.meaning.words import (
    LONGEST_REMEMBERED,
    Sentence,
    concepts_and_links,
)

# Term 0 stands for a sentence in which no word is known; its weights are zero.
PADDING = 0
Ids = Sequence[int]
# Of a subject's terms each is one more, so marked.
_OF_TITLE = "s:"
# A subject is read three times, first lines twice, and what companies put below their
# mail a hundred times.
_MOST_REMEMBERED = 1_024


class Told(NamedTuple):
    """The places of a sentence's known terms, in order, and the rules that hold."""

    places: tuple[int, ...]
    rules: tuple[Phrase, ...]


class Known:
    """The terms of a model, each with its place."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.places = dict(zip(terms, range(len(terms)), strict=True))
        self._of_title = {
            self.places[term.removeprefix(_OF_TITLE)]: self.places[term]
            for term in terms
            if term.startswith(_OF_TITLE)
            and term.removeprefix(_OF_TITLE) in self.places
        }
        self._remembered = lru_cache(_MOST_REMEMBERED)(self._told)

    def in_title(self, places: Iterable[int]) -> set[int]:
        """Return the places of the terms that stand for terms of a subject."""
        found = self._of_title
        return {found[place] for place in places if place in found}

    def among(self, terms: Iterable[str]) -> set[int]:
        """Return the places of those terms that have one."""
        return {self.places[term] for term in terms if term in self.places}

    def told(self, text: str, sentence: Sentence) -> Told:
        """Return what a sentence of a text holds."""
        is_short = sentence.end - sentence.start <= LONGEST_REMEMBERED
        read = self._remembered if is_short else self._told
        return read(sentence.words, does_ask(text, sentence))

    def _told(self, words: tuple[str, ...], asks: bool) -> Told:  # noqa: FBT001
        """Return what a sentence of these words holds.

        A rule that holds is a term of its sentence too, so that training can correct
        what its author thought of it.
        """
        rules = rules_in(words, asks=asks)
        terms = [*concepts_and_links(words), *(f"={rule.words}" for rule in rules)]
        found = self.among(terms)
        found.update(self.runs_in(words))
        return Told(tuple(sorted(found)) or (PADDING,), rules)

    def runs_in(self, words: Iterable[str]) -> list[int]:
        """Return the places of known words, pairs and triples.

        A pair is known only if its words are, and a triple only if its pairs are.
        """
        places, found = self.places, list[int]()
        before = pair_before = ""
        for word in words:
            if word not in places:
                before = pair_before = ""
                continue
            found.append(places[word])
            pair = f"{before} {word}" if before else ""
            if pair in places and pair:
                found.append(places[pair])
                triple = f"{pair_before} {word}" if pair_before else ""
                if triple in places and triple:
                    found.append(places[triple])
                pair_before = pair
            else:
                pair_before = ""
            before = word
        return found
