"""Decides which application a message belongs to, and says when it is not sure.

Each thing a message shares with an application adds points, each contradiction takes
some away. The points were set by hand and checked on the project's own mail; what a
link needs is more than a name alone gives when two applications bear that name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.mail.details.role.words import is_role
from onward.domain.mail.linking.book import (
    Book,
    mentions,
    mentions_shortly,
    owners_of,
)
from onward.domain.mail.linking.clue import Clue, Known, Link, Sign, Why
from onward.domain.mail.linking.names import (
    is_someone,
    like_employer,
    role_likeness,
    same_employer,
)
from onward.domain.mail.linking.roles import names_role, speaks_of_search
from onward.domain.mail.linking.timing import by_stage, by_time
from onward.domain.mail.senders import is_tracking_system
from onward.domain.mail.verdict import Meaning

_THREAD, _SUBJECT = 8.0, 1.5
_EMPLOYER, _OTHER_EMPLOYER = 3.0, -5.0
_OWNER, _LIKE_NAME, _AGENCY, _MENTIONED = 2.5, 1.5, 1.5, 2.5
_REFERENCE, _OTHER_REFERENCE, _ANOTHER_ADVERT = 5.0, -1.5, -2.5
# An answer may name another application than the one its conversation began with.
_REFERS_ELSEWHERE = -6.0
_SOMEONE, _SOMEONE_TOO = 3.0, 1.0
_ROLE, _PART_OF_ROLE, _OTHER_ROLE, _ROLE_ALONE = 2.5, 1.0, -4.0, 1.0
_ROLE_IN_PASSING = -2.0
ENOUGH, APART, WORTH_ASKING = 2.0, 1.0, 0.5
_MOST_CHOICES = 3

STARTS = frozenset(
    {
        *(Meaning.ACKNOWLEDGEMENT, Meaning.ASSESSMENT, Meaning.INTERVIEW_INVITATION),
        *(Meaning.OFFER, Meaning.REJECTION, Meaning.FEEDBACK),
    }
)
# These say nothing of a step; they need a closer tie to be put to an application.
QUIET = frozenset({Meaning.OTHER, Meaning.RECRUITER_OUTREACH, Meaning.NOT_JOB_RELATED})
_OF_LISTS = frozenset({Why.THREAD, Why.REFERENCE})
_OF_OTHERS = _OF_LISTS | {Why.SENDER, Why.EMPLOYER, Why.EMPLOYER_AND_ROLE}


@dataclass(frozen=True, slots=True)
class Weight:
    """How much speaks for an application, and what most of all."""

    known: Known
    points: float
    why: Why


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
    refers = any(_shares_reference(clue, known) for known in many)
    found = [_weight(clue, role, known, refers=refers) for known in many]
    ties = _ties_of_quiet(clue)
    held = (w for w in found if ties is None or w.why in ties)
    return sorted((w for w in held if not _is_mere_talk(clue, w)), key=_rank)


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


def _weight(clue: Clue, role: str, known: Known, *, refers: bool) -> Weight:
    """Add up what speaks for and against one application.

    `refers` says that a reference number of the message is that of some application.
    """
    ties = [
        _by_thread(clue, known),
        _by_reference(clue, known),
        _by_name(clue, known),
        _by_writer(clue, known),
    ]
    tied = [tie for tie in ties if tie[0] > 0]
    points = sum(tie[0] for tie in ties)
    if len(tied) > 1 and tied[-1][1] is Why.SENDER:
        points += _SOMEONE_TOO - _SOMEONE
    alike = _by_role(role, known, is_tied=bool(tied))
    in_passing = not names_role(clue.order, role)
    if alike == _OTHER_ROLE and in_passing and _is_from_them(clue, known, tied):
        alike = _ROLE_IN_PASSING
    if _shares_reference(clue, known):
        points, alike = max(points, _REFERENCE), max(alike, 0.0)
    elif refers and known.references:
        points += _REFERS_ELSEWHERE
    points += alike + by_time(clue, known) + by_stage(clue, known)
    why = max(tied, default=(0.0, Why.ROLE))[1]
    if why is Why.EMPLOYER and alike >= _ROLE:
        why = Why.EMPLOYER_AND_ROLE
    return Weight(known, points, why)


def _applies_anew(clue: Clue, known: Known) -> bool:
    """Tell whether the person answers the no to one application with another."""
    if not clue.own or Sign.APPLIES not in clue.signs or known.ended_at is None:
        return False
    is_other = known.references and clue.references
    return bool(is_other) and not _shares_reference(clue, known)


def _by_thread(clue: Clue, known: Known) -> tuple[float, Why]:
    if _applies_anew(clue, known):
        return 0.0, Why.THREAD
    shares_id = not known.ids.isdisjoint(clue.ids)
    if shares_id or (clue.thread in known.threads and ":" in clue.thread):
        weak = not shares_id and clue.thread.startswith("subject:")
        return (_SUBJECT if weak else _THREAD), Why.THREAD
    return 0.0, Why.THREAD


def _is_from_them(clue: Clue, known: Known, tied: Sequence[tuple[float, Why]]) -> bool:
    """Tell whether somebody of the employer writes on: a role may be a colleague's."""
    by_writer = any(why is Why.SENDER for _, why in tied)
    begins = clue.meaning is Meaning.ACKNOWLEDGEMENT
    return by_writer and not (begins or clue.agency or known.agencies)


