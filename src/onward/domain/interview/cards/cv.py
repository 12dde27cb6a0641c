"""What a CV could give for evidence cards: its own lines, quoted, never invented."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MOST = 40
LONGEST_QUOTE = 300
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u25cf\u25aa\u2023\u00b7\u2013]|o\s)\s*")
# A line says what was done if it opens with a verb of the past, or has one of these.
_DID = re.compile(
    r"^(?:successfully |also |then )?[A-Za-z]{2,}ed\b"
    r"|\b(?:led|built|made|cut|grew|taught|won|wrote|ran|set up|sold|managed|created"
    r"|introduced|reduced|increased|raised|saved|trained|designed|launched|organised"
    r"|organized|delivered|improved|started|helped|supported|coordinated|developed"
    r"|achieved|handled|supervised|planned|solved|fixed|served|coached|mentored"
    r"|implemented|negotiated|presented|resolved|founded|awarded|promoted)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"[,;:\u2013\u2014-]?\s*\b(?:resulting in|leading to|so that|saving|cutting"
    r"|which (?:led|cut|saved|raised|meant)|reducing|increasing|raising|achieving"
    r"|winning)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:19|20)\d\d\s*(?:-|\u2013|\u2014|to)\s*(?:(?:19|20)\d\d|present|now|today|current)",
    re.IGNORECASE,
)
_SHORTEST_WORDS, _LONGEST_HEADING_WORDS, _HEADLINE_WORDS = 4, 14, 9


@dataclass(frozen=True, slots=True)
class FromCv:
    """A line of a CV that could become a card: `quote` is the line as it stands.

    `headline` and `result` are parts of the quote; `situation` is the line it stood
    under, such as a post and its dates. Each may be empty.
    """

    quote: str
    headline: str
    situation: str
    result: str


def from_cv(text: str) -> tuple[FromCv, ...]:
    """Return what a CV could give, in its order; JSON Resume is read as such."""
    told = _as_resume(text)
    lines = _of_resume(told) if told is not None else _of_text(text)
    seen: dict[str, FromCv] = {}
    for said, under in lines:
        quote = " ".join(said.split())[:LONGEST_QUOTE]
        if _tells(quote):
            seen.setdefault(quote.casefold(), _suggested(quote, under))
    return tuple(seen.values())[:MOST]


def _suggested(quote: str, under: str) -> FromCv:
    result = _RESULT.search(quote)
    begun, ended = (
        (quote[: result.start()], quote[result.start() :]) if result else (quote, "")
    )
    headline = " ".join(begun.split()[:_HEADLINE_WORDS]).strip(" ,;:.")
    came_of_it = ended.lstrip(" ,;:-\u2013\u2014").rstrip(".")
    return FromCv(quote, headline, under[:LONGEST_QUOTE], came_of_it)


def _tells(quote: str) -> bool:
    """Tell whether a line says what somebody did, and not where or when alone."""
    long_enough = len(quote.split()) >= _SHORTEST_WORDS
    return long_enough and bool(_DID.search(quote)) and not _PERIOD.search(quote)


def _of_text(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line with the post that it stands under."""
    under = ""
    for line in text.splitlines():
        said = _BULLET.sub("", line).strip()
        if not said:
            continue
        if _PERIOD.search(said) and len(said.split()) <= _LONGEST_HEADING_WORDS:
            under = said
        elif _BULLET.match(line):
            yield said, under
        else:
            yield from ((part, under) for part in re.split(r"(?<=[.!])\s+", said))


def _as_resume(text: str) -> Mapping[str, Any] | None:
    if not text.lstrip().startswith("{"):
        return None
    try:
        told = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _of_resume(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a JSON Resume that say what was done, with their post."""
    for part in ("work", "volunteer", "projects", "awards", "education"):
        entries = told.get(part)
        for each in entries if isinstance(entries, list) else ():
            if isinstance(each, dict):
                yield from _of_entry(each)


def _of_entry(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    names = ("position", "title", "studyType", "name", "organization", "institution")
    where = [str(entry[name]) for name in names if isinstance(entry.get(name), str)]
    dates = [str(entry[d]) for d in ("startDate", "endDate") if entry.get(d)]
    under = ", ".join((*where, *([" to ".join(dates)] if dates else [])))
    for name in ("summary", "description"):
        if isinstance(entry.get(name), str):
            yield from ((p, under) for p in re.split(r"(?<=[.!])\s+", entry[name]))
    highlights = entry.get("highlights")
    for each in highlights if isinstance(highlights, list) else ():
        if isinstance(each, str):
            yield each, under
