"""The marks on a take as they stand after all that the person said of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onward.domain.interview.answers.review import Part, PartName, Place
from onward.domain.practice.learned import Learned, Marked, plain
from onward.domain.speech.heard import Filler, Pause, Word
from onward.domain.speech.spoken import Mark, Slip, Spoken
from onward.journey.practice.models import Correction, Take
from onward.journey.practice.words import Words

MARKED_AS = {
    Slip.HEDGE: Marked.HEDGE,
    Slip.REPETITION: Marked.REPETITION,
    Slip.RESTART: Marked.REPETITION,
}
_CLOSE_SECONDS = 0.05
_SECONDS_A_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a take: fillers, long pauses, slips, and parts of the story."""

    fillers: tuple[Filler, ...] = ()
    pauses: tuple[Pause, ...] = ()
    slips: tuple[Mark, ...] = ()
    parts: tuple[Part, ...] = ()


def marks_of(take: Take, words: Words, learned: Learned) -> Marks:
    """Return the marks of a take; the person's own word goes before any reading."""
    said = list(Correction.objects.of(take.person_id).filter(take=take))
    parts = tuple(_parts(words, said))
    if words.spoken is None:
        return Marks(parts=parts)
    spoken = words.spoken
    return Marks(
        tuple(_fillers(spoken, learned, said)),
        tuple(_pauses(spoken, learned, said)),
        tuple(_slips(spoken, learned, said)),
        parts,
    )


def fillers_per_minute(marks: Marks, spoken: Spoken) -> float | None:
    """Return how often a filler comes, counting only those that stand."""
    if spoken.fillers_per_minute is None or not spoken.speech_seconds:
        return spoken.fillers_per_minute
    return len(marks.fillers) * _SECONDS_A_MINUTE / spoken.speech_seconds


def _fillers(
    spoken: Spoken, learned: Learned, said: Sequence[Correction]
) -> list[Filler]:
    heard = [
        one
        for one in spoken.fillers
        if plain(one.text) not in learned.no_fillers
        and (one.sure or not learned.only_sure)
    ]
    own = _own_words(spoken.words, learned.fillers)
    added = [
        Filler(one.name, one.start, one.end, sure=True)
        for one in said
        if one.is_added and one.marked == Marked.FILLER
    ]
    found = [
        one
        for one in (*heard, *own, *added)
        if not _is_off(said, Marked.FILLER, one.start)
    ]
    return _apart(sorted(found, key=lambda one: one.start))


def _own_words(words: Iterable[Word], own: frozenset[str]) -> Iterator[Filler]:
    for word in words:
        if plain(word.text) in own:
            yield Filler(word.text, word.start, word.end, sure=True)


def _apart(fillers: Iterable[Filler]) -> list[Filler]:
    """Leave out one that begins where another did: found twice, it is one."""
    found: list[Filler] = []
    for one in fillers:
        if not found or one.start - found[-1].start > _CLOSE_SECONDS:
            found.append(one)
    return found


def _pauses(
    spoken: Spoken, learned: Learned, said: Sequence[Correction]
) -> Iterator[Pause]:
    for one in spoken.long_pauses:
        if one.seconds <= learned.least_pause:
            continue
        if not _is_off(said, Marked.PAUSE, one.start):
            yield one


def _slips(
    spoken: Spoken, learned: Learned, said: Sequence[Correction]
) -> Iterator[Mark]:
    for one in spoken.marks:
        if plain(one.text) in learned.let_pass:
            continue
        if not _is_off(said, MARKED_AS[one.slip], one.start):
            yield one


def _parts(words: Words, said: Sequence[Correction]) -> list[Part]:
    text = words.text
    read = words.review.parts if words.review else ()
    kept = [
        one for one in read if not _is_off(said, Marked.PART, one.place.start, one.part)
    ]
    own = [
        _own_part(text, one) for one in said if one.is_added and one.marked == "part"
    ]
    free = [one for one in kept if not any(_overlap(one, other) for other in own)]
    return sorted([*free, *own], key=lambda one: one.place.start)


def _own_part(text: str, one: Correction) -> Part:
    start, end = int(one.start), int(one.end)
    return Part(PartName(one.name), Place(text[start:end], start, end))


def _overlap(one: Part, other: Part) -> bool:
    return one.place.start < other.place.end and other.place.start < one.place.end


def _is_off(
    said: Sequence[Correction], marked: str, start: float, name: str = ""
) -> bool:
    return any(
        not one.is_added
        and one.marked == marked
        and abs(one.start - start) < _CLOSE_SECONDS
        and (not name or one.name == name)
        for one in said
    )
