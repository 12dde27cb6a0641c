"""Finds the organisation that decides, and the agency that may write for it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onward.domain.mail.details_agency import (
    agency_named,
    is_between,
    is_surely_between,
)
from onward.domain.mail.details_names import (
    domain_label,
    fits_label,
    found_by_label,
    is_given,
    is_of_people,
    is_organisation,
    is_part,
    prettified,
    squeezed,
    trimmed,
)
from onward.domain.mail.details_patterns import any_of, weighted_patterns
from onward.domain.mail.details_senders import (
    is_free_mail,
    is_job_board,
    is_service,
    is_tracking_system,
)
from onward.domain.mail.details_writer import (
    in_sender,
    may_be_person,
)
from onward.domain.mail.message import Address

_BODIES = re.compile(
    r"\b(?:Ltd|Limited|GmbH|AG|Inc|LLC|LLP|plc|PLC|Group|Trust|Council|School|Academy"
    r"|College|University|Hospital|Hospice|NHS|Society|Association|Foundation|Charity"
    r"|Bakery|Hotel|Museum|Theatre|Library|Partners|Partnership|Solicitors|Farm|Brewery"
    r"|Logistics|Engineering|Systems|Software|Studios?|Labs?|Services|Co|& Sons?)\b\.?"
)
_IN_FORM = 6.0
# A domain alone suggests little; a client that an agency names is told.
_GUESSED, _TOLD, _FITS = 0.8, 2.0, 1.5
# "Jo from Acme", and what stands at the end: they tell who writes.
_SPOKEN = frozenset({1.2, 2.0, 2.2})
# Who writes from a domain of their own is mostly who decides, whatever place a text
# speaks of: measured on 5,785 letters of our own (docs/measurements.md).
_OWN = 3.4
# "An interview with Anna Schmidt"; yet some shops are called after people.
_OF_PEOPLE = 0.3
_UNTOLD = frozenset({_GUESSED, _OWN})
_LONGEST = 60
_FIRST_AND_LAST = 2
_GREETING = re.compile(
    r"^[ \t]*(?:Dear|Hi|Hello|Hey|Hallo|Morning|Thanks|Thank you)[, ]+"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?(?P<name>[A-ZÀ-Ž][\w'\u2019-]+)"
    r"[ \t]*(?:[,!.\n]|$)",
    re.MULTILINE,
)
_BETWEEN = re.compile(r"\s+[-\u2013—|]\s+|\s*[:|]\s+|\s+at\s+")
_BESIDE_WRITER = r"[ \t]*(?:[,|\u2013-]|\n)[ \t]*(?P<next>[^\n,|]{2,60})"
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg) ?: *)+", re.IGNORECASE)
_NAME_ALONE = re.compile(
    r"[A-ZÀ-Ž][\w'\u2019&.+-]*(?:\s(?:of|and|the|for|de|van|&|[A-ZÀ-Ž][\w'\u2019&.+-]*))*"
)


@dataclass(frozen=True, slots=True)
class Organisations:
    """Who decides, by what domain, and which agency writes; empty where untold."""

    employer: str = ""
    domain: str = ""
    agency: str = ""


Weighed = tuple[float, str]


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
    own_domain = _own_domain(sender)
    heard = _heard(shown_text, sender, known_employers, roles)
    body = shown_text.partition("\n")[2]
    writer = [
        *in_sender(sender, own_domain, body),
        *_in_domain(own_domain, shown_text),
    ]
    label = squeezed(domain_label(own_domain))
    agency = _agency(
        _Side(shown_text, heard, writer, label, is_approach and bool(own_domain))
    )
    if agency:
        others = [item for item in heard if not _same(item[1], agency)]
        client = _best(item for item in _weighed(others, label) if item[0] >= _TOLD)
        if client or is_surely_between(shown_text, agency, is_approach=is_approach):
            return Organisations(client, "", agency)
    employer = _best(_weighed([*heard, *writer], label), label)
    domain = own_domain if employer and fits_label(squeezed(employer), label) else ""
    return Organisations(employer, domain or _lone(own_domain, employer), "")


def _heard(
    text: str, sender: Address, known: Iterable[str], roles: Sequence[str]
) -> list[Weighed]:
    """Return the names a text gives somebody who may decide, with their points."""
    subject, _, body = text.partition("\n")
    heard = [*_in_subject(subject), *_in_text(body), *_in_ending(body)]
    if not _own_domain(sender):
        heard += [*_beside_role(subject, roles), *_beside_writer(body, sender.name)]
    named = {squeezed(role) for role in roles} | _greeted(body, sender)
    kept = [
        item
        for item in heard
        if item[0] >= _IN_FORM or squeezed(trimmed(item[1])) not in named
    ]
    return [*kept, *((3.0, name) for name in known if _mentions(text, name))]


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


def _own_domain(sender: Address) -> str:
    domain = sender.domain
    kinds = (is_tracking_system, is_job_board, is_free_mail, is_service)
    return "" if any(is_kind(domain) for is_kind in kinds) else domain


def _in_subject(subject: str) -> Iterator[tuple[float, str]]:
    for points, pattern in weighted_patterns("employer_in_subject"):
        for found in pattern.finditer(subject):
            yield points, found["name"]


def greeted_in(text: str) -> frozenset[str]:
    """Return the names a text greets, in small letters."""
    return frozenset(found["name"].casefold() for found in _GREETING.finditer(text))


def _greeted(body: str, sender: Address) -> set[str]:
    """Return the names of people: those greeted, and the other side's own."""
    people = [found["name"] for found in _GREETING.finditer(body)]
    if may_be_person(sender):
        people += re.findall(r"[^\W\d_]+", sender.name)[:_FIRST_AND_LAST]
    label = squeezed(domain_label(sender.domain))
    return {squeezed(one) for one in people if not fits_label(squeezed(one), label)}


