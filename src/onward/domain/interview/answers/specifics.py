"""Finds what makes an answer concrete: numbers, dates, names, tools."""

import re

from onward.domain.interview.answers.review import Place

_NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
    "|seventy|eighty|ninety|hundred|thousand|million|two thirds|a third|a quarter|dozen|double"
    "|half (?:an|the|of)"
)
_NUMBER = re.compile(
    rf"(?:[\u00a3$\u20ac]\s?)?\b\d[\d,.:]*\d*\s?%?(?:\s?(?:per ?cent|pounds|euros|"
    rf"o'clock|am|pm|years?|months?|weeks?|days?|hours?|minutes?|people))?"
    rf"|\b(?:{_NUMBER_WORDS})(?:[ -](?:and[ -])?(?:{_NUMBER_WORDS}))*\b(?:\s+\w+)?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:(?:last|this|next|every) (?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|spring|summer|autumn|winter|year|month|week|night|christmas)"
    r"|(?:in|on|by|before|since|until|each|the|a) (?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december|mondays?|tuesdays?|wednesdays?"
    r"|thursdays?|fridays?|saturdays?|sundays?|christmas(?: eve)?|easter|ramadan|noon|midnight))\b|\b(?:at|till|until|by)"
    r" (?:nine|ten|eleven|noon|midnight|one|two|three|four|five|six|seven|eight)\b"
    r"|\bminus \w+",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?<=[\w,;:'\u2019] )(?:(?:Mr|Mrs|Ms|Dr|St)\.? )?[A-Z][\w'\u2019-]+"
    r"(?: (?:of )?[A-Z][\w'\u2019-]+)*|(?<= )[A-Z]{2,}\d*\b"
)
_NO_NAMES = frozenset(
    "I I'm I'd I've I'll English Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    " January February March April May June July August September October November"
    " December Christmas Easter OK Oh And But So The We He She They It A In On At My"
    .split()
)  # fmt: skip
_VAGUE_NUMBERS = re.compile(
    r"\b(?:one|two) of (?:the|my|them)|\btwo things\b|\bthird time lucky\b|\bhalf of me\b"
    r"|\btwo (?:of us|people|men|reasons)\b",
    re.IGNORECASE,
)


def specifics_in(text: str) -> tuple[Place, ...]:
    """Return the details in order; one detail is counted once, however often told."""
    spans = [
        (match.start(), match.end())
        for pattern in (_WHEN, _NUMBER, _NAME)
        for match in pattern.finditer(text)
        if match[0].replace("\u2019", "'") not in _NO_NAMES
        and not (pattern is _NUMBER and _VAGUE_NUMBERS.match(text, match.start()))
    ]
    found: list[Place] = []
    seen: set[str] = set()
    for start, end in sorted(spans):
        quote = text[start:end].rstrip(" .,")
        if found and start < found[-1].end + 1:
            continue
        if quote.lower() not in seen:
            seen.add(quote.lower())
            found.append(Place(quote, start, start + len(quote)))
    return tuple(found)
