"""Parts the mail in three: two to teach the models with, one to hear what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onward.domain.mail.encoder.cascade import is_beyond
from onward.domain.mail.encoder.encode import Encoded, encode, pieces_of
from onward.domain.mail.encoder.weights import (
    FOLDERS,
    SPELLINGS,
    encoder_in,
    shipped_encoder,
)
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.scores import Scores, meanings
from onward.domain.mail.meaning.weights import Weights, weights_from
from tools.encoder_lessons import Taught, taught_of
from tools.mail_examples import (
    HOUSE,
    PUBLIC,
    Example,
    public_examples,
)
from tools.taught_mail import first_letters, later_letters

KEPT = HOUSE / "build" / "encoder"
# Sources that may share letters are held out together.
SOURCES = (
    {"sethpoly_kaggle", "spamassassin"},
    {"vivekmalipatel", "enron_berkeley"},
    {
        "adjamagatte",
        "adjamagatte_enron",
        "tfariyah31_subjects",
        "internsurf",
        "nilayjain12",
        "nilayjain12_synth",
    },
)
# Kinds of mail of ours that fill many files.
_BY_FILE = frozenset({"rejections", "everyday"})
_BLOCK = 10


@dataclass(frozen=True, slots=True)
class Heard:
    """What both models, taught without a letter, say of it."""

    taught: Taught
    scores: Scores
    encoded: Encoded
    is_foreign: bool = False


def parted(
    number: int, language: Language = "en"
) -> tuple[list[Example], list[Example]]:
    """Return the examples to teach with and those held out, for one of three parts.

    A file stays in its part when mail is added later. Long kinds are held out file by
    file, the others in blocks of ten messages, so that none is wholly held out.
    """
    public = public_examples(PUBLIC) if PUBLIC.exists() else []
    away = SOURCES[number]
    teaching = [each for each in public if each.origin not in away]
    asking = [each for each in public if each.origin in away and each.kind == "real"]
    for example in [*first_letters(), *later_letters()]:
        (asking if part_of(example) == number else teaching).append(example)
    return teaching, [each for each in asking if each.language == language]


def part_of(example: Example) -> int:
    """Return the part in which a message of ours is held out."""
    kind, _, number = example.origin.removesuffix(".txt").rpartition("-")
    place = int(example.group.rpartition(":")[2])
    block = 0 if kind in _BY_FILE else place // _BLOCK
    begin = int(number) if number.isdigit() else 0
    return (begin + block) % len(SOURCES)


def heard_of(number: int, kept: Path, language: Language = "en") -> list[Heard]:
    """Ask the models kept of a part about the mail that they were not taught."""
    asked = [taught_of(example) for example in parted(number, language)[1]]
    letters = [each.letter for each in asked]
    scores = meanings(letters, weights_in(kept / f"linear-{number}"))
    folder = kept / f"{FOLDERS[language]}-{number}"
    encoder = encoder_in(folder, SPELLINGS[language])
    pieces = pieces_of(letters, encoder)
    encoded = encode(pieces, encoder)
    foreign = [is_beyond(each, language) for each in pieces]
    return [Heard(*each) for each in zip(asked, scores, encoded, foreign, strict=True)]


def heard_as_shipped(examples: Sequence[Example]) -> list[Heard]:
    """Ask the shipped models about English mail that neither was taught."""
    taught = [taught_of(example) for example in examples]
    letters = [each.letter for each in taught]
    encoder = shipped_encoder("en")
    pieces = pieces_of(letters, encoder)
    foreign = [is_beyond(each, "en") for each in pieces]
    told = zip(taught, meanings(letters), encode(pieces, encoder), foreign, strict=True)
    return [Heard(*each) for each in told]


def all_heard(kept: Path, language: Language = "en") -> Iterator[list[Heard]]:
    """Yield what was heard of each part."""
    return (heard_of(number, kept, language) for number in range(len(SOURCES)))


def weights_in(folder: Path) -> Weights:
    """Return the linear model that a folder holds."""
    terms = (folder / "terms.txt").read_text(encoding="utf-8").split("\n")
    with np.load(folder / "meaning.npz", allow_pickle=False) as stored:
        return weights_from(terms, dict(stored))
