"""What a person writes of one interview: its facts, and later its meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

from onward.domain.reflection.asked import Asked
from onward.domain.reflection.feelings import Feelings
from onward.domain.reflection.preparation import Shown

# More questions than one interview has; who wants more words has the long form.
MOST_QUESTIONS = 20
LONGEST_LINE = 300
LONGEST_WORDS = 1000
# Six of these still fit on one sheet of paper.
LONGEST_PART = 800


class LongPart(StrEnum):
    """One part of the long form; the frame is Gibbs's (1988), the words our own."""

    HAPPENED = "happened"
    FELT = "felt"
    WENT = "went"
    MADE_OF_IT = "made_of_it"
    TAKE_FROM_IT = "take_from_it"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Around:
    """What there was besides the questions."""

    asked_them: str = ""
    lost_thread: str = ""
    surprises: str = ""
    minutes: int | None = None
    people: int | None = None
    format: str = ""
    technology: str = ""
    adjustments: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The first sitting: what was asked and said, and how it felt."""

    questions: tuple[Asked, ...] = ()
    around: Around = Around()
    feelings: Feelings = field(default_factory=Feelings)

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Self:
        """Return facts as they were kept; what is not known any more is left out."""
        return cls(
            questions=tuple(_of(Asked, one) for one in plain.get("questions", ())),
            around=_of(Around, plain.get("around", {})),
            feelings=_of(Feelings, plain.get("feelings", {})),
        )

    @property
    def plain(self) -> dict[str, Any]:
        """The facts as they can be kept."""
        return asdict(self)

    @property
    def words(self) -> tuple[str, ...]:
        """All that was written, to search for."""
        return tuple(_words(self.plain))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The second sitting: how the answers were, what to keep and what to change.

    `marks` has, for each question in its order, the marks of its sides.
    """

    mood: int | None = None
    marks: tuple[dict[str, int], ...] = ()
    keep: str = ""
    change: str = ""
    preparation: dict[str, str] = field(default_factory=dict)
    criteria: tuple[Shown, ...] = ()
    colleague: str = ""

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Self:
        """Return a meaning as it was kept; what is not known any more is left out."""
        known = _known(cls, plain)
        known["marks"] = tuple(dict(one) for one in plain.get("marks", ()))
        known["criteria"] = tuple(_of(Shown, one) for one in plain.get("criteria", ()))
        return cls(**known)

    @property
    def plain(self) -> dict[str, Any]:
        """The meaning as it can be kept."""
        return asdict(self)

    @property
    def words(self) -> tuple[str, ...]:
        """What was written in words, to search for."""
        shown = (one.evidence for one in self.criteria)
        said = (self.keep, self.change, self.colleague, *shown)
        return tuple(words for words in said if words)

    def marks_of(self, question: int) -> dict[str, int]:
        """Return the marks of a question by its place; none before there are any."""
        return self.marks[question] if question < len(self.marks) else {}


def marks_moved(
    marks: Sequence[dict[str, int]], before: Sequence[Asked], now: Sequence[Asked]
) -> tuple[dict[str, int], ...]:
    """Return the marks in the order the questions have now.

    They go with the words of their question; one whose words were changed in its place
    keeps those of its place.
    """
    by_text = {one.text: given for one, given in zip(before, marks, strict=False)}
    moved = len(now) != len(before)
    return tuple(
        by_text.get(one.text) or ({} if moved or place >= len(marks) else marks[place])
        for place, one in enumerate(now)
    )


def _of(kind: Any, plain: Mapping[str, Any]) -> Any:
    return kind(**_known(kind, plain))


def _known(kind: Any, plain: Mapping[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in plain.items() if name in names}


def _words(plain: Any) -> list[str]:
    if isinstance(plain, str):
        return [plain] if plain else []
    if isinstance(plain, Mapping):
        plain = plain.values()
    elif not isinstance(plain, list | tuple):
        return []
    return [words for one in plain for words in _words(one)]
