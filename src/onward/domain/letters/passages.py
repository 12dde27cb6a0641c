"""Flags on whole sentences in a row become one flag on the passage they form.

Three sentences that beg are one passage, and one better sentence replaces it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onward.domain.letters.flags import Flag
from onward.domain.letters.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Borders:
    """Where the sentences of a letter begin and end."""

    text: str
    begins: frozenset[int]
    ends: frozenset[int]

    def meet(self, before: Flag, after: Flag) -> bool:
        """Tell whether two flags cover whole sentences that follow each other."""
        between = self.text[before.end : after.start]
        return (
            before.kind is after.kind
            and self._is_whole(before)
            and self._is_whole(after)
            and not between.strip()
            and "\n\n" not in between
        )

    def _is_whole(self, flag: Flag) -> bool:
        return flag.start in self.begins and flag.end in self.ends


def borders_of(text: str, sentences: Sequence[Sentence]) -> Borders:
    """Return where the sentences of a letter begin and end."""
    return Borders(
        text,
        frozenset(each.words[0].start for each in sentences),
        frozenset(each.end for each in sentences),
    )


def joined(flags: Sequence[Flag], borders: Borders) -> Iterator[Flag]:
    """Yield flags of one kind in order, those on sentences in a row made one."""
    waiting: Flag | None = None
    for flag in flags:
        if waiting is not None and borders.meet(waiting, flag):
            quote = borders.text[waiting.start : flag.end]
            waiting = replace(waiting, quote=quote, end=flag.end)
            continue
        if waiting is not None:
            yield waiting
        waiting = flag
    if waiting is not None:
        yield waiting
