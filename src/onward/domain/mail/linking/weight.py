"""Adds up what speaks for and against a message belonging to an application.

Each thing they share adds points, each contradiction takes some away.
The points were set by hand and checked on the project's own mail; what a link needs is
more than a name alone gives when two applications bear that name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onward.domain.mail.details.role.words import is_role
from onward.domain.mail.linking.book import (
    mentions,
    mentions_shortly,
    owners_of,
    writes_itself,
)
from onward.domain.mail.linking.clue import QUIET, Clue, Known, Sign, Why
from onward.domain.mail.linking.names import (
    is_someone,
    like_employer,
    role_likeness,
    same_employer,
)
from onward.domain.mail.linking.roles import names_role
from onward.domain.mail.linking.timing import by_stage, by_time
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
_BY_PERSON = frozenset({Why.SENDER, Why.NAMED})


@dataclass(frozen=True, slots=True)
class Weight:
    """How much speaks for an application, and what most of all."""

    known: Known
    points: float
    why: Why


def weight_of(clue: Clue, role: str, known: Known, *, refers: bool) -> Weight:
    """Add up what speaks for and against one application.

    `refers` says that a reference number of the message is that of some application.
    """
    ties = [
        _by_thread(clue, known),
        _by_reference(clue, known),
        _by_name(clue, role, known),
        _by_writer(clue, known),
    ]
    tied = [tie for tie in ties if tie[0] > 0]
    points = sum(tie[0] for tie in ties)
    if len(tied) > 1 and tied[-1][1] in _BY_PERSON:
        points += _SOMEONE_TOO - _SOMEONE
    alike = _by_role(role, known, is_tied=bool(tied))
    in_passing = not names_role(clue.order, role)
    if alike == _OTHER_ROLE and in_passing and _is_from_them(clue, known, tied):
        alike = _ROLE_IN_PASSING
    if shares_reference(clue, known):
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
    return bool(is_other) and not shares_reference(clue, known)


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
    by_writer = any(why in _BY_PERSON for _, why in tied)
    begins = clue.meaning is Meaning.ACKNOWLEDGEMENT
    return by_writer and not (begins or clue.agency or known.agencies)


def shares_reference(clue: Clue, known: Known) -> bool:
    """Tell whether a message names a number of an application."""
    return not known.references.isdisjoint(clue.own_references)


def _by_reference(clue: Clue, known: Known) -> tuple[float, Why]:
    if not clue.references or not known.references:
        return 0.0, Why.REFERENCE
    if shares_reference(clue, known):
        return _REFERENCE, Why.REFERENCE
    begins = clue.meaning is Meaning.ACKNOWLEDGEMENT
    return (_ANOTHER_ADVERT if begins else _OTHER_REFERENCE), Why.REFERENCE


def _by_name(clue: Clue, role: str, known: Known) -> tuple[float, Why]:
    """Compare who decides: by name, by the domain they write from, by agency."""
    same = _same_name(clue, known)
    if same:
        return same, Why.EMPLOYER
    through = _by_agency(clue, known)
    clashes = _names_another(clue, known, is_through=bool(through))
    if clashes and not _speaks_of(clue, role, known):
        return _OTHER_EMPLOYER + through, Why.AGENCY
    if clashes or _says_name(clue, known, is_through=bool(through)):
        return _MENTIONED, Why.WORDS
    return through, Why.AGENCY


def _names_another(clue: Clue, known: Known, *, is_through: bool) -> bool:
    """Tell whether a message names who decides, and it is somebody else."""
    if is_through:
        return bool(clue.employer) and _names_client(known)
    return bool(clue.employer and known.employers)


def _says_name(clue: Clue, known: Known, *, is_through: bool) -> bool:
    """Tell whether a message names an employer anyhow; its agency may do so shortly."""
    if not clue.text:
        return False
    in_full = any(mentions(clue.text, name) for name in known.employers)
    return in_full or (
        is_through and any(mentions_shortly(clue.text, n) for n in known.employers)
    )


def _speaks_of(clue: Clue, role: str, known: Known) -> bool:
    """Tell whether one employer speaks of another one's very role: it is theirs now."""
    if clue.own or not any(role_likeness(role, one) == 1.0 for one in known.roles):
        return False
    return bool(role) and any(mentions(clue.text, name) for name in known.employers)


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
    if _is_named(clue, known):
        return _SOMEONE, Why.NAMED
    shared = not known.writers.isdisjoint(clue.writers)  # most share nobody
    people = (w for w in clue.writers if w in known.writers and is_someone(w))
    return (_SOMEONE if shared and any(people) else 0.0), Why.SENDER


def _is_named(clue: Clue, known: Known) -> bool:
    """Tell whether an application's mail names who writes, from home or elsewhere.

    Referees are named, too; their words tell of no step. Who writes from the employer's
    own address may share a name with somebody of another one.
    """
    is_step = clue.meaning not in QUIET and not writes_itself(clue)
    return is_step and clue.writer in known.people


def _by_role(role: str, known: Known, *, is_tied: bool) -> float:
    if not role or not known.roles:
        return 0.0
    alike = max(role_likeness(role, other) for other in known.roles)
    if alike == 1.0:
        return _ROLE if is_tied else _ROLE_ALONE
    if alike:
        return _PART_OF_ROLE
    return _OTHER_ROLE if is_role(role, "") else 0.0  # what names no trade may err
