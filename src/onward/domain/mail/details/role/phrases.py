"""Finds a role by the signs around it, where no wording tells it outright.

Each phrase that is headed by a trade is weighed by what stands before and behind it:
"on the Crane Mechanic rotation" speaks for it, "Jo Lund, Fleet Manager" against it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onward.domain.mail.details.patterns.read import weighted_patterns
from onward.domain.mail.details.role.alone import FAREWELL, NAME
from onward.domain.mail.details.role.words import (
    cleaned,
    is_headed_by_known_trade,
    is_headed_by_trade,
    may_be_role,
)

_WORD = r"[a-z]?[A-Z0-9](?:[\w&/+#-]|['\u2019](?!s (?:day|work|job)\b))*"
_NO_BEGINNING = (
    r"(?!(?:The|An?|For|As|Re|It['\u2019]s|Our|Your|This|That|We|You|I|In|On|At|And|But"
    r"|If|All|About|Dear|Dr|Mrs?|Ms|Prof|Sir|WHAT|POST|ROLE|JOB|TITLE|What|Post|Role|Job)"
    r"\b(?!-))"
)
_CAPITALS = re.compile(
    rf"(?<![\w'\u2019/&@.-]){_NO_BEGINNING}"
    rf"{_WORD}(?: (?:(?:of|and|&|in|to the|of the) )?{_WORD}){{0,6}}"
)
# "VP, Treasury Operations": a rank, then what it is of.
_RANK = re.compile(
    r"(?:(?:Senior|Sr|Assistant|Associate|Deputy|Regional|Managing|Executive|Graduate)"
    r"\.? )*(?:[ASE]?VP|Vice President|Head|Director|Manager|Associate|Lead|Analyst"
    r"|Solicitor|Officer|Specialist|Engineer|Lecturer|Teacher|Coach|Head Coach"
    r"|Executive)$"
)
_OF_WHAT = re.compile(rf", {_WORD}(?: (?:(?:and|&|of) )?{_WORD}){{0,4}}")
_NEAR = 40
_ENOUGH, _SIGNED, _BY_ENDING = 1.0, 2.0, 0.3


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_subject: bool
    is_signed: bool


def role_by_signs(shown_text: str, employer: str) -> str:
    """Return the role that most signs speak for; of several, as adverts have, none."""
    weights: dict[str, float] = {}
    for phrase, weight in _weighed(shown_text):
        role = cleaned(phrase, employer)
        if weight >= _ENOUGH and may_be_role(role, employer):
            weights[role] = max(weight, weights.get(role, 0.0))
    most = max(weights.values(), default=0.0)
    best = [role for role in weights if weights[role] == most]
    longest = max(best, key=len, default="")
    return longest if all(one in longest for one in best) else ""


@lru_cache(maxsize=1)
def _weighed(text: str) -> tuple[tuple[str, float], ...]:
    return tuple(
        (phrase, weight)
        for line in _lines_of(text)
        for phrase, weight in _weighed_in(line)
    )


def _lines_of(text: str) -> Iterator[_Line]:
    subject, *lines = text.splitlines() or [""]
    yield _Line(subject, is_subject=True, is_signed=False)
    above, is_below = "", False
    for raw in lines:
        line = raw.strip()
        is_below = is_below or FAREWELL.match(line) is not None
        is_signed = is_below or NAME.match(above) is not None
        yield _Line(line, is_subject=False, is_signed=is_signed)
        above = line


def _weighed_in(line: _Line) -> Iterator[tuple[str, float]]:
    for found in _CAPITALS.finditer(line.text):
        phrase = found[0]
        if not is_headed_by_trade(phrase):
            continue
        of_what = _OF_WHAT.match(line.text, found.end())
        if of_what and _RANK.match(phrase):
            phrase += of_what[0]
        yield phrase, _weight(line, found.start(), found.start() + len(phrase))


def _weight(line: _Line, start: int, end: int) -> float:
    before = line.text[max(0, start - _NEAR) : start]
    weight = _sum("role_before", before)
    weight += _sum("role_behind", line.text[end : end + _NEAR])
    weight -= _BY_ENDING * (not is_headed_by_known_trade(line.text[start:end]))
    if line.is_subject:
        return weight
    return weight + _sum("somebody_before", before) - _SIGNED * line.is_signed


def _sum(name: str, text: str) -> float:
    return sum(points for points, sign in weighted_patterns(name) if sign.is_in(text))
