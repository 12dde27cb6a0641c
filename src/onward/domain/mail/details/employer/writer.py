"""What a sender's name and address tell of the organisation that writes."""

import re
from collections.abc import Iterator
from functools import cache

from onward.domain.mail.details.employer.german_houses import (
    house_in_box,
    kind_in_box,
)
from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import (
    fits_label,
    found_by_label,
    is_department,
    is_first_name,
    is_given,
    is_organisation,
    is_part,
    plain_letters,
    prettified,
    squeezed,
    trimmed,
)
from onward.domain.mail.details.employer.services import is_written_there
from onward.domain.mail.details.employer.workplace import is_title
from onward.domain.mail.language import language_of
from onward.domain.mail.message import Address
from onward.domain.mail.senders import (
    is_free_mail,
    is_job_board,
    is_service,
    is_system_name,
    is_system_s_box,
    is_tracking_system,
    tenant_of,
    words,
)

_IN_SENDER = re.compile(
    r"^(?P<person>.*?)\s*(?:\bat\b|@|\bfrom\b|\||\s[-\u2013—]\s|(?P<comma>,)|/|\()\s*(?P<name>[^)|]+)\)?$"
)
# "PRITCHARD, Gwen (CALDER AND AIRE NHS TRUST)", as hospitals write their people.
_IN_BRACKETS = re.compile(r"^[^()]*\((?P<name>[^()]+)\)$")
_OF_HOUSE = re.compile(r"^[^,]+? (?:von|bei|van|bij|from|at) (?P<name>.+)$")
_ON_BEHALF = re.compile(
    r"^.+?\s(?:im auftrag (?:der|des|von)|on behalf of|acting for)\s", re.IGNORECASE
)
_HARDLY = 0.4
_TENANT = 3.0
# Whose name a system sends under, if that is no person's.
_SENT_FOR, _NAMED = 3.2, 2.5
# What an address shortens counts for more than the address, if so much is in both.
_SPELLED, _SHARED, _OWN_WORD = 4.0, 6, 4
_FIRST_AND_LAST_NAME = re.compile(r"[a-z]+[._][a-z]+")
_FIRST_AND_LAST, _SIGNATURE = 2, 200
_HIRES = re.compile(
    r"\s+(?:(?:student|graduate|campus|internal|early|crew|group) \w+"
    r"|resourcing|talent)$",
    re.IGNORECASE,
)
_VIA = re.compile(
    r"\s+\(?(?:via|by|through|using|@)\s+(?P<system>[^)]+)\)?$", re.IGNORECASE
)


def own_domain_of(sender: Address) -> str:
    """Return the domain an organisation writes from in its own name, if it does."""
    domain = sender.domain
    kinds = (is_tracking_system, is_job_board, is_free_mail, is_service)
    if any(is_kind(domain) for is_kind in kinds) and not is_written_there(sender):
        return ""
    return domain


def in_sender(
    sender: Address, own_domain: str, body: str
) -> Iterator[tuple[float, str]]:
    """Yield the organisations that a sender's name and address tell, with points."""
    name = sender.name.strip("\"' ")
    if behalf := _ON_BEHALF.match(name):
        yield _SPELLED, name[behalf.end() :]
        return
    if tenant := _house_of_box(name, sender):
        yield _NAMED, tenant
        return
    via = _VIA.search(name)
    if via and (is_system_name(via["system"]) or not own_domain):
        name = name[: via.start()]
    elif via and _is_house(via["system"], own_domain):
        name = via["system"]
    if is_system_name(name):
        return
    yield from _in_sender_name(name, sender, own_domain, body)
    if not own_domain:
        yield from _by_tenant(sender, body)


def _house_of_box(name: str, sender: Address) -> str:
    """Return where somebody works, if a system's box bears it: "Lea von Voltando"."""
    parted = _OF_HOUSE.match(name) if is_tracking_system(sender.domain) else None
    local = re.sub(r"[\W_]+", "", sender.address.partition("@")[0].partition("+")[0])
    fits = parted and fits_label(squeezed(trimmed(parted["name"])), local)
    return parted["name"] if parted and fits else ""


def _by_tenant(sender: Address, text: str) -> Iterator[tuple[float, str]]:
    """Yield who is named before a system's own name in an address, or before the @.

    "acme@myworkday.com", "no-reply@acme.teamtailor-mail.com", "acmebakery@gmail.com".
    """
    local = sender.address.partition("@")[0].partition("+")[0]
    is_system = is_tracking_system(sender.domain)
    is_german = language_of(text) == "de"
    if is_german and not is_system:
        house = house_in_box(local, text, sender.name)
    else:
        house = "" if is_system else kind_in_box(local, f"{text} {sender.name}")
    if house:
        yield (_SENT_FOR if is_german else _NAMED), house
        return
    for tenant in (local, tenant_of(sender.domain) if is_system else ""):
        if not tenant or is_system_s_box(tenant) or _names_person(tenant, sender):
            continue
        if is_system and _FIRST_AND_LAST_NAME.fullmatch(tenant):
            continue
        if spelled := found_by_label(re.sub(r"[\W_]+", "", tenant), text):
            yield _TENANT, spelled
        elif is_system or is_organisation(prettified(tenant)):
            yield 1.0, prettified(tenant)


def _names_person(tenant: str, sender: Address) -> bool:
    """Tell whether what stands in an address is the name of who writes."""
    parts = set(re.findall(r"[a-z]+", tenant.lower()))
    names = set(re.findall(r"[a-z]+", plain_letters(sender.name.lower())))
    return bool(parts & names) or any(map(is_first_name, parts))


