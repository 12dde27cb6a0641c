"""Finds entries of an open list of skills in a text, by their names."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onward.domain.interview.adverts.criterion import Skill
from onward.domain.interview.skills.naming import meaning_stems

VERSION = "ESCO v1.2 and O*NET 30.3"
CREDIT = (
    "This service uses the ESCO classification of the European Commission. Includes "
    "information from the O*NET 30.3 Database by the U.S. Department of Labor, "
    "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 "
    "license. O*NET is a trademark of USDOL/ETA. Onward has shortened both lists and "
    "added names; neither the Commission nor USDOL/ETA has approved, endorsed or "
    "tested them."
)
_ESCO, _URI = "ESCO", "http://data.europa.eu/esco/skill/"
_LONGEST_KEY = 5
_MOST = 6
_BETWEEN = re.compile(r"[.;:!?,/()\n|\u2022]")


def skills_in(text: str) -> tuple[Skill, ...]:
    """Return the skills that a text names, each as the text words it.

    Of names within one another the longest counts.
    """
    found: dict[str, Skill] = {}
    for start, end, line in _named(text):
        skill = _skill(line, text[start:end])
        found.setdefault(skill.identifier, skill)
    return tuple(found.values())[:_MOST]


def _named(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the place of each name, with the number of its entry."""
    keys = _listed()[1]
    words = meaning_stems(text)
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_KEY, len(words) - place), 0, -1):
            run = words[place : place + length]
            line = keys.get(" ".join(word for word, _, _ in run))
            if line is not None and _is_meant(text, run, line):
                yield run[0][1], run[-1][2], line
                place += length
                break
        else:
            place += 1


def _is_meant(text: str, run: list[tuple[str, int, int]], line: int) -> bool:
    """Tell whether words are a name: in one piece, a single word as it is listed."""
    start, end = run[0][1], run[-1][2]
    if _BETWEEN.search(text, start, run[-1][1]):
        return False
    label = _listed()[0][line].split("\t")[2]
    if len(run) > 1 or " " in label:
        return True
    return text[start:end].lower().rstrip("s") == label.lower().rstrip("s")


def _skill(line: int, said: str) -> Skill:
    source, identifier, label, _ = _listed()[0][line].split("\t")
    whole = _URI + identifier if source == _ESCO else identifier
    return Skill(source, whole, label, said)


@cache
def _listed() -> tuple[list[str], dict[str, int]]:
    """Return the list's lines, and which key leads to which; read on first use."""
    packed = files(__package__).joinpath("entries.txt.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").split("\n")
    keys = {
        key: number
        for number, line in enumerate(lines)
        for key in line[line.rindex("\t") + 1 :].split("|")
    }
    return lines, keys
