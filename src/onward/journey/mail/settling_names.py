"""What an application is called, from the messages that tell of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onward.background.rows import update_all
from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.linking.names import owner_of, role_likeness, same_employer
from onward.journey.applications.models import Application, Employer
from onward.journey.applications.services import (
    ensure_employer,
    key_of,
    new_employer,
)
from onward.journey.people.models import Person


@dataclass(frozen=True, slots=True)
class Called:
    """An application's names as the mail spells them."""

    employer: str
    domain: str
    agency: str
    role: str

    @property
    def as_kept(self) -> tuple[str, str, str]:
        """Employer, role and agency as the database has room for."""
        return self.employer[:200], self.role[:200], self.agency[:200]


def called(clues: Sequence[Clue]) -> Called:
    """Return the names most messages use; of several spellings the usual one."""
    agency = _usual([clue.agency for clue in clues if clue.agency])
    # What the person writes seldom names the employer; their address does, squeezed.
    theirs = [clue.employer for clue in clues if clue.employer and not clue.own]
    employer = _usual(theirs) or _usual([c.employer for c in clues if c.employer])
    domains = [clue.domain for clue in clues if owner_of(clue.domain)]
    if same_employer(agency, employer):
        agency = ""  # who hires is nobody's agency, however an address spells them
    return Called(
        employer=employer or agency,
        domain=_usual(domains, alike=str.__eq__),
        agency=agency,
        role=_usual([clue.role for clue in clues if clue.role], alike=_one_role),
    )


def _one_role(first: str, second: str) -> bool:
    return role_likeness(first, second) > 0


def _usual(
    names: Sequence[str], alike: Callable[[str, str], bool] = same_employer
) -> str:
    """Return the spelling used most for the thing named most; the first on a tie."""
    groups: list[list[str]] = []
    for name in names:
        group = next((g for g in groups if alike(g[0], name)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    if not groups:
        return ""
    most = max(groups, key=len)
    return max(most, key=lambda name: (most.count(name), len(name)))


def employer_called(
    person: Person, names: Called, spelled: set[int], known: dict[str, Employer]
) -> Employer:
    """Return the employer of this name, spelled as this reading spells it.

    `spelled` are employers this reading has named already; the first spelling holds.
    `known` are those it has asked for already.
    """
    employer = _ensured(person, names, known)
    if employer.pk not in spelled:
        spelled.add(employer.pk)
        spelling = (names.employer[:200], names.domain[:200] or employer.domain)
        if spelling != (employer.name, employer.domain) and not _is_told(employer):
            employer.name, employer.domain = spelling
            employer.save(update_fields=["name", "domain"])
    return employer


def know_employers(
    person: Person, many: Iterable[Called], known: dict[str, Employer]
) -> None:
    """Have the employers of these names in `known`, in one question; new ones made."""
    named, domains = _named(many)
    keys = named.keys() - known.keys()
    found = Employer.objects.of(person).filter(key__in=keys)
    there = {employer.key: employer for employer in found}
    # Of one that was merged its own row may still change: it is asked for each time.
    known.update((k, one) for k, one in there.items() if one.merged_into_id is None)
    new = [
        new_employer(person, name, domains.get(key, ""))
        for key, name in named.items()
        if key in keys and key not in there
    ]
    known.update((made.key, made) for made in Employer.objects.bulk_create(new))
    without = [known[key] for key in domains if key in known and not known[key].domain]
    for employer in without:
        employer.domain = domains[employer.key][:200]
    update_all(without, ["domain"])


def _named(many: Iterable[Called]) -> tuple[dict[str, str], dict[str, str]]:
    """Return by their keys the first name of each employer and its first domain."""
    named: dict[str, str] = {}
    domains: dict[str, str] = {}
    for names in many:
        if key := key_of(names.employer):  # else nobody knows it: it has its own
            named.setdefault(key, names.employer)
            if names.domain:
                domains.setdefault(key, names.domain)
    return named, domains


def _ensured(person: Person, names: Called, known: dict[str, Employer]) -> Employer:
    """Return the employer of this name; most have several applications."""
    key = key_of(names.employer)
    found = known.get(key)
    if found is not None and (found.domain or not names.domain):
        return found
    found = ensure_employer(person=person, name=names.employer, domain=names.domain)
    if key and found.key == key:
        known[key] = found  # of one that was merged its own row may still change
    return found


def _is_told(employer: Employer) -> bool:
    """Tell whether an employer's name stands in something that does not move."""
    settled = Application.objects.filter(employer=employer).exclude(
        filings__message__settled_at=None
    )
    return settled.exists() or employer.merged.exists()
