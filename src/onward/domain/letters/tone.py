"""The tone check: how a letter will sound, and what in it is worth a second look.

It suggests and never forbids: every flag quotes, says why, and offers other words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onward.domain.letters.angry import copied_from
from onward.domain.letters.edits import Wanted, flags_of
from onward.domain.letters.flags import Flag
from onward.domain.letters.irony import scare_quotes
from onward.domain.letters.passages import borders_of, joined
from onward.domain.letters.sentences import (
    Sentence,
    own_part,
    sentences_of,
    word_count,
)
from onward.domain.letters.whole import questions_in, too_late, too_long, too_many
from onward.domain.letters.wordings import WORDED, hits_in

# Nobody writes a request of this length; the cap bounds the time a keystroke takes.
_MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Tone:
    """How polite a letter sounds from 0 to 1, its size, and its flags in order."""

    politeness: float
    words: int
    questions: int
    flags: tuple[Flag, ...]


def check(
    text: str, *, hour: int | None = None, angry_versions: Sequence[str] = ()
) -> Tone:
    """Return the tone of a letter that would leave at this hour of the local day.

    `angry_versions` are texts whose words must not be in it.
    """
    from onward.domain.letters.politeness import (  # noqa: PLC0415 - brings numpy
        politeness,
    )

    text = text[:_MOST_CHARACTERS]
    sentences = sentences_of(text)
    flags = [
        *_worded(text, sentences),
        *too_many(text, sentences),
        *too_long(text, sentences),
        *too_late(hour),
        *copied_from(text, sentences, angry_versions),
    ]
    return Tone(
        politeness=politeness(text, sentences),
        words=word_count(text),
        questions=len(questions_in(sentences)),
        flags=tuple(sorted(flags, key=lambda flag: (flag.start, flag.end))),
    )


def _worded(text: str, sentences: Sequence[Sentence]) -> Iterator[Flag]:
    wanted = Wanted(text)
    found = [
        flag
        for sentence in sentences
        for flag in flags_of(sentence, list(hits_in(sentence)), wanted)
    ]
    borders = borders_of(text, sentences)
    for kind in WORDED:
        yield from joined([each for each in found if each.kind is kind], borders)
    yield from scare_quotes(text, *own_part(text))
