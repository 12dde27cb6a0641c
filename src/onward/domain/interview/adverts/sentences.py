"""The sentences of a line, and the entries of a list written in a line."""

import re
from collections.abc import Iterator

_SHORT_FORM = re.compile(r"\b(?:e\.g|i\.e|etc|approx|incl?|min|max|St|Mr|Mrs|Dr)\.$")
_END = re.compile(
    r"[.!?]+[)\"\u201d\u2019']*\s+(?=[A-Z\u00a3$\"(\u201c\d]|[^\x00-\x7f])"
)
# Where a writer used no full stops, these words begin something new.
_BEGINS = re.compile(
    r"\s+(?=(?:you(?: will|'ll|\u2019ll| must| should| need)|must (?:have|hold|be)|"
    r"full (?:uk )?driving|duties (?:will )?include|applicants must)\b)",
    re.IGNORECASE,
)
_NEXT_ENTRY = re.compile(r"\s*;\s*(?:and\s+)?")
_RUN_ON_FROM = 160
_AROUND = " \t\n\r,;.:"
_BEFORE = " \t\n\r,;.:*"


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each sentence between two places begins and ends."""
    begun = start
    for found in _END.finditer(text, start, end):
        if not _SHORT_FORM.search(text[begun : found.end()].rstrip()):
            yield from _parts_of(text, begun, found.end())
            begun = found.end()
    yield from _parts_of(text, begun, end)


def entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what semicolons set apart between two places."""
    begun = start
    for border in _NEXT_ENTRY.finditer(text, start, end):
        yield from trimmed(text, begun, border.start())
        begun = border.end()
    yield from trimmed(text, begun, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the place without the signs around its words, if words are left."""
    said = text[start:end]
    start += len(said) - len(said.lstrip(_BEFORE))
    end -= len(said) - len(said.rstrip(_AROUND))
    if any(sign.isalnum() for sign in text[start:end]):
        yield start, end


def _parts_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, cut where it must have ended if it has no end."""
    if end - start > _RUN_ON_FROM and not re.search(r"[,;.]\s", text[start : end - 2]):
        for border in _BEGINS.finditer(text, start + 1, end):
            yield from trimmed(text, start, border.start())
            start = border.end()
    yield from trimmed(text, start, end)
