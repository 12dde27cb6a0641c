"""Mail whose employer and role were noted, as rows of words to teach with."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from onward.domain.mail.context import Context
from onward.domain.mail.details.chosen.application import ByRules
from onward.domain.mail.details.chosen.choice import Known
from onward.domain.mail.details.chosen.tags import BEGINS, GOES_ON, KINDS, Kind
from onward.domain.mail.details.chosen.tokens import Token, features_of, tokens_of
from onward.domain.mail.details.employer.names import squeezed
from onward.domain.mail.details.told import named_by_rules
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning.verdict import certain
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Meaning
from tools.detail_examples import DETAILS, noted_mail
from tools.mail_details import is_told
from tools.mail_examples import OWN, PERSON, own_examples

# The rules were not made with these: only there do they err as they do on new mail.
NEW_TO_RULES = frozenset(
    {
        *("fresh-g", "fresh-h", "fresh-i", "panels-c", "panels-d", "panels-e"),
        *("agency-a", "agency-b", "panels-f", "noes-t", "noes-u", "mixed-t"),
        *("panels-g", "times-a", "agency-c", "agency-d", "noes-v", "doubts-a"),
        *("panels-i", "agency-e", "german-k", "german-l", "german-p"),
        *("german-q", "german-r"),
    }
)
UNKNOWN = -1
_LONGEST_NAME, _SHORTEST = 7, 5
_CONTEXT = Context(own_addresses=(PERSON.address,), zone=ZoneInfo("Europe/London"))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A mail as words and the numbers of their features, with what it names.

    `told` has the name of each kind, "" where none is told; a kind is missing where
    nothing was noted. `tags` has a column for each kind. `agency` is None where nothing
    was noted of one.
    """

    file: str
    text: str
    by_rules: ByRules
    told: dict[Kind, str]
    tokens: tuple[Token, ...]
    features: npt.NDArray[np.uint32]
    tags: npt.NDArray[np.int8]
    with_care: bool = False
    agency: str | None = None

    @property
    def known(self) -> Known:
        """What rules say of it."""
        return self.by_rules.known

    @property
    def is_useful(self) -> bool:
        """Whether its words name something noted, or it names nothing of a kind."""
        return bool((self.tags == BEGINS).any()) or "" in self.told.values()

    @property
    def is_new(self) -> bool:
        """Whether the rules were made without it."""
        return self.file in NEW_TO_RULES


def lessons(language: Language = "en") -> list[Lesson]:
    """Return the mail of a language that says its employer or role, or neither."""
    told = [*_letters(language), *_details()]
    found = [one for one in told if one and language_of(one.text) == language]
    return [one for one in found if one.with_care or one.is_useful]


def _letters(language: Language) -> Iterator[Lesson | None]:
    for one in (*own_examples(OWN / "build"), *own_examples(OWN / "later")):
        noted = {Kind.ROLE: one.role, Kind.EMPLOYER: one.employer}
        told = {
            kind: name for kind, name in noted.items() if name and is_told(name, one)
        }
        if one.language == language and one.label is not Meaning.NOT_JOB_RELATED:
            untold = frozenset(kind for kind, name in noted.items() if not name)
            yield _lesson(one.origin, one.label, one.mail, _CONTEXT, told, untold)


def _details() -> Iterator[Lesson | None]:
    for noted in noted_mail(DETAILS / "build"):
        told = {kind: noted.told.get(kind, "") for kind in KINDS}
        file = noted.place.partition(":")[0]
        found = _lesson(file, noted.label, noted.mail, noted.context, told)
        agency = noted.told.get("agency", "")
        yield replace(found, with_care=True, agency=agency) if found else None


def _lesson(
    file: str,
    label: Meaning,
    mail: ParsedMail,
    context: Context,
    told: dict[Kind, str],
    untold: Collection[Kind] = (),
) -> Lesson | None:
    """Return a mail as a lesson.

    What its writer noted nothing of, and rules find nothing of, it does not tell.
    """
    text = show(clean(Draft(mail, context))).shown_text
    tokens = tokens_of(text)
    if not tokens:
        return None
    by_rules = named_by_rules(mail, text, certain(label, ()), context)
    told = told | {kind: "" for kind in untold if not by_rules.known.of(kind)}
    if not told:
        return None
    features = features_of(tokens, text, by_rules.other_side)
    tags = tags_of(tokens, text, told)
    return Lesson(file, text, by_rules, told, tuple(tokens), features, tags)


def tags_of(
    tokens: Sequence[Token], text: str, told: dict[Kind, str]
) -> npt.NDArray[np.int8]:
    """Return what each word is of the names told: a column for each kind."""
    tags = np.full((len(tokens), len(KINDS)), UNKNOWN, np.int8)
    for column, kind in enumerate(KINDS):
        if kind in told:
            tags[:, column] = 0
            for start, end in places_of_name(tokens, text, kind, told[kind]):
                tags[start, column] = BEGINS
                tags[start + 1 : end, column] = GOES_ON
    return tags


def places_of_name(
    tokens: Sequence[Token], text: str, kind: Kind, name: str
) -> Iterable[tuple[int, int]]:
    """Return where words name it, the beginning of an employer's name too."""
    if not name:
        return []
    found = list(places_of_words(tokens, text, name))
    if kind is Kind.ROLE:
        return found
    taken = {place for start, end in found for place in range(start, end)}
    return [*found, *_in_part(tokens, text, squeezed(name), taken)]


def places_of_words(
    tokens: Sequence[Token], text: str, name: str
) -> Iterator[tuple[int, int]]:
    """Yield the first word and the one behind the last, wherever a name stands."""
    pattern = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
    starts = {token.start: place for place, token in enumerate(tokens)}
    for found in pattern.finditer(text):
        first = starts.get(found.start(), -1)
        end = first
        while 0 <= end < len(tokens) and tokens[end].end <= found.end():
            end += 1
        if end > first >= 0:
            yield first, end


def _in_part(
    tokens: Sequence[Token], text: str, name: str, taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield where the beginning of a name stands for it: "Redstone" for the works."""
    place = 0
    while place < len(tokens):
        end = 0 if place in taken else _end_of_part(tokens, text, name, place)
        if end and not taken & {*range(place, end)}:
            yield place, end
        place = max(end, place + 1)


def _end_of_part(tokens: Sequence[Token], text: str, name: str, start: int) -> int:
    end = 0
    if not tokens[start].word[0].isupper():
        return end
    for stop in range(start, min(len(tokens), start + _LONGEST_NAME)):
        said = squeezed(text[tokens[start].start : tokens[stop].end])
        if tokens[stop].word == "\n" or not name.startswith(said):
            break
        if len(said) >= _SHORTEST and tokens[stop].word[0].isalnum():
            end = stop + 1
    return end
