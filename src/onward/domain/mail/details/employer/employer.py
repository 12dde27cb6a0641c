"""Finds the organisation that decides, and the agency that may write for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onward.domain.mail.details.employer.agency import (
    agency_named,
    in_full,
    is_between,
    is_surely_between,
)
from onward.domain.mail.details.employer.between import (
    ABOUT_OTHERS,
    BETWEEN,
    SURELY_BETWEEN,
)
from onward.domain.mail.details.employer.heard import (
    IN_FORM,
    TOLD,
    alone_in_subject,
    beside_role,
    is_in_subject,
    is_within,
    may_be_client,
    relayed_in,
)
from onward.domain.mail.details.employer.names import (
    fits_label,
    is_owner_of_thing,
    squeezed,
    trimmed,
)
from onward.domain.mail.details.employer.placing import german_agency, has_client
from onward.domain.mail.details.employer.services import Weighed, told_sender
from onward.domain.mail.details.employer.side import (
    SPOKEN,
    Side,
    best,
    same,
    side_of,
    weighed,
)
from onward.domain.mail.details.employer.writer import (
    is_department_of,
    may_be_person,
    own_domain_of,
)
from onward.domain.mail.language import language_of
from onward.domain.mail.message import Address
from onward.domain.mail.senders import is_tracking_system

_SHORT_WORD = 4
# How likely an agency writes where words and signs do not tell.
UNTOLD = 0.5
# An agency as likely as this is one, whatever name it shares with a place of work.
_PLAINLY = 0.6


@dataclass(frozen=True, slots=True)
class Organisations:
    """Who decides, by what domain, and which agency writes; empty where untold.

    `between` is how likely an agency writes, by the words and signs of an English mail;
    of other mail these tell nothing.
    """

    employer: str = ""
    domain: str = ""
    agency: str = ""
    between: float = field(default=0.0, compare=False)


def organisations_in(
    shown_text: str,
    sender: Address,
    known_employers: Iterable[str],
    roles: Sequence[str] = (),
    *,
    is_approach: bool = False,
) -> Organisations:
    """Return the employer a message speaks of and the agency that may stand between.

    The names of roles it speaks of are nobody's. An approach about a job comes from an
    agency more often than not.
    """
    sender = told_sender(sender)
    own_domain = own_domain_of(sender)
    side = side_of(shown_text, sender, own_domain, known_employers, roles)
    side = replace(side, is_approach=is_approach and side.is_named)
    is_english = language_of(shown_text) == "en"
    likely = side.chance_between if is_english else 0.0
    found = _agency_and_client(side, likely) or _employer(side, own_domain)
    return replace(found, between=likely if is_english else UNTOLD)


def _employer(side: Side, own_domain: str) -> Organisations:
    """Return who decides where nobody stands between."""
    label = side.label
    employer = best(weighed([*side.heard, *side.writer], label), label)
    domain = own_domain if employer and fits_label(squeezed(employer), label) else ""
    return Organisations(employer, domain or _lone(own_domain, employer))


def agency_signs_in(
    shown_text: str, sender: Address, roles: Sequence[str]
) -> dict[str, float]:
    """Return what speaks for and against an agency as the one who writes."""
    sender = told_sender(sender)
    return side_of(shown_text, sender, own_domain_of(sender), (), roles).signs


def _lone(domain: str, employer: str) -> str:
    return domain if employer and domain else ""


def _agency_and_client(side: Side, likely: float) -> Organisations | None:
    """Return the agency that writes, if one does, and for whom as far as it tells."""
    at_work = side.is_place_of_work
    relayed = [] if at_work or not side.label else _relayed(side)
    agency = _agency(side, at_work=at_work, is_relayed=bool(relayed))
    found = _by_wording(side, relayed, agency) if agency else None
    return found or _by_signs(side, relayed, likely)


def _by_wording(
    side: Side, relayed: Sequence[Weighed], agency: str
) -> Organisations | None:
    client = _client(side, relayed, agency)
    if client and same(trimmed(side.sender.name), client):
        return Organisations(client)  # a service writes in its name
    if client and _is_of_house(client, side):
        return None
    if client or is_surely_between(side.text, agency, is_approach=side.is_approach):
        return Organisations(client or _other(side, agency), "", agency)
    return None


def _other(side: Side, agency: str) -> str:
    """Return another organisation that an agency speaks of in any way."""
    client = _client(side, side.others, agency)
    return client if may_be_client(client) else ""


def _client(side: Side, relayed: Sequence[Weighed], agency: str) -> str:
    """Return the other organisation an agency writes of, if it names one."""
    subject = [*beside_role(side.text, side.roles), *alone_in_subject(side.text)]
    named = [*side.heard, *relayed, *subject]
    others = [
        item
        for item in named
        if not (same(item[1], agency) or is_owner_of_thing(item[1]))
        and not is_within(item[1])
    ]
    many = weighed(others, side.label)
    return best(item for item in many if item[0] >= TOLD)


def _by_signs(
    side: Side, relayed: Sequence[Weighed], likely: float
) -> Organisations | None:
    """Return the same where no wording tells, but the mail as a whole does."""
    if likely < ABOUT_OTHERS:
        return None
    agency = _who_writes(side)
    if not agency or (likely < _PLAINLY and _hires_for_itself(agency, side)):
        return None
    client = _client(side, [*relayed, *side.others], agency)
    is_other = may_be_client(client) and not _is_of_house(client, side)
    is_about = is_in_subject(client, side.text) and may_be_person(side.sender)
    if likely >= SURELY_BETWEEN or (is_other and (is_about or likely >= BETWEEN)):
        return Organisations(client if is_other else "", "", agency)
    return None


def _hires_for_itself(agency: str, side: Side) -> bool:
    """Tell whether who writes recruits under the name of whom one applied to."""
    bare = trimmed(agency)
    named = (name for weight, name in side.heard if weight >= TOLD)
    return bare != agency and any(same(bare, name) for name in named)


def _who_writes(side: Side) -> str:
    """Return the name of who writes as they spell it, their trade with it.

    In a system's address, or beside their own name alone, it is who there hires.
    """
    told = [*side.writer, *(item for item in side.heard if item[0] in SPOKEN)]
    by_system = is_tracking_system(side.sender.domain)
    name = best(side.writer if side.label else told, keep_agency=not by_system)
    is_department = is_department_of(name, side.label)
    return trimmed(name) if is_department else in_full(name, side.text)


def _is_of_house(client: str, side: Side) -> bool:
    """Tell whether a client is who writes, under an address spelled otherwise."""
    named = any(same(trimmed(name), client) for _, name in side.writer)
    first = squeezed(client.partition(" ")[0])
    is_begun = len(first) > _SHORT_WORD and fits_label(first, side.label)
    return named or is_begun or (side.is_named and side.label in squeezed(client))


def _relayed(side: Side) -> list[Weighed]:
    """Return those whom somebody tells of as others: in a form, or heard from."""
    named = [item for item in side.heard if item[0] >= IN_FORM]
    told = relayed_in(side.text, side.roles)
    if language_of(side.text) == "de":  # "im Auftrag der" house whose address it is
        bare = ((item, squeezed(trimmed(item[1]))) for item in told)
        told = [item for item, name in bare if not fits_label(name, side.label)]
    return named + told


def _agency(side: Side, *, at_work: bool, is_relayed: bool) -> str:
    if language_of(side.text) == "de":
        named = german_agency(side.sender.name, side.text, side.owner)
        if named and (has_client(side.text) or not at_work):
            return named
    names = (name for _, name in side.writer)
    named = agency_named(names, side.text, side.label, is_place_of_work=at_work)
    if named:
        return named
    between = is_between(
        side.text,
        is_approach=side.is_approach,
        is_place_of_work=at_work,
        is_relayed=is_relayed,
    )
    return _who_writes(side) if between else ""
