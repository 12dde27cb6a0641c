"""What is made of one answer: its parts, a band for each side, one point each way."""

from dataclasses import dataclass
from enum import StrEnum


class PartName(StrEnum):
    """The parts of a story, in the order they are best told."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    LEARNING = "learning"


class Side(StrEnum):
    """What is looked at in an answer."""

    SITUATION = "situation"
    ACTION = "action"
    RESULT = "result"
    LEARNING = "learning"
    SPECIFICS = "specifics"
    RELEVANCE = "relevance"
    CRITERIA = "criteria"


class Band(StrEnum):
    """How clear one side is; the last two are no judgement."""

    EMERGING = "emerging"
    CLEAR = "clear"
    STRONG = "strong"
    NOT_ASKED = "not asked"
    CANNOT_TELL = "cannot tell"


class QuestionKind(StrEnum):
    """What a question asks for; only a story has situation, action and result."""

    STORY = "story"
    MOTIVE = "motive"
    SELF = "self"
    WHAT_IF = "what_if"
    KNOWLEDGE = "knowledge"
    OTHER = "other"


class Gap(StrEnum):
    """What an answer left open, and a follow-up may ask for."""

    EMPTY = "empty"
    OFF_QUESTION = "off_question"
    NO_RESULT = "no_result"
    NO_OWN_ACTION = "no_own_action"
    VAGUE = "vague"
    NO_NUMBER = "no_number"
    TOO_LONG = "too_long"
    USED_BEFORE = "used_before"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the answer, as they stand: `quote` is `text[start:end]`."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the answer that tells one part of the story."""

    part: PartName
    place: Place


@dataclass(frozen=True, slots=True)
class Banded:
    """How clear one side of the answer is, and the words of the scale that say so."""

    side: Side
    band: Band
    anchor: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to keep or to try, in words for the person, with a quote of theirs.

    `place` is None only where the answer holds nothing to quote.
    """

    said: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """How often "I" and "we" stand in the action part: shown, never scored."""

    i: int
    we: int


@dataclass(frozen=True, slots=True)
class Recited:
    """Words that stand nearly as they are in an earlier take or on a card."""

    place: Place
    source: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words of the answer that do not fit a card, and what the card says."""

    place: Place
    card: str
    card_says: str


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the person's own, with what to call it: an earlier take, or a card."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around an answer; all of it may be left out.

    `tests` are words for what the question tests, `criteria` those of the advert.
    `earlier` are earlier takes of the same question, `other_answers` those given to
    other questions in this interview. `seconds` is how long a spoken answer took.
    """

    tests: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    earlier: tuple[Told, ...] = ()
    other_answers: tuple[Told, ...] = ()
    cards: tuple[Told, ...] = ()
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What is made of one answer. The same answer always gets the same review.

    `keep` is None for an answer that holds nothing yet, and for a language that is not
    read; `attempt` is the one thing to try. `gaps` come in the order of their weight.
    """

    question_kind: QuestionKind
    language: str
    is_empty: bool
    parts: tuple[Part, ...]
    bands: tuple[Banded, ...]
    own: Own
    specifics: tuple[Place, ...]
    recited: tuple[Recited, ...]
    contradictions: tuple[Contradiction, ...]
    gaps: tuple[tuple[Gap, Place | None], ...]
    keep: Point | None
    attempt: Point | None

    def band(self, side: Side) -> Band:
        """Return the band of one side."""
        return next(each.band for each in self.bands if each.side is side)
