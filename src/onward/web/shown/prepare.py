"""What the pages for getting ready show."""

from dataclasses import dataclass

from onward.web.shown.shared import Choice, Quote


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """Which interview this is for, and the way back to it."""

    pk: int
    application: str
    application_url: str
    url: str
    when: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of getting ready, and where it stands in words."""

    title: str
    said: str
    url: str


@dataclass(frozen=True, slots=True)
class BesideShown:
    """What to have in view: their last feedback, and the one thing worked on."""

    feedback: tuple[Quote, ...]
    focus: str
    if_then: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One thing they look for: the person's words and those of the advert."""

    pk: int
    words: str
    quote: str
    kind: str
    must_have: bool
    is_own: bool = False
    skills: tuple[str, ...] = ()
    strength: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class PrepareShown:
    """All of getting ready on one page, and what is still none."""

    place: PlaceShown
    parts: tuple[PartRow, ...]
    gaps: tuple[CriterionRow, ...]
    still_none: tuple[str, ...]
    beside: BesideShown


@dataclass(frozen=True, slots=True)
class CriteriaShown:
    """What they look for, must-haves apart from what would be nice."""

    place: PlaceShown
    must: tuple[CriterionRow, ...]
    duties: tuple[CriterionRow, ...]
    nice: tuple[CriterionRow, ...]
    credit: str = ""


@dataclass(frozen=True, slots=True)
class CellShown:
    """What the person says of one card for one criterion; empty is none."""

    card: str
    strength: str
    words: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A criterion with a cell for each card."""

    words: str
    url: str
    kind: str
    strength: str
    is_none: bool
    cells: tuple[CellShown, ...]


@dataclass(frozen=True, slots=True)
class MatrixShown:
    """Criteria and cards, where one story carries much, and what disagrees."""

    place: PlaceShown
    heads: tuple[tuple[str, str], ...]
    rows: tuple[MatrixRow, ...]
    overused: tuple[str, ...]
    disagreeing: tuple[str, ...]
    empty: bool


@dataclass(frozen=True, slots=True)
class CardChoice:
    """A card for one criterion, with why it could serve and what the person says."""

    pk: int
    headline: str
    why: str
    is_suggested: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LayingShown:
    """One criterion and the cards that could serve it, likeliest first."""

    place: PlaceShown
    criterion: CriterionRow
    cards: tuple[CardChoice, ...]
    next_url: str = ""
    write_url: str = ""


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question to expect: what it tests, what comes after, and why it is here."""

    text: str
    why: str
    tests: str
    probes: tuple[str, ...]
    quote: str
    card: str = ""
    practice_url: str = ""


@dataclass(frozen=True, slots=True)
class QuestionsShown:
    """The questions to expect, the likeliest first."""

    place: PlaceShown
    questions: tuple[QuestionShown, ...]
    is_locked: bool
    sectors: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LookupShown:
    """One thing to find out, with what was found and where."""

    key: str
    text: str
    where: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class ResearchShown:
    """What is worth finding out."""

    place: PlaceShown
    lookups: tuple[LookupShown, ...]
    said: str


@dataclass(frozen=True, slots=True)
class MorningShown:
    """One side of paper for the morning."""

    place: PlaceShown
    title: str
    facts: tuple[tuple[str, str], ...]
    criteria: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    asks: tuple[str, ...]
    letter: str
    is_locked: bool
    first_move: str
    one_thing: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card as a list shows it."""

    pk: int
    url: str
    headline: str
    situation: str
    actions: tuple[str, ...]
    result: str
    learned: str
    serves: str
    missing: tuple[str, ...]
    cv_quote: str = ""


@dataclass(frozen=True, slots=True)
class CardsShown:
    """All cards, and what a CV could give."""

    cards: tuple[CardRow, ...]
    suggested: tuple[CardRow, ...]
    disagreeing: tuple[str, ...]