def _in_sender_name(
    name: str, sender: Address, own_domain: str, body: str
) -> Iterator[tuple[float, str]]:
    domain = sender.domain
    bracketed = _IN_BRACKETS.match(name)
    if bracketed and _is_house(bracketed["name"], own_domain):
        yield _NAMED, bracketed["name"]
        return
    parted = _IN_SENDER.match(name)
    if parted and parted["comma"] and not _is_house(parted["name"], own_domain):
        last, _, first = name.partition(",")  # "Womack, Denise" is one person
        is_house = is_organisation(last)  # "Hospiz am Wald, Leitung" is not
        parted, name = None, last if is_house else f"{first.strip()} {last}"
    if parted and is_department(parted["name"]):
        name, parted = parted["person"], None  # "Musée d'Arly - RH"
    if parted:
        yield _NAMED, parted["name"]
    elif is_department(name):
        return
    elif not _looks_personal(name, domain):
        yield from _as_sent(name, own_domain, body)
    if own_domain and not parted and _spells_out(name, sender):
        yield _SPELLED, name


def _is_house(name: str, own_domain: str) -> bool:
    """Tell whether what stands behind a comma is where somebody works."""
    label = squeezed(domain_label(own_domain))
    return is_organisation(name) or fits_label(squeezed(trimmed(name)), label)


def _as_sent(name: str, own_domain: str, body: str) -> Iterator[tuple[float, str]]:
    """Yield a sender's name that may be an organisation's, by how sure that is."""
    if not own_domain:
        if not signs_off(name, body):
            yield (_HARDLY if signs(name, body) else _SENT_FOR), name
        return
    label = re.sub(r"[\W_]+", "", domain_label(own_domain))
    fits = fits_label(squeezed(trimmed(name)), label)
    if (fits or is_organisation(name)) and not signs(name, body):
        yield _NAMED, name


def _spells_out(name: str, sender: Address) -> bool:
    """Tell whether a sender's name is what their address shortens, and no person's.

    "Volksbank Seenland" writes from vb-seenland, "The Copper Kettle" as copperkettle@.
    """
    bare, local = squeezed(trimmed(name)), sender.address.partition("@")[0].lower()
    is_borne = is_organisation(name) or trimmed(name) != name.strip() or " & " in name
    if len(bare) < _SHARED or not is_borne:
        return False
    if squeezed(local) == bare:
        return True
    words_said = set(re.findall(r"[^\W\d_]+", plain_letters(name.lower())))
    if (words_said - _kinds()) & set(re.findall(r"[a-z]+", local)):
        return False
    label = squeezed(domain_label(sender.domain))
    if any(len(word) >= _OWN_WORD and word in label for word in _own_words(name)):
        return True
    starts = range(len(label) - _SHARED + 1)
    return any(label[start : start + _SHARED] in bare for start in starts)


@cache
def _kinds() -> frozenset[str]:
    """Return what German and French names begin with, as addresses spell it."""
    known = words("organisations", "german") | words("organisations", "french")
    return frozenset(map(plain_letters, known))


def _own_words(name: str) -> list[str]:
    """Return the words of an organisation's name that no other need have."""
    found = re.findall(r"[^\W\d_]+", plain_letters(name.lower()))
    return [word for word in found if not (is_organisation(word) or is_part(word))]


def signs(name: str, body: str) -> bool:
    """Tell whether two words name a person, since they, or the first, sign the mail."""
    words = name.split()
    if len(words) != _FIRST_AND_LAST or is_organisation(name):
        return False
    ending = body.rstrip(" .!x\n")[-_SIGNATURE:]
    return ending.endswith((name, words[0])) or f"\n{name}\n" in f"\n{ending}"


def signs_off(name: str, body: str) -> bool:
    """Tell whether the first of two words or three ends a mail, or opens it as "I"."""
    first, *others = name.split() or [""]
    if not others or len(others) > _FIRST_AND_LAST or is_organisation(name):
        return False
    if first not in body:
        return False  # to make patterns for it takes longer
    bare = re.escape(first)
    ends = rf"^[ \t]*{bare}[ .!x]*$|\bfrom {bare}:|\b{bare} here\b"
    if re.search(ends, body, re.MULTILINE):
        return True
    titled = re.search(rf"^[ \t]*{re.escape(name)},(.*)$", body, re.MULTILINE)
    return titled is not None and is_title(titled[1])


def may_be_person(sender: Address) -> bool:
    """Tell whether a sender's name may be that of a person.

    What a system sends bears the employer's name, unless it is plainly a person's.
    """
    name, domain = sender.name.strip("\"' "), sender.domain
    if is_tracking_system(domain) or is_job_board(domain):
        return is_given(name) or is_first_name(name)
    return trimmed(name) == name and not is_organisation(name)


def _looks_personal(name: str, domain: str) -> bool:
    """Tell whether a sender's name is not that of an organisation."""
    if trimmed(name) != name.strip() or is_organisation(name):
        return False
    if is_tracking_system(domain) or is_job_board(domain):
        return is_given(name) or is_first_name(name)
    label = re.sub(r"[\W_]+", "", domain_label(domain))
    return not fits_label(squeezed(name), label)


def is_department_of(name: str, label: str) -> bool:
    """Tell whether a name is that of the address's owner, and who there hires."""
    if not _HIRES.search(name):
        return False
    bare = squeezed(_HIRES.sub("", name))
    return len(bare) >= _SHARED and bare == label
