"""How likely each meaning of a message is, and which sentences say so."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from onward.domain.mail.meaning.known import PADDING, Ids, Known
from onward.domain.mail.meaning.phrases import Spoken, phrases_in, rule_sums
from onward.domain.mail.meaning.weights import (
    MEANINGS,
    Columns,
    Floats,
    Weights,
    shipped_weights,
)
from onward.domain.mail.meaning.words import Sentence, sentences_of, terms_of

# Messages read together; more would only need more memory.
_BATCH = 512
# What a person means stands at the beginning; the cap bounds the time.
_MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as the model sees it: the text shown, and signs about its sender.

    The text's first line is the subject. Signs start with an @, as in `@from-noreply`.
    """

    text: str
    signs: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether there is a subject alone."""
        return not self.text.partition("\n")[2].strip()


@dataclass(frozen=True, slots=True)
class Scores:
    """Probabilities in the order of `MEANINGS`, and what each sentence adds to them.

    `moved` has one row a sentence and one column a meaning, in log-odds. `spoken` are
    the phrase rules that applied. `is_doubted` where the encoder alone believes that a
    message is about the search.
    """

    chances: Floats
    sentences: tuple[Sentence, ...]
    moved: Floats
    spoken: tuple[Spoken, ...]
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """A letter taken apart: its sentences with their terms, further terms, rules.

    `further` are the subject's terms once more, marked as such, and the signs.
    """

    sentences: tuple[Sentence, ...]
    terms: tuple[list[str], ...]
    further: list[str]
    spoken: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A letter's sentences and rules; the places of known terms in each and in all."""

    sentences: tuple[Sentence, ...]
    spoken: tuple[Spoken, ...]
    by_sentence: tuple[Ids, ...]
    overall: Ids


def meanings(letters: Sequence[Letter], weights: Weights | None = None) -> list[Scores]:
    """Return the scores of each letter, in order."""
    used = weights or shipped_weights()
    scores: list[Scores] = []
    for first in range(0, len(letters), _BATCH):
        batch = letters[first : first + _BATCH]
        counted = [counted_in(letter, used.known) for letter in batch]
        scores += _scored(counted, used)
    return scores


def take_apart(letter: Letter) -> Apart:
    """Return the sentences, terms and phrase rules of a letter."""
    text, sentences = _sentences(letter)
    spoken = tuple(phrases_in(text, sentences))
    rules: dict[int, list[str]] = {}
    for item in spoken:
        rules.setdefault(item.start, []).append(f"={item.phrase.words}")
    terms = tuple(
        [*terms_of(sentence.words), *rules.get(sentence.start, ())]
        for sentence in sentences
    )
    title = chain(*terms[: _titles(letter, sentences)])
    return Apart(sentences, terms, [*map(_titled, title), *letter.signs], spoken)


def counted_in(letter: Letter, known: Known) -> Counted:
    """Return what `count` says of a letter taken apart; what comes again is known."""
    text, sentences = _sentences(letter)
    told = [known.told(text, sentence) for sentence in sentences]
    spoken = tuple(
        Spoken(phrase, sentence.start, sentence.end)
        for sentence, found in zip(sentences, told, strict=True)
        if found.rules
        for phrase in found.rules
    )
    by_sentence = tuple([found.places for found in told])
    title = chain(*by_sentence[: _titles(letter, sentences)])
    further = known.in_title(title) | known.among(letter.signs)
    overall = sorted((further or {PADDING}).union(*by_sentence))
    return Counted(sentences, spoken, by_sentence, overall)


def count(apart: Apart, places: dict[str, int]) -> Counted:
    """Return the places of the terms that are known."""
    by_sentence = tuple(_known(terms, places) for terms in apart.terms)
    together = sorted(set(_known(apart.further, places)).union(*by_sentence))
    return Counted(apart.sentences, apart.spoken, by_sentence, together)


def _sentences(letter: Letter) -> tuple[str, tuple[Sentence, ...]]:
    """Return as much of a letter as is read, and its sentences: at least one."""
    text = letter.text[:_MOST_CHARACTERS]
    return text, tuple(sentences_of(text)) or (Sentence(0, 0, ()),)


def _titles(letter: Letter, sentences: Sequence[Sentence]) -> int:
    """Return how many of the sentences are the subject."""
    end = letter.text.find("\n", 0, _MOST_CHARACTERS)
    return bisect_right(sentences, end, key=attrgetter("end"))


def _titled(term: str) -> str:
    return f"s:{term}"


def _known(terms: Iterable[str], places: dict[str, int]) -> Ids:
    found = {places[term] for term in terms if term in places}
    return tuple(sorted(found)) or (PADDING,)


def _scored(counted: list[Counted], weights: Weights) -> list[Scores]:
    features, margins = features_of(counted, weights)
    chances = softmax(features @ weights.blend + weights.blend_bias)
    return [
        Scores(row, item.sentences, moved, item.spoken)
        for row, item, moved in zip(chances, counted, margins, strict=True)
    ]


def features_of(
    counted: list[Counted], weights: Weights
) -> tuple[Floats, list[Floats]]:
    """Return one row of features a message, and the margins of its sentences.

    A row holds the message's log-odds, the strongest sentence's margin and the sum of
    the phrase rules, each for every meaning.
    """
    whole = linear([item.overall for item in counted], weights.message, weights)
    whole = whole + weights.message_bias
    flat = list(chain.from_iterable(item.by_sentence for item in counted))
    each = linear(flat, weights.sentence, weights) + weights.sentence_bias
    margin = each[:, : len(MEANINGS)] - each[:, len(MEANINGS) :]
    ends = np.cumsum([len(item.by_sentence) for item in counted])
    starts = [0, *ends[:-1].tolist()]
    strongest = np.maximum.reduceat(margin, starts, axis=0)
    rules = np.array([rule_sums(item.spoken) for item in counted], dtype=np.float32)
    margins = [margin[start:end] for start, end in zip(starts, ends, strict=True)]
    return np.hstack([whole, strongest, rules]), margins


def linear(rows: Sequence[Ids], columns: Columns, weights: Weights) -> Floats:
    """Return each row of terms, weighted by rarity and of length one, times columns."""
    lengths = [len(row) for row in rows]
    ids = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=sum(lengths))
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    rare = weights.rarity[ids]
    size = np.sqrt(np.add.reduceat(rare * rare, starts))
    summed = np.add.reduceat(columns.of(ids) * rare[:, None], starts, axis=0)
    return np.asarray(summed / np.maximum(size, 1e-6)[:, None], dtype=np.float32)


def softmax(logits: npt.NDArray[np.floating]) -> Floats:
    """Return log-odds as probabilities that add up to one."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
