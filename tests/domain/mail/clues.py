"""Clues as messages of one search give them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.linking.settle import Settled
from onward.domain.mail.verdict import Meaning

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def clue(number: int, meaning: Meaning, day: float = 0, **further: Any) -> Clue:
    """Make what a message tells; its Message-ID is its number."""
    ids = (*further.pop("answers", ()), str(number))
    return Clue(
        id=number,
        sent_at=START + timedelta(days=day),
        meaning=meaning,
        order=str(number),
        ids=ids,
        thread=f"id:{ids[0]}",
        signs=frozenset(further.pop("signs", ())),
        **further,
    )


def thanks(number: int, day: float = 0, **further: Any) -> Clue:
    """Make an acknowledgement of Acme's."""
    further = {"employer": "Acme", "writers": ("no-reply@greenhouse.io",)} | further
    return clue(number, Meaning.ACKNOWLEDGEMENT, day, **further)


def no(number: int, day: float = 30, **further: Any) -> Clue:
    """Make a rejection of Acme's."""
    further = {"employer": "Acme", "writers": ("no-reply@greenhouse.io",)} | further
    return clue(number, Meaning.REJECTION, day, **further)


def wrote(number: int, day: float, **further: Any) -> Clue:
    """Make a mail of the person's own."""
    return clue(number, Meaning.FOLLOW_UP, day, own=True, **further)


def together(settled: Settled, *numbers: int) -> bool:
    """Tell whether messages lie in one application, and none of them outside."""
    places = [{one.application for one in settled.links[n]} for n in numbers]
    return (
        len(places[0]) == 1
        and None not in places[0]
        and len(set(map(frozenset, places))) == 1
    )


def place(settled: Settled, number: int) -> int | None:
    """Return the application of a message."""
    return settled.links[number][0].application


def approach(number: int, day: float = 0, **further: Any) -> Clue:
    """Make what an agency wrote about a role, unasked."""
    told = {"agency": "Bright Recruitment", "roles": ("Buyer",)} | further
    return clue(
        number, Meaning.RECRUITER_OUTREACH, day, writers=("jo@bright.example",), **told
    )
