"""How each answer was: six sides of it, each on a scale from 1 to 5."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from statistics import fmean

LEAST, MOST = 1, 5


class Side(StrEnum):
    """One side of an answer; what 1, 3 and 5 look like is said beside each."""

    UNDERSTOOD = "understood"
    EXAMPLE = "example"
    ACTIONS = "actions"
    RESULT = "result"
    LINKED = "linked"
    LENGTH = "length"


def means(marks: Iterable[Mapping[str, int]]) -> dict[Side, float]:
    """Return the mean of each side over the answers that have a mark for it."""
    given: dict[Side, list[int]] = {side: [] for side in Side}
    for one in marks:
        for side in Side:
            if side in one:
                given[side].append(one[side])
    return {side: fmean(values) for side, values in given.items() if values}
