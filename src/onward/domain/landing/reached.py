"""How far it had come, how they told, and what was asked and given for the talk."""

from enum import StrEnum

from onward.domain.applications.state import Stage


class Reached(StrEnum):
    """How far an application came, finer than its stage."""

    APPLICATION = "application"
    TEST = "test"
    SCREEN = "screen"
    FIRST = "first"
    LATER = "later"
    FINAL = "final"
    OFFER = "offer"


class HeardHow(StrEnum):
    """How somebody heard."""

    MAIL = "mail"
    CALL = "call"
    IN_PERSON = "in_person"
    WEBSITE = "website"
    LETTER = "letter"
    OTHERS = "others"
    NOT_TOLD = "not_told"


class Seats(StrEnum):
    """Who sat on the other side."""

    PANEL = "panel"
    ONE = "one"
    SEVERAL_APART = "several_apart"


class Adjustments(StrEnum):
    """What was asked for to make the talk fair, and what came of it."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    PARTLY = "partly"
    MISSED = "missed"


_STAGES = {
    Reached.APPLICATION: Stage.APPLIED,
    Reached.TEST: Stage.ASSESSMENT,
    Reached.OFFER: Stage.OFFER,
}


def stage_of(reached: Reached) -> Stage:
    """Return the stage that stands for it."""
    return _STAGES.get(reached, Stage.INTERVIEW)


def reached_by(stage: Stage, interviews: int, told: str = "") -> Reached:
    """Return how far it came: as their message tells, else by what happened.

    Their word goes first unless more is known to have happened than it tells.
    """
    known = _known(stage, interviews)
    if told not in set(Reached):
        return known
    order = tuple(Reached)
    return max(Reached(told), known, key=order.index)


def _known(stage: Stage, interviews: int) -> Reached:
    if stage is Stage.OFFER:
        return Reached.OFFER
    if interviews:
        return Reached.FIRST if interviews == 1 else Reached.LATER
    of_stage = {Stage.ASSESSMENT: Reached.TEST, Stage.INTERVIEW: Reached.FIRST}
    return of_stage.get(stage, Reached.APPLICATION)
