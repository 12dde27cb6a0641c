"""How each answer was: six sides of it, each on a scale from 1 to 5."""

from enum import StrEnum

LEAST, MOST = 1, 5


class Side(StrEnum):
    """One side of an answer; what 1, 3 and 5 look like is said beside each."""

    UNDERSTOOD = "understood"
    EXAMPLE = "example"
    ACTIONS = "actions"
    RESULT = "result"
    LINKED = "linked"
    LENGTH = "length"
