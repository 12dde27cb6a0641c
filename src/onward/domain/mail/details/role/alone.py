"""Finds what may be a role because it stands alone: in a subject, or on a line."""

import re
from collections.abc import Iterator

_PARTS = re.compile(r"\s*[|@!?,;:()\[\]•·]\s*|\s+[-\u2013—/]\s+|\s+(?:at|with|in)\s+")
_LONGEST_LINE, _MOST_PARTS = 90, 4
# Below such a line stands who writes, and what they do.
FAREWELL = re.compile(
    r"^(?:(?:with |very )?(?:kind|kindest|best|warm|warmest|many|all good|every good)"
    r"|regards|thanks|thank you|yours|sincerely|cheers|respectfully|mit freundlichen"
    r"|mit besten|viele grüße|beste grüße|liebe grüße|herzliche)\b.{0,25}$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s*$|^[a-zß-ÿ]")
# One of several adverts, mostly.
_ITEM = re.compile(r"^[-*•·\u2013—] ")
_SIGNS = re.compile(r"[^\w\s.,:;&()/'\u2019-]")
# A name stands above what somebody does; a label above what is offered.
NAME = re.compile(
    r"^[A-ZÀ-Ž][\w.'\u2019-]*(?: [A-ZÀ-Ž][\w.'\u2019-]*){0,3}"
    r"(?: x+| \([^)]*\)|(?:,? [A-Z][\w.]{0,6}[A-Z.])+)?,?$"
)
_LABEL = re.compile(
    r"^(?:post|role|position|vacancy|job|job title|title|entry|stelle|the post)$",
    re.IGNORECASE,
)


def standing_alone(subject: str, body: str) -> Iterator[str]:
    """Yield the parts of a subject, then of the lines that are no sentences."""
    yield from parts_of(subject)
    for line in _lines_of(body):
        yield from parts_of(line)


def parts_of(line: str) -> list[str]:
    """Return what stands between the signs of a line; of many, as lists have, none."""
    parts = [part for part in _PARTS.split(line) if part]
    return parts if len(parts) <= _MOST_PARTS else []


def _lines_of(body: str) -> Iterator[str]:
    above = ""
    for raw in body.splitlines():
        line = raw.strip()
        if FAREWELL.match(line):
            return
        is_signed = bool(NAME.match(above)) and not _LABEL.match(above)
        above = _SIGNS.sub("", line).strip()
        is_short = len(line) <= _LONGEST_LINE and not _SENTENCE.search(line)
        if is_short and not is_signed and not _ITEM.match(line):
            yield line
