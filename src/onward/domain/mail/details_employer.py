"""Finds the organisation that decides, and the agency that may write for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onward.domain.mail.details_agency import (
    agency_named,
    in_full,
    is_between,
    is_surely_between,
)
from onward.domain.mail.details_heard import IN_FORM, TOLD, heard_in, relayed_in
from onward.domain.mail.details_names import (
    domain_label,
    fits_label,
    found_by_label,
    is_of_people,
    is_organisation,
    prettified,
    squeezed,
    trimmed,
)
from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.details_services import Weighed, told_sender
from onward.domain.mail.details_writer import in_sender, own_domain_of
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
    label: str
    is_approach: bool

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
    heard = heard_in(shown_text, sender, own_domain, known_employers, roles)
    body = shown_text.partition("\n")[2]
    writer = [
        *in_sender(sender, own_domain, body),
        *_in_domain(own_domain, shown_text),
    ]
    label = squeezed(domain_label(own_domain))
    side = _Side(shown_text, heard, writer, label, is_approach and bool(own_domain))
    found = _agency_and_client(side)
    if found:
        return found
    employer = _best(_weighed([*heard, *writer], label), label)
    domain = own_domain if employer and fits_label(squeezed(employer), label) else ""
    return Organisations(employer, domain or _lone(own_domain, employer), "")


def _weighed(
    candidates: Iterable[tuple[float, str]], label: str
) -> Iterator[tuple[float, str]]:
    """Let names that fit the address written from count for more, people's for less."""
    for points, name in candidates:
        fits = fits_label(squeezed(trimmed(name)), label)
        if points in _UNTOLD:
            yield points, name
        elif fits:
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
    if not agency:
        return None
    others = [item for item in [*side.heard, *relayed] if not _same(item[1], agency)]
    weighed = _weighed(others, side.label)
    client = _best(item for item in weighed if item[0] >= TOLD)
    if client or is_surely_between(side.text, agency, is_approach=side.is_approach):
        return Organisations(client, "", agency)
    return None


def _relayed(side: _Side) -> list[Weighed]:
    """Return those whom somebody tells of as others: in a form, or heard from."""
    named = [item for item in side.heard if item[0] >= IN_FORM]
    return named + relayed_in(side.text)


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
        if not name or _is_trade(name, label):
            continue
        key = next((k for k in points if _same(k, name)), squeezed(name))
        points[key] = points.get(key, 0) + worth
        if worth not in _UNTOLD and len(name) > len(spelled.get(key, "")):
            spelled[key] = name
        spelled.setdefault(key, name)
    if not points:
        return ""
    return spelled[max(points, key=lambda key: points[key])]
