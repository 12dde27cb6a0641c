"""What a take holds: what was heard, what was typed, and what was made of both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onward.domain.interview.answers.review import Review
from onward.domain.speech.heard import Heard
from onward.domain.speech.measuring import measured
from onward.domain.speech.spoken import Spoken
from onward.domain.speech.written import Written, written
from onward.journey.people.models import Person
from onward.journey.people.sealing import seal, unseal
from onward.journey.practice.frozen import UnreadableError, Value, as_json, from_json
from onward.journey.practice.models import Take


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a take. `ticked` are parts the person says a take alone had."""

    heard: Heard | None = None
    typed: str = ""
    review: Review | None = None
    ticked: tuple[str, ...] = ()

    @property
    def written(self) -> Written:
        """The spoken words as a text."""
        return written(self.heard.words if self.heard else ())

    @property
    def text(self) -> str:
        """All words, spoken ones first."""
        said = self.written.text
        return f"{said}\n\n{self.typed}" if said and self.typed else said or self.typed

    @property
    def spoken(self) -> Spoken | None:
        """How it was said; None where nothing was."""
        return measured(self.heard) if self.heard else None


@dataclass(frozen=True, slots=True)
class Put:
    """What was asked after an answer, and why; `quote` are words it leans on."""

    question: str
    reason: str = ""
    quote: str = ""


def words_of(take: Take) -> Words:
    """Return the words of a take; empty where there are none, or of another time."""
    return _opened(take.person, bytes(take.words), Words) or Words()


def put_of(take: Take) -> Put | None:
    """Return what was asked after an answer, where this take is about that."""
    return _opened(take.person, bytes(take.put), Put)


def question_of(take: Take) -> str:
    """Return what this take answers."""
    put = put_of(take)
    return put.question if put else take.asked.text


def sealed(person: Person, value: Any) -> bytes:
    """Return a frozen value as it is kept."""
    return seal(person, as_json(value))


def _opened(person: Person, locked: bytes, kind: type[Value]) -> Value | None:
    if not locked:
        return None
    try:
        return from_json(kind, unseal(person, locked))
    except UnreadableError:
        return None


def facts_of(words: Words) -> dict[str, Any]:
    """Return the numbers and names of parts that many takes are looked at by."""
    found: dict[str, Any] = {"words": len(words.text.split())}
    if words.spoken is not None:
        found |= _spoken(words.spoken)
    if words.review is not None:
        found |= _reviewed(words.review)
    return found


def _spoken(spoken: Spoken) -> Mapping[str, Any]:
    told = {
        "seconds": spoken.speech_seconds or spoken.duration_seconds,
        "wpm": spoken.words_per_minute,
        "fillers_per_minute": spoken.fillers_per_minute,
        "latency": spoken.latency_seconds,
        "pitch": spoken.sound.pitch_semitones,
        "long_pauses": float(len(spoken.long_pauses)),
    }
    return {name: round(value, 2) for name, value in told.items() if value is not None}


def _reviewed(review: Review) -> Mapping[str, Any]:
    return {
        "parts": sorted({part.part.value for part in review.parts}),
        "bands": {each.side.value: each.band.value for each in review.bands},
        "specifics": len(review.specifics),
        "gaps": [gap.value for gap, _place in review.gaps],
        "repeats": bool(review.recited),
        "is_empty": review.is_empty,
    }
