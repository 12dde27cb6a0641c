"""The rungs from writing it down to a panel; the person sets theirs."""

from enum import StrEnum


class Rung(StrEnum):
    """How much of the real thing there is in a practice, the least first."""

    WRITE = "write"
    ALONE = "alone"
    RECORD = "record"
    FRIEND = "friend"
    COACH = "coach"
    PANEL = "panel"


def above(rung: Rung) -> Rung | None:
    """Return the next rung up; there is none above a panel."""
    return _beside(rung, 1)


def below(rung: Rung) -> Rung | None:
    """Return the next rung down; there is none below writing."""
    return _beside(rung, -1)


def _beside(rung: Rung, by: int) -> Rung | None:
    rungs = list(Rung)
    place = rungs.index(rung) + by
    return rungs[place] if 0 <= place < len(rungs) else None
