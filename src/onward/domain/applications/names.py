"""Which names may be one and the same, to suggest it; the person decides."""

import re
from collections.abc import Hashable, Mapping
from typing import TypeVar

# Below this two names share words rather than an owner.
ALIKE_FROM = 82
_OWN = TypeVar("_OWN", bound=Hashable)
_NO_NAME = re.compile(
    r"\b(?:ltd|limited|plc|llp|llc|inc|gmbh|ag|co|the|and|uk|group)\b|[^\w\s]"
)


def alike(name: str, others: Mapping[_OWN, str], *, most: int = 3) -> list[_OWN]:
    """Return the keys of the names most like this one, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - 4 MB, rarely asked for

    found = process.extract(
        bare(name),
        {key: bare(other) for key, other in others.items()},
        scorer=fuzz.WRatio,
        score_cutoff=ALIKE_FROM,
        limit=most,
    )
    return [key for _, _, key in found]


def bare(name: str) -> str:
    """Return a name in lower case without legal forms and punctuation."""
    return " ".join(_NO_NAME.sub(" ", name.casefold()).split()) or name.casefold()
