"""Mail as the close reader is taught it: windows, tags of words, stage, an agency."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from onward.domain.mail.context import Context
from onward.domain.mail.details.chosen.tags import BEGINS, GOES_ON, KINDS, Kind
from onward.domain.mail.details.chosen.tokens import Token, tokens_of
from onward.domain.mail.details.closely.reading import NAMED
from onward.domain.mail.details.closely.windows import Window, windows_of
from onward.domain.mail.details.refusal.stage import STAGES
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.encoder.words import Vocabulary
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Meaning
from tools.detail_examples import DETAILS, Noted, noted_mail
from tools.mail_examples import OWN, own_examples
from tools.names_lessons import (
    UNKNOWN,
    Lesson,
    lessons,
    places_of_name,
    places_of_words,
)
from tools.train_agency import is_by_agency
from tools.train_stages import noted_stages

_ENDED = frozenset({Meaning.REJECTION, Meaning.FEEDBACK})
# What is new to the rules shows best what is to be learned; noted letters show least.
_NEW, _WITH_CARE, _LETTER = 6.0, 3.0, 1.0
# Of English letters whose names alone were noted so many teach German, too.
_FOREIGN_LETTERS = 5
Tags = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Row:
    """One window with what it teaches; `UNKNOWN` where nothing was noted.

    `mail` is the same for all windows of one mail, `file` where that stands, `tags`
    has a column for each of `NAMED`.
    """

    file: str
    mail: int
    window: Window
    tags: Tags
    stage: int
    agency: int
    counts: float


@dataclass(frozen=True, slots=True)
class Taught:
    """A mail as it is read, with what was noted of it."""

    file: str
    text: str
    sender: Address
    tags: Tags
    stage: int = UNKNOWN
    agency: int = UNKNOWN
    counts: float = _LETTER


def foreign_mail(language: Language) -> list[Taught]:
    """Return the English mail that teaches another language beside its own.

    Pieces of words of two languages that mean the same lie together, so that what
    little of the other was noted with care goes further.
    """
    if language == "en":
        return []
    english = taught_mail(lessons())
    letters = [one for one in english if one.counts == _LETTER]
    noted = [replace(one, counts=_LETTER) for one in english if one.counts != _LETTER]
    return [*noted, *letters[::_FOREIGN_LETTERS]]


def taught_mail(lessons: Sequence[Lesson], language: Language = "en") -> list[Taught]:
    """Return the mail whose names were noted, then noes whose stage was, each once."""
    told = [(file, _shown(mail), stage) for file, mail, stage in noted_stages()]
    stages = {text: stage for _, text, stage in told}
    agencies = _agencies()
    by_hand = noted_mail(DETAILS / "build")
    noted = {_shown(one.mail, one.context): one for one in by_hand}
    found = [
        _with_care(one, noted[one.text])
        if one.text in noted
        else _letter(one, stages, agencies)
        for one in lessons
    ]
    known = {one.text for one in found}
    alone = [
        Taught(file, text, Address(), _untold(tokens_of(text)), _stage(stage))
        for file, text, stage in told
        if text not in known and language_of(text) == language
    ]
    return [*found, *alone]


def rows_of(mail: Iterable[Taught], language: Language) -> list[Row]:
    """Return the windows of mail, in order."""
    pieces = shipped_encoder(language).vocabulary
    return [
        row for number, one in enumerate(mail) for row in _rows(number, one, pieces)
    ]


def _rows(number: int, one: Taught, pieces: Vocabulary) -> Iterator[Row]:
    tokens = {token.start: place for place, token in enumerate(tokens_of(one.text))}
    for window in windows_of(one.text, one.sender, pieces):
        tags = np.full((len(window.ids), len(NAMED)), UNKNOWN, np.int8)
        for place, start in enumerate(window.starts):
            if start in tokens:
                tags[place] = one.tags[tokens[start]]
        yield Row(one.file, number, window, tags, one.stage, one.agency, one.counts)


def _letter(
    one: Lesson, stages: Mapping[str, str], agencies: Mapping[str, bool]
) -> Taught:
    stage = _stage(stages[one.text]) if one.text in stages else UNKNOWN
    agency = int(agencies[one.text]) if one.text in agencies else UNKNOWN
    tags = _untold(one.tokens)
    tags[:, : len(KINDS)] = one.tags
    return Taught(one.file, one.text, one.known.sender, tags, stage, agency)


def _with_care(one: Lesson, noted: Noted) -> Taught:
    tags = _untold(one.tokens)
    tags[:, : len(KINDS)] = one.tags
    agency = noted.told.get("agency", "")
    _tag(tags[:, 2], places_of_name(one.tokens, one.text, Kind.EMPLOYER, agency))
    if noted.label is Meaning.INTERVIEW_INVITATION:
        people = [name.strip() for name in noted.told.get("panel", "").split(";")]
        places = [
            place
            for name in people
            if name
            for place in places_of_words(one.tokens, one.text, name)
        ]
        _tag(tags[:, 3], places)
    is_over = noted.label in _ENDED
    stage = _stage(noted.told.get("stage", "")) if is_over else UNKNOWN
    is_own = noted.label is Meaning.FOLLOW_UP
    by_agency = UNKNOWN if is_own else int(bool(agency))
    counts = _NEW if one.is_new else _WITH_CARE
    sender = one.known.sender
    return Taught(one.file, one.text, sender, tags, stage, by_agency, counts)


def _untold(tokens: Sequence[Token]) -> Tags:
    return np.full((len(tokens), len(NAMED)), UNKNOWN, np.int8)


def _tag(column: Tags, places: Iterable[tuple[int, int]]) -> None:
    column[:] = 0
    for start, end in places:
        column[start] = BEGINS
        column[start + 1 : end] = GOES_ON


def _stage(told: str) -> int:
    return STAGES.index(told.strip("-"))


def _agencies() -> dict[str, bool]:
    """Return whether an agency writes, for the letters whose scene says so."""
    letters = [*own_examples(OWN / "build"), *own_examples(OWN / "later")]
    told = ((_shown(one.mail), is_by_agency(one)) for one in letters)
    return {text: so for text, so in told if so is not None}


def _shown(mail: ParsedMail, context: Context | None = None) -> str:
    return show(clean(Draft(mail, context or Context()))).shown_text
