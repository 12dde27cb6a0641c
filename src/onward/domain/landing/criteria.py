"""The lines of an advert that ask for something, as they stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(
    r"^\s*(?:[-*\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2013\u2014]|o(?=\s)|\(?\d{1,2}[.)])\s*"
)
_ASKS = re.compile(
    r"^(?:(?:key|core|main|essential|your|the) )?(?:skills|qualifications)\b"
    r"|^(?:essential|desirable)\b"
    r"|\b(?:requirements?|person spec(?:ification)?|criteria"
    r"|what you(?:(?:'|\u2019)ll| will)? (?:need|bring)"
    r"|what we(?:'|\u2019)?(?:re| are) looking for|we are looking for|about you"
    r"|who you are|you(?: will| should| must|['\u2019]ll) (?:have|be|bring)|you have"
    r"|must[- ]haves?|nice to have|your (?:profile|experience|background))\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:what we offer|we offer|benefits|in return|about us|who we are|the package"
    r"|salary|how to apply|to apply|duties|responsibilit(?:y|ies)|the role|what you"
    r"(?:'|\u2019)?ll do|what you will do|your tasks|day to day|hours|location"
    r"|next steps|closing date|equal opportunit(?:y|ies))\b",
    re.IGNORECASE,
)
_SOUNDS_ASKED = re.compile(
    r"\b(?:experience (?:of|with|in|as|using|working)|\w+ experience|knowledge of"
    r"|understanding of|ability to|able to|skilled in|skills? in|proficien(?:t|cy)"
    r"|confident (?:with|in|using)|familiar(?:ity)? with|degree|diploma|certificate"
    r"|qualification|qualified|licen[cs]e|fluent|fluency|must (?:have|be)"
    r"|you (?:have|are able|know|can)|we need somebody|we need someone|track record"
    r"|willing(?:ness)? to|right to work|years(?:'|\u2019)? )",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:we offer|you will receive|we have over|our experience|apply (?:by|now|to|on)"
    r"|send your|closing date|interviews? (?:will|on)|per (?:hour|year|annum))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
# Under a heading one word is enough ("SQL"); in running text it would be a scrap.
_SHORTEST_LISTED, _SHORTEST_SAID = 2, 12
_LONGEST_HEADING, _LONGEST = 60, 240
_LONGEST_ADVERT = 20_000
MOST = 20


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing an advert asks for, in its own words."""

    text: str


def criteria_in(advert: str) -> tuple[Criterion, ...]:
    """Return what an advert asks for, in its order, each once; at most twenty.

    Under a heading that asks, every listed line counts; elsewhere what sounds like it.
    """
    found = dict.fromkeys(_asked(advert[:_LONGEST_ADVERT]))
    return tuple(Criterion(text) for text in list(found)[:MOST])


def _asked(advert: str) -> Iterator[str]:
    is_asking: bool | None = None
    is_after_gap = True
    for line in advert.splitlines():
        bare = " ".join(_MARK.sub("", line).split())
        is_marked = bool(_MARK.match(line))
        is_short = not is_marked and _is_heading(bare)
        kind = _kind_of_heading(bare) if is_short else None
        if kind is not None:
            is_asking = kind
        elif is_short and is_after_gap and not _sounds_asked(bare):
            is_asking = None
        # Copied from a page, a list has often lost its marks.
        elif is_asking and (is_marked or is_short) and _fits(bare, _SHORTEST_LISTED):
            yield bare.rstrip(";,")
        elif is_asking is not False:
            yield from _sounding(bare)
        is_after_gap = not bare


def _is_heading(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_HEADING and not line.endswith((".", ";", ","))


def _kind_of_heading(line: str) -> bool | None:
    """Return whether a heading asks for something; None if it says neither."""
    if _ASKS.search(line):
        return True
    return False if _TELLS.search(line) else None


def _sounding(line: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(line):
        said = sentence.strip()
        if _fits(said, _SHORTEST_SAID) and _sounds_asked(said):
            yield said.rstrip(";,")


def _sounds_asked(said: str) -> bool:
    return bool(_SOUNDS_ASKED.search(said)) and not _NOT_ASKED.search(said)


def _fits(said: str, shortest: int) -> bool:
    return shortest <= len(said) <= _LONGEST
