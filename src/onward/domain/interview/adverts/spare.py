"""Words that say one could do without a thing, and where they stand."""

import re

from onward.domain.interview.adverts.units import Unit
from onward.domain.interview.stems import placed_stems

_SPARE = re.compile(
    r"\b(?:desir\w+|advantag\w*|bonus|nice[- ]to[- ]have|a plus|beneficial"
    r"|prefer\w*|ideal(?:ly)?|would be (?:great|useful|helpful|handy|good|nice)"
    r"|would help|welcomed?|not (?:essential|necessary|required|a must|needed)"
    r"|isn['\u2019]t (?:a must|essential|needed)|helpful|helps|handy|useful"
    r"|even better|asset|we['\u2019]?d love|would (?:love|like)|lovely"
    r"|goes a long way|if you (?:also|can|have|drive|are)|great if|tell us"
    r"|brownie)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must|essential|required|need(?:ed|s)?|minimum|at least|mandatory)\b",
    re.IGNORECASE,
)
_NOT_ESSENTIAL = re.compile(
    r"\bnot\s+(?:be\s+)?essential|n['\u2019]t essential", re.IGNORECASE
)
_NEAR = 40


def spare_terms(text: str, unit: Unit, start: int, end: int) -> list[str]:
    """Return what says of a stretch whether it is needed."""
    said, before, after = (
        text[start:end],
        text[unit.start : start],
        text[end : unit.end],
    )
    need = {True: "needed", False: "not needed", None: "no word of need"}[unit.must]
    terms = [f"need:{need}"]
    terms += [f"spare:{need}"] if _SPARE.search(said) else []
    terms += ["spare:inside"] if _SPARE.search(said) else []
    terms += ["spare:opens"] if _SPARE.search(said[:_NEAR]) else []
    terms += ["spare:before"] if _SPARE.search(before[-_NEAR:]) else []
    terms += ["spare:after"] if _SPARE.search(after[:_NEAR]) else []
    terms += ["must:inside"] if _MUST.search(_NOT_ESSENTIAL.sub("", said)) else []
    terms += ["must:before"] if _MUST.search(_NOT_ESSENTIAL.sub("", before)) else []
    terms += ["must:after"] if _MUST.search(_NOT_ESSENTIAL.sub("", after)) else []
    terms += [f"s:{each.group().lower()}" for each in _SPARE.finditer(said)]
    terms += [f"s>{each.group().lower()}" for each in _SPARE.finditer(after[:_NEAR])]
    terms += [f"<s{each.group().lower()}" for each in _SPARE.finditer(before[-_NEAR:])]
    return terms + [f"w:{word}" for word, _, _ in placed_stems(said)[:2]]