def _beside_role(subject: str, roles: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Yield the other half of a subject such as "Hill Farm - Night Baker"."""
    parts = [part.strip() for part in _BETWEEN.split(_REPLY.sub("", subject))]
    rest = [part for part in parts if not any(role in part for role in roles)]
    if len(rest) < len(parts):
        yield from ((_TOLD, part) for part in rest if _NAME_ALONE.fullmatch(part))


def _beside_writer(body: str, writer: str) -> Iterator[tuple[float, str]]:
    """Yield what stands beside, or below, the name of the person who signs."""
    if not is_given(writer):
        return
    signed = rf"^[ \t]*{re.escape(writer)}{_BESIDE_WRITER}"
    for found in re.finditer(signed, body, re.MULTILINE):
        name = found["next"].strip()
        if _NAME_ALONE.fullmatch(name) and not is_part(name):
            yield _TOLD, name


def _in_text(body: str) -> Iterator[tuple[float, str]]:
    for points, pattern in weighted_patterns("employer_in_line"):
        named = (found["name"] for found in pattern.finditer(body))
        yield from ((points, name) for name in named if not is_part(name))
    flat = re.sub(r"[ \t]*\n[ \t]*", " ", body.replace("\n\n", " . "))
    for points, pattern in weighted_patterns("employer_in_text"):
        for found in list(pattern.finditer(flat))[:4]:
            yield points, found["name"]


def _in_ending(body: str) -> Iterator[tuple[float, str]]:
    """Read the last short lines, where people put where they work."""
    lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
    for line in lines[-6:]:
        for part in re.split(r"\s*[,|•·]\s*|\s[-\u2013—]\s", line):
            if len(part) <= _LONGEST and _BODIES.search(part) and part[:1].isupper():
                yield 2.0, part


def _in_domain(domain: str, text: str) -> Iterator[tuple[float, str]]:
    label = domain_label(domain)
    if not label:
        return
    spelled = found_by_label(label, text)
    if spelled:
        yield 3.0, spelled
    else:
        yield _OWN, prettified(label)


def _mentions(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", text) is not None


def _agency(side: "_Side") -> str:
    """Return the agency that writes, if one does."""
    at_work = side.is_place_of_work
    names = (name for _, name in side.writer)
    named = agency_named(names, side.text, side.label, is_place_of_work=at_work)
    if named:
        return named
    between = is_between(
        side.text, is_approach=side.is_approach, is_place_of_work=at_work
    )
    return _best(side.writer) if between else ""


def _same(first: str, second: str) -> bool:
    one, other = squeezed(first), squeezed(second)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


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
