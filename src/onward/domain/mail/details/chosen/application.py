"""Puts what rules say of employer and role together with what is chosen among all."""

import re
from dataclasses import dataclass, replace
from typing import Self

from onward.domain.mail.context import Context
from onward.domain.mail.details.chosen.choice import (
    Choice,
    Chosen,
    Known,
    choose,
    choose_closely,
)
from onward.domain.mail.details.chosen.closely import (
    is_perhaps_between,
    organised_closely,
)
from onward.domain.mail.details.chosen.tags import TAUGHT, tagged
from onward.domain.mail.details.closely.reading import CloseReading, read_closely
from onward.domain.mail.details.employer.employer import Organisations
from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import fits_label, squeezed
from onward.domain.mail.language import language_of
from onward.domain.mail.message import Address

_TWO = 2
# What stands below the names of those who place others.
_WHO_PLACES = re.compile(
    r"(?:(?:senior|principal|lead|managing|associate|recruitment|recruiting|staffing"
    r"|talent|divisional) )*(?:consultants?|resourcers?|recruiters?)",
    re.IGNORECASE,
)
# "Herr Ohlinger" is somebody, whatever else the name may mean.
_TITLED = re.compile(
    r"\b(?:herrn?|frau|mr|mrs|ms|miss|dr)\.? ([^\W\d_]+)", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ByRules:
    """Who decides, the roles, the other side's address and who writes, by rules.

    `own` says that the person wrote it, to the other side; `person` is their name.
    """

    organisations: Organisations
    roles: tuple[str, ...]
    other_side: Address
    writer: tuple[str, str]
    own: bool = False
    person: str = ""

    @property
    def is_perhaps_between(self) -> bool:
        """Whether a close reading may find an agency, or that there is none."""
        return not self.own and is_perhaps_between(self.organisations)

    def read_closely(self, text: str, reading: CloseReading) -> Self:
        """Return the same with who decides and stands between by a close reading."""
        if not self.is_perhaps_between:
            return self
        found = organised_closely(self.organisations, text, self.other_side, reading)
        return replace(self, organisations=found)

    @property
    def known(self) -> Known:
        """What a choice needs to know of it."""
        found = self.organisations
        return Known(
            found.employer, found.agency, self.roles, self.other_side, self.writer[0]
        )


@dataclass(frozen=True, slots=True)
class NamedIn:
    """Who decides and the roles of a mail; whether reading with care says the same."""

    organisations: Organisations
    roles: tuple[str, ...]
    is_sure: bool = True


def named_in(text: str, by_rules: ByRules, context: Context) -> NamedIn:
    """Return the employer and the roles of a mail; in doubt it is read closely.

    In haste it never is; French goes by rules alone. An employer whom the person named
    stays. Nobody is a role, and the person no employer.
    """
    named = _chosen(text, by_rules, context)
    found = named.organisations
    if _is_of(found.employer, by_rules.person):
        found = replace(found, employer="", domain="")
    writer = by_rules.writer[0]
    addressed = {name.casefold() for name in _TITLED.findall(text)}
    houses = (found.employer, by_rules.organisations.employer)
    roles = tuple(
        role
        for role in named.roles
        if not (_is_of(role, writer) or role.casefold() in addressed)
        and not any(_is_house_s(role, house) for house in houses)
        and not (found.agency and _WHO_PLACES.fullmatch(role))
    )
    return replace(named, organisations=found, roles=roles)


def _is_of(name: str, people: str) -> bool:
    """Tell whether a name is nothing but words of people's names."""
    said = name.casefold().split()
    return bool(said) and set(said) <= set(_LETTERS.findall(people.casefold()))


def _is_house_s(role: str, employer: str) -> bool:
    """Tell whether a role is some team of a house: "Keystone Harbor Talent Crew"."""
    begins = employer.casefold().split()[:_TWO]
    return len(begins) == _TWO and role.casefold().split()[:_TWO] == begins


def _chosen(text: str, by_rules: ByRules, context: Context) -> NamedIn:
    language = language_of(text)
    if language not in TAUGHT:
        return NamedIn(by_rules.organisations, by_rules.roles)
    words = tagged(text, by_rules.other_side, language)
    choice = choose(text, by_rules.known, words, language)
    is_sure = choice.is_sure and not by_rules.is_perhaps_between
    if not is_sure and not context.in_haste:
        reading = read_closely(text, by_rules.other_side, language)
        by_rules = by_rules.read_closely(text, reading)
        choice = choose_closely(text, by_rules.known, words, reading, language)
    return replace(_named(by_rules, choice, context), is_sure=is_sure)


def _named(by_rules: ByRules, choice: Choice, context: Context) -> NamedIn:
    organisations = by_rules.organisations
    is_told = organisations.employer in context.known_employers
    if not is_told and not _is_written_to(by_rules, choice.employer.name):
        organisations = _with(organisations, choice.employer, by_rules.other_side)
    return NamedIn(organisations, _first(choice.role.name, by_rules.roles))


def _is_written_to(by_rules: ByRules, chosen: str) -> bool:
    """Tell whether the person writes to who decides, and only names somebody else.

    Their own words name who they worked for, and who speaks for them.
    """
    found = by_rules.organisations
    if not by_rules.own or not found.domain:
        return False
    label = squeezed(domain_label(found.domain))
    return not fits_label(squeezed(chosen), label)


def _with(found: Organisations, chosen: Chosen, sender: Address) -> Organisations:
    """Return the organisations with another employer.

    An address that bears the name of who was thought to decide is not the other's.
    """
    if chosen.name == found.employer:
        return found
    label = squeezed(domain_label(sender.domain))
    is_others = fits_label(squeezed(found.employer), label)
    is_theirs = fits_label(squeezed(chosen.name), label)
    domain = "" if not chosen.name or (is_others and not is_theirs) else found.domain
    return replace(found, employer=chosen.name, domain=domain)


def _first(role: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the role chosen, and those that rules name beside it."""
    if not role:
        return ()
    return (role, *(one for one in roles if one != role and role in roles))
