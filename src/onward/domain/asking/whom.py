"""Whom to ask: those the person met come before those who only wrote."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from onward.domain.mail.senders import is_no_reply


class Part(IntEnum):
    """What somebody had to do with the application; the smaller, the better to ask."""

    NAMED = 0
    INTERVIEWER = 1
    WROTE_THE_NO = 2
    RECRUITER = 3
    AGENCY = 4
    COLLEAGUE = 5
    MAILBOX = 6


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody found in the thread, an invitation or by hand."""

    name: str
    address: str
    part: Part
    letters: int = 0
    was_added: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody who can be asked, and why they stand where they do."""

    known: Known
    why: str


_WHY = {
    Part.NAMED: "They say that this is where to write.",
    Part.INTERVIEWER: "You met them, so they saw how you did.",
    Part.WROTE_THE_NO: "They wrote to you about the decision, so you can reply.",
    Part.RECRUITER: "They look after applications there and can ask the panel.",
    Part.AGENCY: "They work for the agency and can ask the employer for you.",
    Part.COLLEAGUE: "They wrote to you about this application.",
    Part.MAILBOX: "A shared mailbox. An answer is less likely, but it is read.",
}


def whom_to_ask(people: Iterable[Known]) -> tuple[Ranked, ...]:
    """Return who can be asked, best first; nobody twice, and no deaf address."""
    best: dict[str, Known] = {}
    for known in people:
        address = known.address.strip().lower()
        if not address or is_no_reply(address):
            continue
        before = best.get(address)
        if before is None:
            best[address] = known
            continue
        better = min(known, before, key=_order)
        best[address] = replace(better, name=better.name or known.name or before.name)
    return tuple(
        Ranked(known, _WHY[known.part]) for known in sorted(best.values(), key=_order)
    )


def _order(known: Known) -> tuple[bool, int, int, str]:
    return (not known.was_added, known.part, -known.letters, known.name.casefold())