def _shares_reference(clue: Clue, known: Known) -> bool:
    return not known.references.isdisjoint(clue.own_references)


def _by_reference(clue: Clue, known: Known) -> tuple[float, Why]:
    if not clue.references or not known.references:
        return 0.0, Why.REFERENCE
    if _shares_reference(clue, known):
        return _REFERENCE, Why.REFERENCE
    begins = clue.meaning is Meaning.ACKNOWLEDGEMENT
    return (_ANOTHER_ADVERT if begins else _OTHER_REFERENCE), Why.REFERENCE


def _by_name(clue: Clue, known: Known) -> tuple[float, Why]:
    """Compare who decides: by name, by the domain they write from, by agency."""
    same = _same_name(clue, known)
    if same:
        return same, Why.EMPLOYER
    through = _by_agency(clue, known)
    clash = clue.employer and known.employers and not through
    if clash or (through and clue.employer and _names_client(known)):
        return _OTHER_EMPLOYER + through, Why.AGENCY
    if clue.text and any(mentions(clue.text, name) for name in known.employers):
        return _MENTIONED, Why.WORDS
    if through and any(mentions_shortly(clue.text, name) for name in known.employers):
        return _MENTIONED, Why.WORDS
    return through, Why.AGENCY


def _same_name(clue: Clue, known: Known) -> float:
    names = [name for name in (clue.employer, *clue.also) if name]
    if any(same_employer(one, n) for one in names for n in known.employers):
        return _EMPLOYER
    if not clue.agency and owners_of(clue) & known.domains:
        return _OWNER
    alike = any(like_employer(clue.employer, name) for name in known.employers)
    return _LIKE_NAME if alike else 0.0


def _by_agency(clue: Clue, known: Known) -> float:
    ours = [name for name in (clue.agency, clue.employer) if name]
    theirs = [*known.agencies, *(known.employers if clue.agency else ())]
    same = any(same_employer(one, other) for one in ours for other in theirs)
    return _AGENCY if same else 0.0


def _names_client(known: Known) -> bool:
    """Tell whether an application names an employer besides its agency."""
    return any(
        not any(same_employer(name, agency) for agency in known.agencies)
        for name in known.employers
    )


def _by_writer(clue: Clue, known: Known) -> tuple[float, Why]:
    shared = not known.writers.isdisjoint(clue.writers)  # most share nobody
    people = (w for w in clue.writers if w in known.writers and is_someone(w))
    return (_SOMEONE if shared and any(people) else 0.0), Why.SENDER


def _by_role(role: str, known: Known, *, is_tied: bool) -> float:
    if not role or not known.roles:
        return 0.0
    alike = max(role_likeness(role, other) for other in known.roles)
    if alike == 1.0:
        return _ROLE if is_tied else _ROLE_ALONE
    if alike:
        return _PART_OF_ROLE
    return _OTHER_ROLE if is_role(role, "") else 0.0  # what names no trade may err


def likeliest(weights: Sequence[Weight]) -> tuple[int, ...]:
    """Return the applications to offer as an answer, best first."""
    return tuple(w.known.id for w in weights if w.points > 0)[:_MOST_CHOICES]
