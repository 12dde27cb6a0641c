"""What a mail tells of who writes it: their names, their address, and whom it names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onward.domain.mail.details.employer.between import (
    chance_between,
    signs_between,
    terms_between,
)
from onward.domain.mail.details.employer.german import spelled_out
from onward.domain.mail.details.employer.german_houses import in_full, with_umlauts
from onward.domain.mail.details.employer.heard import MANY, heard_in, others_in
from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import (
    fits_label,
    found_by_label,
    is_made_of,
    is_of_people,
    is_organisation,
    prettified,
    squeezed,
    trimmed,
)
from onward.domain.mail.details.employer.services import Weighed
from onward.domain.mail.details.employer.workplace import is_borne_by, signed_for
from onward.domain.mail.details.employer.writer import in_sender
from onward.domain.mail.details.patterns.read import speaks_of
from onward.domain.mail.language import language_of
from onward.domain.mail.message import Address

# A domain alone suggests little.
_GUESSED, _FITS = 0.8, 1.5
# "Jo from Acme", and what stands at the end: they tell who writes.
SPOKEN = frozenset({1.2, 2.0, 2.2})
# Who writes from a domain of their own is mostly who decides, whatever place a text
# speaks of: measured on 5,785 letters of our own (docs/measurements.md).
_OWN = 3.4
# "An interview with Anna Schmidt"; yet some shops are called after people.
_OF_PEOPLE = 0.3
# What stands below who signs, where the address tells nothing.
_SIGNED, _FOUND = 2.4, 3.0
# What German mail spells out, and the address shortens.
_SPELLED_OUT = 5.5
_UNTOLD = frozenset({_GUESSED, _OWN})


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of who writes: the text, the names in it, the address's label."""

    text: str
    heard: Sequence[Weighed]
    writer: Sequence[Weighed]
    signed: Sequence[str]
    sender: Address
    label: str
    roles: Sequence[str]
    owner: str = ""
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
    def chance_between(self) -> float:
        """How likely an agency writes."""
        return chance_between(self.signs, terms_between(self.text))

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
        told = (name for points, name in self.heard if points not in SPOKEN)
        return any(
            fits_label(squeezed(trimmed(name)), self.label)
            or any(same(name, one) for one in own)
            for name in told
        )


def side_of(
    text: str,
    sender: Address,
    own_domain: str,
    known_employers: Iterable[str],
    roles: Sequence[str],
) -> Side:
    """Return what a mail tells of who writes it, and whom it names."""
    body = text.partition("\n")[2]
    signed = signed_for(body, sender.name)
    told = [*_told_by(own_domain, text, signed, sender)]
    return Side(
        text,
        heard_in(text, sender, own_domain, known_employers, roles),
        [*_of_sender(sender, own_domain, text, told), *told],
        signed,
        sender,
        squeezed(domain_label(own_domain)),
        roles,
        domain_label(own_domain),
    )


def _of_sender(
    sender: Address, domain: str, text: str, told: Sequence[Weighed]
) -> Iterator[Weighed]:
    """Yield what the sender tells; in German as the text spells out the same."""
    found = in_sender(sender, domain, text.partition("\n")[2])
    if language_of(text) != "de":
        yield from found
        return
    label = squeezed(domain_label(domain))
    spelled = next((name for points, name in told if points == _SPELLED_OUT), "")
    for points, name in found:
        full = in_full(name)
        fits = spelled and fits_label(squeezed(trimmed(name)), label)
        yield points, spelled if fits else full


def weighed(
    candidates: Iterable[tuple[float, str]], label: str
) -> Iterator[tuple[float, str]]:
    """Let names that fit the address written from count for more, people's for less."""
    for points, name in candidates:
        bare = trimmed(name)
        fits = fits_label(squeezed(bare), label)
        if points in _UNTOLD:
            yield points, name
        elif fits or is_made_of(label, bare) or is_borne_by(label, bare):
            yield points + _FITS, name
        else:
            yield points * (_OF_PEOPLE if is_of_people(name) else 1), name


def _told_by(
    domain: str, text: str, signed: Sequence[str], sender: Address
) -> Iterator[Weighed]:
    """Yield who writes by the address, or by what stands below who signs."""
    if not domain:
        yield from _lone(signed)
    elif language_of(text) == "de":
        yield from _in_german_domain(domain, text, signed, sender.name)
    else:
        yield from _in_domain(domain, text, signed)


def _in_german_domain(
    domain: str, text: str, signed: Sequence[str], sender: str
) -> Iterator[Weighed]:
    """Yield the same where German names are shortened in ways of their own."""
    if spelled := spelled_out(domain_label(domain), text):
        yield _SPELLED_OUT, spelled
        return
    for points, name in _in_domain(domain, text, signed):
        if points == _OWN:
            yield points, in_full(with_umlauts(name, f"{text} {sender}"))
        else:
            yield points, in_full(name)


def _in_domain(
    domain: str, text: str, signed: Sequence[str]
) -> Iterator[tuple[float, str]]:
    """Yield how a mail spells the owner of its address, or the address itself."""
    label = domain_label(domain)
    if not label:
        return
    below = next((name for name in signed if is_borne_by(label, name)), "")
    spelled = below or found_by_label(label, text)
    if spelled:
        yield (_OWN if below else _FOUND), spelled
    else:
        yield _OWN, prettified(label)


def _lone(signed: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Yield what stands below who signs, where no address tells where they work."""
    yield from ((_SIGNED, name) for name in signed[:1])


def same(first: str, second: str) -> bool:
    """Tell whether one name is the other, or begins it."""
    one, other = squeezed(first), squeezed(second)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


@lru_cache(maxsize=4_096)
def _is_trade(name: str, label: str) -> bool:
    """Tell whether a name is that of some work: not where the address bears it."""
    is_borne = is_organisation(name) or fits_label(squeezed(name), label)
    return speaks_of("trades", name) and not is_borne


def best(
    candidates: Iterable[tuple[float, str]],
    label: str = "",
    *,
    keep_agency: bool = False,
) -> str:
    """Add up the points of names that are one, and return the best spelled."""
    points: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for worth, raw in candidates:
        name = trimmed(raw, keep_agency=keep_agency)
        if not name or (worth != MANY and _is_trade(name, label)):
            continue
        key = next((k for k in points if same(k, name)), squeezed(name))
        points[key] = points.get(key, 0) + worth
        if worth not in _UNTOLD and len(name) > len(spelled.get(key, "")):
            spelled[key] = name
        spelled.setdefault(key, name)
    if not points:
        return ""
    return spelled[max(points, key=lambda key: points[key])]
