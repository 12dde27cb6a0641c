"""What the model sees of a stretch of an advert."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from onward.domain.interview.adverts.headings import part_of
from onward.domain.interview.adverts.units import Unit
from onward.domain.interview.stems import placed_stems, stem

_NUMBER = re.compile(r"\d")
_MONEY = re.compile(r"[\u00a3$\u20ac]|\b\d+k\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\b(?:\d+|one|two|three|five|six|ten|a|couple of)\+?(?:\s*[-\u2013to]+\s*\d+)?\+?"
    r"\s*(?:full |more )?(?:years?|months?)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{2,}\d*\b")
_LEVEL = re.compile(r"\b(?:level|grade|nvq|btec|gcses?|band)\s*\d?", re.IGNORECASE)
_BUCKET, _MOST_BUCKETS, _LEAD_WORDS, _PARTS, _LONG = 3, 6, 4, 4, 7


def terms_for(
    text: str, unit: Unit, start: int, end: int, beside: Sequence[str] = ()
) -> list[str]:
    """Return a stretch's terms: its words, its signs and what stands around it.

    `beside` are the first words of the list that the unit belongs to.
    """
    said = text[start:end]
    words = [word for word, _, _ in placed_stems(said)]
    return [
        *words,
        *(f"{one} {two}" for one, two in pairwise(words)),
        *(f"^{word}" for word in words[:1]),
        *(f"^{one} {two}" for one, two in pairwise(words[:2])),
        *(f"{word}$" for word in words[-1:]),
        *_signs(said, len(words)),
        *_around(text, unit, start, end),
        *(f"list:{word}" for word in beside),
    ]


def border_terms(
    text: str, pieces: Sequence[tuple[int, int]], number: int
) -> list[str]:
    """Return what the border before a piece looks like, between two of one kind."""
    (begun, left), (right, end) = pieces[number - 1], pieces[number]
    sign = "".join(text[left:right].split()).lower() or "space"
    before, after = text[begun:left].split(), text[right:end].split()
    opening, first = _opening(text, right, end), _opening(text, *pieces[0])
    least = min(len(before), len(after))
    return [
        f"b:{sign}",
        f"b:least:{min(_LONG, least)}",
        f"b:{sign}:least:{min(_LONG, least)}",
        f"b:right:{min(_LONG, len(after))}",
        f"b:left:{min(_LONG, len(before))}",
        f"b:opens:{opening}",
        f"b:ending:{opening[-3:]}",
        f"b:alike:{opening[-3:] == _opening(text, begun, left)[-3:]}",
        f"b:as first:{opening[-3:] == first[-3:]}",
    ]


def _opening(text: str, start: int, end: int) -> str:
    words = text[start:end].lower().split(maxsplit=1)
    return words[0] if words else ""


def beside_of(text: str, units: Sequence[Unit]) -> dict[int, list[str]]:
    """Return the first words of each block's items, by the block's number."""
    found: dict[int, set[str]] = {}
    for unit in units:
        if unit.is_item:
            words = placed_stems(text[unit.start : unit.end])[:1]
            found.setdefault(unit.block, set()).update(word for word, _, _ in words)
    return {block: sorted(words) for block, words in found.items()}


def _signs(said: str, count: int) -> list[str]:
    signs = [f"long:{min(_MOST_BUCKETS, count // _BUCKET)}"]
    signs += ["#number"] if _NUMBER.search(said) else []
    signs += ["#money"] if _MONEY.search(said) else []
    signs += ["#years"] if _YEARS.search(said) else []
    signs += ["#capitals"] if _CAPITALS.search(said) and not said.isupper() else []
    signs += ["#level"] if _LEVEL.search(said) else []
    return signs


def _around(text: str, unit: Unit, start: int, end: int) -> list[str]:
    """Return what stands over a stretch, before it, and where in the advert it is."""
    lead = [word for word, _, _ in placed_stems(text[unit.start : start])]
    after = [word for word, _, _ in placed_stems(text[end : unit.end])]
    return [
        *_over(unit),
        "item" if unit.is_item else "prose",
        *(f"lead:{word}" for word in lead[-_LEAD_WORDS:]),
        *(f"then:{word}" for word in after[:_LEAD_WORDS]),
        *(["inside"] if start > unit.start else []),
        *(["cut"] if end < unit.end else []),
        f"place:{_PARTS * start // max(1, len(text))}",
    ]


def _over(unit: Unit) -> list[str]:
    part, above = _part(unit.heading), _part(unit.topic)
    need = {True: "needed", False: "not needed", None: "no word of need"}[unit.must]
    return [
        f"part:{part}",
        f"above:{above}",
        f"{above}>{part}",
        f"part:{part}:{'item' if unit.is_item else 'prose'}",
        need,
        *(f"head:{word}" for word in _stems(unit.heading)),
    ]


@lru_cache(maxsize=512)
def _part(heading: str) -> str:
    return part_of(heading).value if heading else "none"


@lru_cache(maxsize=512)
def _stems(heading: str) -> tuple[str, ...]:
    return tuple(stem(word) for word, _, _ in placed_stems(heading))
