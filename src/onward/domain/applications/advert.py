"""Reads who looks for whom and where out of an advert; the person puts it right."""

import re
from dataclasses import dataclass

from onward.domain.applications.roles import employer_points, is_trade, role_points

_LINK = re.compile(r"\bhttps?://[^\s,;<>\"]+", re.IGNORECASE)
_LABELLED = {
    "role": r"(?:job |role |post )?title|role|post|position|vacancy",
    "employer": r"employer|company(?: name)?|organi[sz]ation|recruiter|client|school",
    "place": r"location|place|based (?:in|at)|where|workplace|address",
}
_AT = re.compile(r"\s+(?:at|@|with|for|\||[-\u2013\u2014])\s+|,\s+", re.IGNORECASE)
_CAPITALISED = r"[A-Z\u00c0-\u017d][\w&'\u2019.-]*"
_NAME = rf"(?P<name>{_CAPITALISED}(?:[ \t]+(?:of|and|the|for|&|{_CAPITALISED})){{0,6}})"
_EMPLOYER_SAID = (
    re.compile(
        rf"(?:^|[.!\n]\s*){_NAME}\s+(?:is|are)\s+(?:\w+\s+)?"
        r"(?:looking|seeking|hiring|recruiting|searching)\b"
    ),
    re.compile(rf"\b(?:[Jj]oin|[Ww]ork (?:for|at|with)|[Aa]bout)\s+{_NAME}"),
    re.compile(rf"\bat\s+{_NAME},?\s+(?:we|you)\b"),
)
_ROLE_SAID = re.compile(
    r"\b(?:looking for|seeking|hiring|recruiting|need|appoint|vacancy for)\s+"
    r"(?:an?|our next|new|another|two|several)?\s*(?:experienced\s+|new\s+)?"
    r"(?P<role>[^\n.,;:]{3,60}?)(?=\s+(?:to|who|with|for|at|in|based|on|and)\b|[.,;:\n]|$)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    {"we", "our", "us", "the", "you", "your", "the role", "this", "it"}
)
LONGEST = 20_000
_FIRST_LINES = 6
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Advert:
    """What an advert tells, in its own words; empty where it does not."""

    role: str = ""
    employer: str = ""
    place: str = ""
    link: str = ""


def read_advert(text: str) -> Advert:
    """Return what an advert tells: by its labels, else its title, else its text."""
    text = text[:LONGEST]
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    titled_role, titled_employer = _from_title(lines[:_FIRST_LINES])
    link = _LINK.search(text)
    return Advert(
        role=_labelled(text, "role") or titled_role or _said_role(text),
        employer=_labelled(text, "employer") or titled_employer or _said_employer(text),
        place=_labelled(text, "place"),
        link=link[0].rstrip(".)") if link else "",
    )


def _labelled(text: str, what: str) -> str:
    """Return what stands after a label, on its line or on the next one."""
    label = (
        rf"^[ \t*\u2022-]*(?:{_LABELLED[what]})[ \t]*:[ \t]*\n?[ \t]*(?P<told>[^\n]+)$"
    )
    found = re.search(label, text, re.IGNORECASE | re.MULTILINE)
    return found["told"].strip()[:_LONGEST_TITLE] if found else ""


def _from_title(lines: list[str]) -> tuple[str, str]:
    """Return role and employer of the first line that sounds like a title."""
    for place, line in enumerate(lines):
        if len(line) > _LONGEST_TITLE or line.endswith((".", "!", "?")):
            continue
        parts = [part.strip() for part in _AT.split(line) if part.strip()]
        best = max(parts, key=role_points, default="")
        if role_points(best) >= 1:
            others = [part for part in parts if part != best]
            near = others[:1] or [
                other
                for other in lines[max(0, place - 1) : place + 2]
                if employer_points(other) > 0 and role_points(other) == 0
            ]
            return best, near[0] if near and len(near[0]) <= _LONGEST_TITLE else ""
    return "", ""


def _said_role(text: str) -> str:
    for found in _ROLE_SAID.finditer(text):
        words = re.findall(r"[a-z]+", found["role"].lower())
        if any(is_trade(word) for word in words):
            return found["role"].strip()
    return ""


def _said_employer(text: str) -> str:
    for pattern in _EMPLOYER_SAID:
        for found in pattern.finditer(text):
            name = re.sub(r"\s+(?:of|and|the|for|&)$", "", found["name"]).rstrip(".")
            if name.lower() not in _NO_NAME and role_points(name) == 0:
                return name
    return ""
