"""The screens of taking in a no, in their order, and the one thing for today."""

from datetime import date, timedelta
from enum import StrEnum


class Screen(StrEnum):
    """One screen; its value stands in the address.

    The first six are the walk. `TALK` comes once after a low answer, `KIND_NOTE` and
    `PRIVATE_PAGE` when chosen for today, `DONE` at the end.
    """

    FACTS = "what-happened"
    FEELING = "how-are-you"
    CRITERIA = "what-they-asked-for"
    MEANING = "what-it-could-mean"
    ODDS = "the-odds"
    TODAY = "today"
    TALK = "talk"
    KIND_NOTE = "kind-note"
    PRIVATE_PAGE = "private-page"
    DONE = "done"


class Today(StrEnum):
    """One thing for today; `ASK` only once it is no longer the first day."""

    WALK = "walk"
    CALL = "call"
    KIND_NOTE = "kind_note"
    PRIVATE_PAGE = "private_page"
    NOTHING = "nothing"
    ASK = "ask"


_WALK = (
    Screen.FACTS,
    Screen.FEELING,
    Screen.CRITERIA,
    Screen.MEANING,
    Screen.ODDS,
    Screen.TODAY,
)
# The card comes between two screens and is passed once.
_COME_FROM = {
    Screen.TALK: Screen.FEELING,
    Screen.KIND_NOTE: Screen.TODAY,
    Screen.PRIVATE_PAGE: Screen.TODAY,
    Screen.DONE: Screen.TODAY,
}
_LEADS_TO = {
    Today.KIND_NOTE: Screen.KIND_NOTE,
    Today.PRIVATE_PAGE: Screen.PRIVATE_PAGE,
}
# A limit that ends so soon does not leave room for a night's sleep.
_PRESSING = timedelta(days=1)


def walk(*, has_criteria: bool) -> tuple[Screen, ...]:
    """Return the screens in order; without an advert nothing is asked about it."""
    return tuple(
        screen for screen in _WALK if has_criteria or screen is not Screen.CRITERIA
    )


def after(screen: Screen, *, has_criteria: bool) -> Screen:
    """Return the screen that follows."""
    screens = walk(has_criteria=has_criteria)
    if screen in {Screen.KIND_NOTE, Screen.PRIVATE_PAGE}:
        return Screen.DONE
    place = screens.index(_COME_FROM.get(screen, screen)) + 1
    return screens[place] if place < len(screens) else Screen.DONE


def before(screen: Screen, *, has_criteria: bool) -> Screen | None:
    """Return the screen one came from; None at the first."""
    if screen in _COME_FROM:
        return _COME_FROM[screen]
    place = walk(has_criteria=has_criteria).index(screen)
    return walk(has_criteria=has_criteria)[place - 1] if place else None


def leads_to(today: Today | None) -> Screen:
    """Return the screen that a choice for today goes on to."""
    return _LEADS_TO.get(today, Screen.DONE) if today else Screen.DONE


def may_ask(heard_on: date, today: date, until: date | None) -> bool:
    """Tell whether asking for feedback is offered: not on the first day.

    Sleeping on it is custom, not science; a limit of theirs goes before it.
    """
    return today > heard_on or (until is not None and until - today <= _PRESSING)
