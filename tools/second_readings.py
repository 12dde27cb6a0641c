"""What a second reader noted of the mail to judge details with, from the mail alone.

They did not see what its writer had noted. How far the two agree is about how far a
program can come.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from onward.domain.mail.verdict import Passage
from tools.detail_examples import DETAILS, Noted
from tools.detail_figures import APART, Field, Found

_QUOTES = frozenset({"reason", "given", "offered"})
_LINE = re.compile(r"^([\w-]+):[ \t]*(\S.*)$", re.MULTILINE)
Second = Mapping[str, str]


def second_readings(part: str) -> dict[str, Second]:
    """Return what was noted of each mail of a part, by its place."""
    found: dict[str, Second] = {}
    for path in sorted((DETAILS / part).glob("*.txt")):
        content = path.read_text(encoding="utf-8")
        for mail in re.split(r"^@@", content, flags=re.MULTILINE)[1:]:
            number, _, lines = mail.partition("\n")
            found[f"{path.stem}:{number.strip()}"] = dict(_LINE.findall(lines))
    return found


def agreed(field: Field, noted: Noted, second: Second) -> Found:
    """Return how what the second reader noted stands to what the writer did.

    Of several sentences quoted one alike is enough.
    """
    told = second.get(field.name, "")
    came = [field.compared(noted, one) for one in _said(field.name, noted, told)]
    return Found.RIGHT if Found.RIGHT in came else came[0]


def _said(name: str, noted: Noted, told: str) -> list[object]:
    if not told:
        return [None]
    if name in _QUOTES:
        return [Passage(one, 0, len(one)) for one in told.split(APART)]
    if name == "panel":
        return [(told.split(";"), noted.told.get("writer", ""))]
    if name == "meets":
        return [[datetime.fromisoformat(one.strip()) for one in told.split(",")]]
    return [told]
