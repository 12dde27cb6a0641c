"""Finds the organisation that decides, and the agency that may write for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onward.domain.mail.details_agency import (
    agency_named,
    in_full,
    is_between,
    is_surely_between,
)
from onward.domain.mail.details_between import (
    ABOUT_OTHERS,
    BETWEEN,
    SURELY_BETWEEN,
    chance_between,
    signs_between,
)
from onward.domain.mail.details_heard import (
    IN_FORM,
    MANY,
    TOLD,
    heard_in,
    is_in_subject,
    may_be_client,
    others_in,
    relayed_in,
)
from onward.domain.mail.details_names import (
    domain_label,
    fits_label,
    found_by_label,
    is_made_of,
    is_of_people,
    is_organisation,
    prettified,
    squeezed,
    trimmed,
)
from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.details_services import Weighed, told_sender
from onward.domain.mail.details_writer import in_sender, may_be_person, own_domain_of
from onward.domain.mail.language import language_of
from onward.domain.mail.message import Address

# A domain alone suggests little.
_GUESSED, _FITS = 0.8, 1.5
# "Jo from Acme", and what stands at the end: they tell who writes.
_SPOKEN = frozenset({1.2, 2.0, 2.2})
# Who writes from a domain of their own is mostly who decides, whatever place a text
# speaks of: measured on 5,785 letters of our own (docs/measurements.md).
_OWN = 3.4
# "An interview with Anna Schmidt"; yet some shops are called after people.
_OF_PEOPLE = 0.3
_SHORT_WORD = 4
_UNTOLD = frozenset({_GUESSED, _OWN})


@dataclass(frozen=True, slots=True)
class Organisations:
    """Who decides, by what domain, and which agency writes; empty where untold."""

    employer: str = ""
    domain: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """What is known of who writes: the text, the names in it, the address's label."""

    text: str
    heard: Sequence[Weighed]
    writer: Sequence[Weighed]
    sender: Address
    label: str
    roles: Sequence[str]
    is_approach: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the address has an owner."""
        return bool(self.label)

    @property
    def signs(self) -> dict[str, float]:
        """What speaks for and against an agency."""
        names = tuple(trimmed(name, keep_agency=True) for _, name in self.writer)
        signs = signs_between(self.text, self.label, self.sender, names)
        return {**signs, "at_work": float(self.is_place_of_work)}

    @property
    def others(self) -> list[Weighed]:
        """The other organisations that the mail speaks of."""
        return others_in(self.text, self.label, self.roles)

    @property
    def is_place_of_work(self) -> bool:
        """Whether the writer's own name is spoken of as where one works.

        "Jo from Acme" only says who writes.
        """
        own = [trimmed(name) for _, name in self.writer]
        told = (name for points, name in self.heard if points not in _SPOKEN)
        return any(
            fits_label(squeezed(trimmed(name)), self.label)
            or any(_same(name, one) for one in own)
            for name in told
        )


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
    side = _side_of(shown_text, sender, own_domain, known_employers, roles)
    found = _agency_and_client(replace(side, is_approach=is_approach and side.is_named))
    if found:
        return found
    label = side.label
    employer = _best(_weighed([*side.heard, *side.writer], label), label)
    domain = own_domain if employer and fits_label(squeezed(employer), label) else ""
    return Organisations(employer, domain or _lone(own_domain, employer), "")


def agency_signs_in(
    shown_text: str, sender: Address, roles: Sequence[str]
) -> dict[str, float]:
    """Return what speaks for and against an agency as the one who writes."""
    sender = told_sender(sender)
    return _side_of(shown_text, sender, own_domain_of(sender), (), roles).signs


def _side_of(
    text: str,
    sender: Address,
    own_domain: str,
    known_employers: Iterable[str],
    roles: Sequence[str],
) -> _Side:
    body = text.partition("\n")[2]
    return _Side(
        text,
        heard_in(text, sender, own_domain, known_employers, roles),
        [*in_sender(sender, own_domain, body), *_in_domain(own_domain, text)],
        sender,
        squeezed(domain_label(own_domain)),
        roles,
    )


def _weighed(
    candidates: Iterable[tuple[float, str]], label: str
) -> Iterator[tuple[float, str]]:
    """Let names that fit the address written from count for more, people's for less."""
    for points, name in candidates:
        bare = trimmed(name)
        fits = fits_label(squeezed(bare), label)
        if points in _UNTOLD:
            yield points, name
        elif fits or is_made_of(label, bare):
            yield points + _FITS, name
        else:
            yield points * (_OF_PEOPLE if is_of_people(name) else 1), name


