"""The words of a take as they are shown: in parts, with marks, each one to be heard."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from onward.domain.interview.answers.review import Part, Place
from onward.domain.practice.learned import Marked
from onward.domain.speech.heard import Filler, Pause
from onward.domain.speech.spoken import Mark
from onward.journey.practice.marks import MARKED_AS, Marks
from onward.journey.practice.words import Words
from onward.web.shown.practice_words import MARKS, PARTS, at_words

# Words are heard a little late rather than cut at their beginning.
_EARLY_SECONDS = 0.3
_TYPED = re.compile(r"(\S+)(\s*)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a filler or a pause; `at` is the second it is heard from, empty if typed.

    What is marked has `marked`, `name`, `start` and `end`, which a correction needs.
    """

    text: str
    gap: str = " "
    at: str = ""
    until: str = ""
    marked: str = ""
    label: str = ""
    said: str = ""
    name: str = ""
    start: str = ""
    end: str = ""
    sure: bool = True
    key: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """Words in a row that tell one part, or none; `look` is worth a look."""

    tokens: tuple[Token, ...]
    label: str = ""
    name: str = ""
    look: bool = False
    start: str = ""
    end: str = ""
    at: str = ""
    key: str = ""


def transcript(words: Words, marks: Marks, look: Place | None) -> tuple[Segment, ...]:
    """Return the words in their parts; `look` is what the one thing to try is about."""
    tokens = [*_spoken(words, marks), *_typed(words)]
    return tuple(_numbered(_segments(tokens, marks.parts, look)))


def _spoken(words: Words, marks: Marks) -> Iterator[Token]:
    written = words.written
    rows: list[tuple[float, Token]] = []
    for word, place in zip(written.words, written.starts, strict=True):
        early = max(0.0, word.start - _EARLY_SECONDS)
        token = Token(
            word.text, at=f"{early:.2f}", until=f"{word.end:.2f}", place=place
        )
        rows.append((word.start, token))
    fillers = [(one.start, _filler(one)) for one in marks.fillers]
    heard = {round(one.start, 2) for one in marks.fillers}
    rows = [row for row in rows if round(row[0], 2) not in heard]
    pauses = [(one.start, _pause(one)) for one in marks.pauses]
    merged = sorted([*rows, *fillers, *pauses], key=lambda row: row[0])
    yield from _slips(_placed(token for _start, token in merged), marks.slips)


def _placed(tokens: Iterable[Token]) -> Iterator[Token]:
    """Give what is no word the place of the word before it."""
    place = 0
    for token in tokens:
        place = token.place or place
        yield replace(token, place=place)


def _filler(one: Filler) -> Token:
    return Token(
        one.text,
        at=_from(one.start),
        until=f"{one.end + _EARLY_SECONDS:.2f}",
        marked=Marked.FILLER,
        label=str(MARKS[Marked.FILLER]),
        said=at_words(one.start)
        if one.sure
        else f"{_('maybe')} · {at_words(one.start)}",
        name=one.text,
        start=f"{one.start:.3f}",
        end=f"{one.end:.3f}",
        sure=one.sure,
    )


def _pause(one: Pause) -> Token:
    length = _("%(seconds)s s of silence") % {"seconds": f"{one.seconds:.1f}"}
    return Token(
        length,
        at=_from(one.start - 1),
        until=f"{one.end + 1:.2f}",
        marked=Marked.PAUSE,
        label=str(MARKS[Marked.PAUSE]),
        said=at_words(one.start),
        start=f"{one.start:.3f}",
        end=f"{one.end:.3f}",
    )


def _slips(tokens: Iterable[Token], slips: Sequence[Mark]) -> Iterator[Token]:
    """Mark the first word of what was said twice or softened."""
    begins = {f"{max(0.0, one.start - _EARLY_SECONDS):.2f}": one for one in slips}
    for token in tokens:
        slip = begins.get(token.at) if not token.marked else None
        yield _slip(token, slip) if slip else token


def _slip(token: Token, one: Mark) -> Token:
    marked = MARKED_AS[one.slip]
    return replace(
        token,
        marked=marked.value,
        label=str(MARKS[marked]),
        said=f"“{one.text}” · {at_words(one.start)}",
        name=one.text[:60],
        start=f"{one.start:.3f}",
        end=f"{one.end:.3f}",
    )


def _typed(words: Words) -> Iterator[Token]:
    if not words.typed:
        return
    offset = len(words.text) - len(words.typed)
    for found in _TYPED.finditer(words.typed):
        yield Token(found[1], found[2], place=offset + found.start())


def _segments(
    tokens: Iterable[Token], parts: Sequence[Part], look: Place | None
) -> Iterator[Segment]:
    held: list[Token] = []
    held_part: Part | None = None
    for token in tokens:
        part = _part_at(token.place, parts)
        if held and part is not held_part:
            yield _segment(held, held_part, look)
            held = []
        held_part = part
        held.append(token)
    if held:
        yield _segment(held, held_part, look)


def _part_at(place: int, parts: Sequence[Part]) -> Part | None:
    return next((p for p in parts if p.place.start <= place < p.place.end), None)


def _segment(tokens: list[Token], part: Part | None, look: Place | None) -> Segment:
    if part is None:
        return Segment(tuple(tokens))
    return Segment(
        tuple(tokens),
        label=str(PARTS[part.part]),
        name=part.part.value,
        look=look is not None
        and look.start < part.place.end
        and part.place.start < look.end,
        start=str(part.place.start),
        end=str(part.place.end),
        at=tokens[0].at,
    )


def _numbered(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Give each mark a name of its own on the page."""
    for number, segment in enumerate(segments):
        tokens = tuple(
            replace(token, key=f"mark-{number}-{place}") if token.marked else token
            for place, token in enumerate(segment.tokens)
        )
        tokens = (*tokens[:-1], replace(tokens[-1], gap=""))
        yield replace(segment, tokens=tokens, key=f"part-{number}")


def _from(seconds: float) -> str:
    return f"{max(0.0, seconds - _EARLY_SECONDS):.2f}"
