"""What the model sees of a stretch of words, and of a border between two."""

from onward.domain.feedback.saying import Sentence
from onward.domain.feedback.scores import level_in
from onward.domain.feedback.sentences import (
    Border,
    has_verb,
    opens_with_circumstance,
    opens_with_contrast,
)
from onward.domain.feedback.signs import signs_in
from onward.domain.feedback.words import terms_of, words_in

_LONGEST_BUCKET, _BUCKET = 6, 3


def terms_for(text: str, sentence: Sentence, start: int, end: int) -> list[str]:
    """Return a stretch's terms: its words, its signs, and what stands around it."""
    said = text[start:end]
    words = words_in(said)
    signs = signs_in(words)
    terms = [
        *terms_of(words),
        *(f"={sign}" for sign in signs),
        *(f"=={sign.partition(':')[0]}" for sign in signs),
        *_place_terms(text, sentence, start, end),
        f"long:{min(_LONGEST_BUCKET, len(words) // _BUCKET)}",
    ]
    if words:
        terms += [f"^{words[0]}", f"{words[-1]}$", f"^{' '.join(words[:2])}"]
    level = level_in(said)
    if level:
        terms += [f"mark:{level.value}"]
    return terms


def _place_terms(text: str, sentence: Sentence, start: int, end: int) -> list[str]:
    """Return what stands around: the heading, the borders, the clause before."""
    terms = [f"under:{sentence.under.value}"] if sentence.under else []
    terms += ["item"] if sentence.is_item else []
    terms += ["question"] if text[end - 1 : end] == "?" else []
    terms += [f"before:{b.sort}" for b in sentence.borders if b.left == end]
    terms += [f"after:{b.sort}" for b in sentence.borders if b.right == start]
    if start > sentence.start and opens_with_contrast(text[sentence.start : start]):
        terms.append("after:although")
    return terms


def border_terms(
    text: str, sentence: Sentence, border: Border, begins: int, ends: int
) -> list[str]:
    """Return what a border looks like, between the pieces that begin and end there."""
    left, right = text[begins : border.left], text[border.right : ends]
    sides = f"{has_verb(left):d}{has_verb(right):d}"
    opening = words_in(right)[:1]
    terms = [
        border.sort,
        f"{border.sort}:{sides}",
        f"left:{_size(left)}",
        f"right:{_size(right)}",
        f"{border.sort}:right:{_size(right)}",
        *(f"opens:{word}" for word in opening),
    ]
    if opens_with_circumstance(left) and begins == sentence.start:
        terms += ["circumstance", f"{border.sort}:circumstance"]
    if opens_with_contrast(left):
        terms.append(f"{border.sort}:although")
    if sentence.under:
        terms.append(f"{border.sort}:listed")
    if not has_verb(text[sentence.start : sentence.end]):
        terms.append(f"{border.sort}:verbless")
    return terms


def _size(said: str) -> int:
    words = len(said.split())
    return words if words <= _BUCKET else min(9, words // _BUCKET + _BUCKET)