def _lone(domain: str, employer: str) -> str:
    return domain if employer and domain else ""


def _in_domain(domain: str, text: str) -> Iterator[tuple[float, str]]:
    label = domain_label(domain)
    if not label:
        return
    spelled = found_by_label(label, text)
    if spelled:
        yield 3.0, spelled
    else:
        yield _OWN, prettified(label)


def _agency_and_client(side: _Side) -> Organisations | None:
    """Return the agency that writes, if one does, and for whom as far as it tells."""
    at_work = side.is_place_of_work
    relayed = [] if at_work or not side.label else _relayed(side)
    agency = _agency(side, at_work=at_work, is_relayed=bool(relayed))
    found = _by_wording(side, relayed, agency) if agency else None
    return found or _by_signs(side, relayed)


def _by_wording(
    side: _Side, relayed: Sequence[Weighed], agency: str
) -> Organisations | None:
    client = _client(side, relayed, agency)
    if client and _same(trimmed(side.sender.name), client):
        return Organisations(client)  # a service writes in its name
    if client and _is_of_house(client, side):
        return None
    if client or is_surely_between(side.text, agency, is_approach=side.is_approach):
        return Organisations(client, "", agency)
    return None


def _client(side: _Side, relayed: Sequence[Weighed], agency: str) -> str:
    others = [item for item in [*side.heard, *relayed] if not _same(item[1], agency)]
    weighed = _weighed(others, side.label)
    return _best(item for item in weighed if item[0] >= TOLD)


def _by_signs(side: _Side, relayed: Sequence[Weighed]) -> Organisations | None:
    """Return the same where no wording tells, but the mail as a whole does."""
    if not side.label or language_of(side.text) != "en":
        return None
    agency = in_full(_best(side.writer), side.text)
    likely = chance_between(side.signs)
    if not agency or likely < ABOUT_OTHERS:
        return None
    client = _client(side, [*relayed, *side.others], agency)
    is_other = may_be_client(client) and not _is_of_house(client, side)
    is_about = is_in_subject(client, side.text) and may_be_person(side.sender)
    if likely >= SURELY_BETWEEN or (is_other and (is_about or likely >= BETWEEN)):
        return Organisations(client if is_other else "", "", agency)
    return None


def _is_of_house(client: str, side: _Side) -> bool:
    """Tell whether a client is who writes, under an address spelled otherwise."""
    named = any(_same(trimmed(name), client) for _, name in side.writer)
    first = squeezed(client.partition(" ")[0])
    is_begun = len(first) > _SHORT_WORD and fits_label(first, side.label)
    return named or is_begun or (side.is_named and side.label in squeezed(client))


def _relayed(side: _Side) -> list[Weighed]:
    """Return those whom somebody tells of as others: in a form, or heard from."""
    named = [item for item in side.heard if item[0] >= IN_FORM]
    return named + relayed_in(side.text, side.roles)


def _agency(side: _Side, *, at_work: bool, is_relayed: bool) -> str:
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
    return in_full(_best(side.writer), side.text) if between else ""


def _same(first: str, second: str) -> bool:
    one, other = squeezed(first), squeezed(second)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


@lru_cache(maxsize=8_192)
def _is_trade(name: str, label: str) -> bool:
    """Tell whether a name is that of some work: not where the address bears it."""
    is_borne = is_organisation(name) or fits_label(squeezed(name), label)
    return any_of("trades").search(name) is not None and not is_borne


def _best(candidates: Iterable[tuple[float, str]], label: str = "") -> str:
    """Add up the points of names that are one, and return the best spelled."""
    points: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for worth, raw in candidates:
        name = trimmed(raw)
        if not name or (worth != MANY and _is_trade(name, label)):
            continue
        key = next((k for k in points if _same(k, name)), squeezed(name))
        points[key] = points.get(key, 0) + worth
        if worth not in _UNTOLD and len(name) > len(spelled.get(key, "")):
            spelled[key] = name
        spelled.setdefault(key, name)
    if not points:
        return ""
    return spelled[max(points, key=lambda key: points[key])]
