"""The screens of looking back, in two sittings: first the facts, later the meaning."""

from dataclasses import dataclass
from enum import StrEnum


class Screen(StrEnum):
    """One screen; its value stands in the address.

    `MOOD` and `STOP` come before the meaning, `KEPT` and `DONE` end the sittings, and
    `LONG` is a form of its own.
    """

    QUESTIONS = "questions"
    AROUND = "around-it"
    GUESS = "your-guess"
    FEELINGS = "how-it-felt"
    KEPT = "facts-kept"
    MOOD = "how-are-you"
    STOP = "enough"
    ANSWERS = "how-you-answered"
    KEEP = "one-thing-to-keep"
    CHANGE = "one-thing-to-change"
    PREPARATION = "preparation"
    CRITERIA = "what-they-asked-for"
    COLLEAGUE = "a-colleague"
    DONE = "done"
    LONG = "long-form"


@dataclass(frozen=True, slots=True)
class Ground:
    """What decides which screens there are.

    `may_guess` holds until the outcome is known or a guess was made; `has_kept` once
    one thing to keep was written down.
    """

    has_questions: bool = False
    has_criteria: bool = False
    may_guess: bool = True
    has_kept: bool = False


FACTS = (Screen.QUESTIONS, Screen.AROUND, Screen.GUESS, Screen.FEELINGS)
MEANING = (
    Screen.ANSWERS,
    Screen.KEEP,
    Screen.CHANGE,
    Screen.PREPARATION,
    Screen.CRITERIA,
    Screen.COLLEAGUE,
)
_ENDS = {FACTS: Screen.KEPT, MEANING: Screen.DONE}


def sitting_of(screen: Screen) -> tuple[Screen, ...]:
    """Return the screens of the sitting that a screen belongs to, all of them."""
    return FACTS if screen in {*FACTS, Screen.KEPT} else MEANING


def is_of_facts(screen: Screen) -> bool:
    """Tell whether a screen belongs to the first sitting."""
    return sitting_of(screen) is FACTS


def screens(sitting: tuple[Screen, ...], ground: Ground) -> tuple[Screen, ...]:
    """Return the screens of a sitting that there is something to ask on."""
    needs = {
        Screen.GUESS: ground.may_guess,
        Screen.ANSWERS: ground.has_questions,
        Screen.CHANGE: ground.has_kept,
        Screen.CRITERIA: ground.has_criteria,
    }
    return tuple(screen for screen in sitting if needs.get(screen, True))


def after(screen: Screen, ground: Ground) -> Screen:
    """Return the screen that follows."""
    if screen in {Screen.MOOD, Screen.STOP}:
        return screens(MEANING, ground)[0]
    sitting = sitting_of(screen)
    # Of the whole sitting, since what was just written may have changed the ground.
    ahead = sitting[sitting.index(screen) + 1 :] if screen in sitting else ()
    open_ones = screens(sitting, ground)
    return next((one for one in ahead if one in open_ones), _ENDS[sitting])


def before(screen: Screen, ground: Ground) -> Screen | None:
    """Return the screen one came from; None at the first of a sitting."""
    sitting = sitting_of(screen)
    place = sitting.index(screen) if screen in sitting else len(sitting)
    open_ones = screens(sitting, ground)
    behind = (one for one in reversed(sitting[:place]) if one in open_ones)
    return next(behind, None)
