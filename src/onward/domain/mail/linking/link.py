"""Decides which application a message belongs to, and says when it is not sure."""

from collections.abc import Sequence
from dataclasses import replace

from onward.domain.mail.linking.book import Book
from onward.domain.mail.linking.clue import QUIET, Clue, Known, Link, Sign, Why
from onward.domain.mail.linking.names import is_someone, same_employer
from onward.domain.mail.linking.roles import speaks_of_search, told_apart
from onward.domain.mail.linking.weight import Weight, shares_reference, weight_of
from onward.domain.mail.senders import is_tracking_system
from onward.domain.mail.verdict import Meaning

ENOUGH, APART, WORTH_ASKING = 2.0, 1.0, 0.5
_MOST_CHOICES, _TWO = 3, 2

_OF_LISTS = frozenset({Why.THREAD, Why.REFERENCE})
_OF_OTHERS = _OF_LISTS | {Why.SENDER, Why.EMPLOYER, Why.EMPLOYER_AND_ROLE}


def link(clue: Clue, role: str, book: Book) -> Link:
    """Return where a message belongs as far as it speaks of one role."""
    return decide(clue, weigh(clue, role, book))


def decide(clue: Clue, weights: Sequence[Weight]) -> Link:
    """Return the likeliest place of a message; none, or a question, where unsure."""
    best = weights[0] if weights else None
    if best is None or best.points < WORTH_ASKING:
        return Link(None, 0.0)
    second = weights[1].points if len(weights) > 1 else 0.0
    choices = tuple(weight.known.id for weight in weights[:_MOST_CHOICES])
    if best.points >= ENOUGH and best.points - second >= APART:
        sure = _confidence(best, second)
        return Link(best.known.id, sure, best.why, choices)
    if clue.meaning in QUIET:
        return Link(None, 0.0)
    return Link(None, 0.5, best.why, choices, waits=True)


def weigh(clue: Clue, role: str, book: Book) -> list[Weight]:
    """Return the applications a message may belong to, the likeliest first."""
    many = book.candidates(clue)
    refers = any(shares_reference(clue, known) for known in many)
    found = [weight_of(clue, role, known, refers=refers) for known in many]
    ties = _ties_of_quiet(clue)
    held = (w for w in _told_apart(clue, role, found) if ties is None or w.why in ties)
    return sorted((w for w in held if not _is_mere_talk(clue, w)), key=_rank)


def _told_apart(clue: Clue, role: str, many: Sequence[Weight]) -> Sequence[Weight]:
    """Let words of one role alone speak for it where two applications are as likely."""
    most = max((weight.points for weight in many), default=0.0)
    alike = [w for w in many if w.points >= ENOUGH and most - w.points < APART]
    text = f"{role} {clue.text or clue.order}"
    if len(alike) < _TWO:
        return many
    speaks = told_apart(text, [weight.known.roles for weight in alike])
    own = {w.known.id for w, said in zip(alike, speaks, strict=True) if said}
    if len(own) != 1:
        return many
    return [
        replace(w, points=w.points + APART) if w.known.id in own else w for w in many
    ]


def _is_mere_talk(clue: Clue, weight: Weight) -> bool:
    """Tell whether somebody there only chats: a friend may work at the employer.

    Their words are about the application if they speak of a search at all. What an
    agency says is not, if the application does not go through it.
    """
    if clue.meaning is not Meaning.OTHER or weight.why in _OF_LISTS or not clue.text:
        return False
    if clue.agency and not _goes_through(clue.agency, weight.known):
        return True
    if not weight.known.tellers.isdisjoint(clue.writers):
        return False
    is_someone_s = any(is_someone(writer) for writer in clue.writers)
    return is_someone_s and not speaks_of_search(clue.text)


def _goes_through(agency: str, known: Known) -> bool:
    names = (*known.agencies, *known.employers)
    return any(same_employer(agency, name) for name in names)


def _ties_of_quiet(clue: Clue) -> frozenset[Why] | None:
    """Return the ties that put a message to an application; None for any.

    An approach is a new thing unless it answers something. Other words are about an
    application only if they are written to this person, not to a list.
    """
    if clue.meaning not in QUIET:
        return None
    if clue.meaning is not Meaning.OTHER:
        return frozenset({Why.THREAD})
    to_a_list = Sign.BULK in clue.signs and not any(
        is_tracking_system(writer.rpartition("@")[2]) for writer in clue.writers
    )
    return _OF_LISTS if to_a_list or Sign.ACCOUNT in clue.signs else _OF_OTHERS


def _rank(weight: Weight) -> tuple[float, float, int]:
    last = weight.known.last_at
    return -weight.points, -(last.timestamp() if last else 0.0), weight.known.id


def _confidence(best: Weight, second: float) -> float:
    margin = min(best.points - max(second, 0.0), 8.0)
    return round(min(0.99, 0.75 + 0.03 * margin), 2)


def likeliest(weights: Sequence[Weight]) -> tuple[int, ...]:
    """Return the applications to offer as an answer, best first."""
    return tuple(w.known.id for w in weights if w.points > 0)[:_MOST_CHOICES]
