"""Mail as the encoder is taught it: pieces, label, the words that decide, a share."""

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onward.domain.mail.context import Context
from onward.domain.mail.encoder.words import Vocabulary
from onward.domain.mail.meaning.scores import Letter
from onward.domain.mail.meaning.signs import letter_of
from onward.domain.mail.meaning.weights import MEANINGS
from onward.domain.mail.meaning.words import sentences_of
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Meaning
from tools.mail_examples import Example

# How often a passing over our own mail meets each public letter.
_PUBLIC_SHARE = 0.25
# Copies of one public letter that are met at all, and rows of one label of a source.
_MOST_COPIES = 2
_MOST_MADE = 60
# How often a part is left out, so that no single part is relied on.
_WITHOUT_SIGNS, _WITHOUT_SUBJECT, _WITHOUT_SENTENCE = 0.3, 0.12, 0.15
_SHORTENED = 0.25
# Pieces of a letter that are taught; a longer one costs more than it adds.
_MOST_PIECES = 128
# How much more a mistake about a rare meaning counts.
_RARE = 0.25


NOTHING_FOREIGN: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Taught:
    """An example as the reader will see it."""

    example: Example
    letter: Letter

    @property
    def label(self) -> int:
        """The place of the label among the meanings."""
        return MEANINGS.index(self.example.label)

    @property
    def quote(self) -> tuple[int, int]:
        """Where the deciding words begin and end in the text; (0, 0) if unknown."""
        quote = self.example.quote
        start = self.letter.text.find(quote) if quote else -1
        return (start, start + len(quote)) if start >= 0 else (0, 0)


@dataclass(frozen=True, slots=True)
class Row:
    """What the encoder is shown at once, with what it should answer.

    `deciding` holds 1 for each piece of the words that decide, else 0.
    """

    ids: tuple[int, ...]
    deciding: tuple[int, ...]
    label: int


def taught_of(example: Example) -> Taught:
    """Return an example cleaned, with quotes cut off, as the reader will see it."""
    draft = show(clean(Draft(example.mail, Context())))
    return Taught(example, letter_of(example.mail, draft.shown_text))


def fit_to_teach(
    examples: Iterable[Example], languages: Collection[str]
) -> list[Example]:
    """Return the examples to teach with: few copies, few made by machine.

    The staff matters of one company that a public collection files under "other" are
    about nobody's job search.
    """
    copies: Counter[str] = Counter()
    made: Counter[tuple[str, str]] = Counter()
    kept = []
    for example in examples:
        staff = example.origin == "enron_berkeley" and example.label is Meaning.OTHER
        if staff or example.language not in languages:
            continue
        copies[example.group] += 1
        made[example.origin, example.label] += example.kind in _MADE
        is_new = copies[example.group] <= _MOST_COPIES
        if is_new and made[example.origin, example.label] <= _MOST_MADE:
            kept.append(example)
    return kept


_MADE = frozenset({"synthetic", "web_template"})


def passing(
    taught: Sequence[Taught],
    vocabulary: Vocabulary,
    chance: random.Random,
    foreign: Mapping[str, float] = NOTHING_FOREIGN,
) -> list[Row]:
    """Return the rows of one passing: our mail, and a draw of public and foreign mail.

    `foreign` tells how often a passing meets a letter in a language that is not the
    one taught.
    """
    return [
        row_of(varied(each, chance), vocabulary)
        for each in taught
        if (met := met_of(each.example, foreign)) == 1 or chance.random() < met
    ]


def met_of(example: Example, foreign: Mapping[str, float]) -> float:
    """Return how often a passing meets a letter."""
    share = 1.0 if example.kind == "own" else _PUBLIC_SHARE
    return share * foreign.get(example.language, 1.0)


def row_of(taught: Taught, vocabulary: Vocabulary) -> Row:
    """Return a letter as numbers, with the pieces of its deciding words marked."""
    pieces = vocabulary.pieces_of(taught.letter, _MOST_PIECES)
    begin, end = taught.quote
    deciding = tuple(int(begin <= start < end) for start in pieces.starts)
    return Row(pieces.ids, deciding, taught.label)


def varied(taught: Taught, chance: random.Random) -> Taught:
    """Return a letter with some of what does not decide left out by chance."""
    letter = taught.letter
    signs = () if chance.random() < _WITHOUT_SIGNS else letter.signs
    begin, end = taught.quote
    kept: list[str] = []
    subject_end = letter.text.find("\n")
    last = 0
    dropping = end > 0 and chance.random() < _SHORTENED
    without_subject = end > subject_end and chance.random() < _WITHOUT_SUBJECT
    for sentence in sentences_of(letter.text):
        decides = sentence.start < end and begin < sentence.end
        out = (without_subject and sentence.end <= subject_end) or (
            dropping and chance.random() < 2 * _WITHOUT_SENTENCE
        )
        if decides or not out:
            kept.append(letter.text[last : sentence.end])
        last = sentence.end
    text = "".join(kept) or letter.text
    return Taught(taught.example, Letter(text, signs))


def by_length(
    rows: Sequence[Row], pieces: int, chance: random.Random
) -> list[list[Row]]:
    """Return rows in batches of about as many pieces, alike in length, shuffled."""
    ordered = sorted(rows, key=lambda row: (len(row.ids), chance.random()))
    batches: list[list[Row]] = [[]]
    for row in ordered:
        if (len(batches[-1]) + 1) * len(row.ids) > pieces:
            batches.append([])
        batches[-1].append(row)
    chance.shuffle(batches)
    return [batch for batch in batches if batch]


def shares_of(
    taught: Sequence[Taught], foreign: Mapping[str, float] = NOTHING_FOREIGN
) -> list[float]:
    """Return how much a mistake about each meaning counts: rare ones more."""
    seen: dict[int, float] = defaultdict(float)
    for each in taught:
        seen[each.label] += met_of(each.example, foreign)
    most = max(seen.values())
    return [(most / max(1.0, seen[label])) ** _RARE for label in range(len(MEANINGS))]
