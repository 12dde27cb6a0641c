"""Finds who wrote, and an address that somebody reads."""

import re
from collections.abc import Iterable, Sequence

from onward.domain.mail.details.employer.names import (
    fits_label,
    is_department,
    is_first_name,
    is_organisation,
    plain_letters,
    squeezed,
    trimmed,
)
from onward.domain.mail.details.employer.writer import may_be_person
from onward.domain.mail.details.people.listed import NAME, name_key
from onward.domain.mail.details.people.signature import Signed, capitalised, signatures
from onward.domain.mail.message import Address
from onward.domain.mail.senders import (
    is_job_board,
    is_no_reply,
    is_system_name,
    is_tracking_system,
)

_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sister|Fr|Revd?|M|Mme|Mlle|Me|Maître|Pr)\.?\s)?[A-ZÀ-Ž][\w'\u2019.-]*"
    r"(?:\s(?:(?:de|van|von|der|al|bin|ap|Mc|O['\u2019])\s?)?[A-ZÀ-Ž][\w'\u2019.-]*){0,3}"
)
_NOT_A_PERSON = re.compile(
    r"\b(?:team|recruit\w*|careers?|talent|hr|human|resources|jobs?|hiring|people|office|ltd"
    r"|limited|group|services?|department|support|admin\w*|noreply|no-reply|notifications?"
    r"|personnel|\w+['\u2019]s(?=\s)|school|council|trust|nhs|university|college|manager|panel|council|company|hotel"
    r"|applications?|centre|center|hello|info|enquiries|the|recrutement|équipe|direction"
    r"|\w*team|\w*portal|redaktion|im auftrag|personalamt|\w*spital|\w*klinik\w*"
    r"|bewerb\w*"
    r"|ressources|humaines|d?rh|secrétariat|candidats?|candidatures?|mairie)\b",
    re.IGNORECASE,
)
_ROLES = frozenset({"no", "reply", "noreply", "mail", "info", "hello", "jobs", "hr"})
_FIRST_AND_LAST = 2
# What one department is called, and no person.
_MANY = re.compile(r"(?:s|ing|ion|ment)$")
# What somebody has earned stands behind their name and is no part of it.
_EARNED = re.compile(
    r"(?:,?\s(?:RN|RGN|LPN|MRCVS|RVN|FRCS|MD|PhD|DPhil|EdD|[BM]Sc|[BM]A|MBA|MEng|CEng"
    r"|CPA|FCA|ACA|QC|KC|JP|OBE|MBE|CBE|Esq|(?:Assoc|Chartered)?\s?[AFM]?CIPD"
    r"|SHRM-S?CP|S?PHR)\b\.?)+$"
)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")


def contact_of(
    sender: Address,
    reply_to: Address,
    shown_text: str,
    organisations: Iterable[str] = (),
) -> tuple[str, str]:
    """Return the name of who wrote and an address to write to; each may be empty.

    The names of organisations the mail speaks of are nobody's.
    """
    bodies = tuple(
        name
        for name in organisations
        if name and not _has_address(name, sender.address)
    )
    signed = _signed(shown_text, sender, bodies)
    told = [
        name
        for address in (sender, reply_to)
        if (name := _plain(address.name)) and _writes(name, address, signed, bodies)
    ]
    return _chosen(told, signed), _address(sender, reply_to, shown_text)


def _signed(text: str, sender: Address, bodies: Sequence[str]) -> list[Signed]:
    """Return who may sign, without the firm in whose name a mail is sent."""
    found, name = signatures(text, _near(sender), bodies), _plain(sender.name)
    if _may_be(name, sender):
        return found
    return [one for one in found if one.has_post or not _is_firm(one, name, bodies)]


def _is_firm(one: Signed, name: str, bodies: Sequence[str]) -> bool:
    """Tell whether who signs in a sender's name is rather the firm that writes."""
    if " " not in one.name or not name_key(name).startswith(name_key(one.name)):
        return False
    return not bodies or _is_body(one.name, bodies)


def _is_body(name: str, bodies: Sequence[str]) -> bool:
    """Tell whether a name is one of some organisations, or how it begins."""
    said = squeezed(name)
    return any(fits_label(said, squeezed(body)) for body in bodies)


def _near(sender: Address) -> frozenset[str]:
    """Return the words of an address, and of the name of the person it belongs to."""
    name = _plain(sender.name)
    said = sender.address.partition("@")[0]
    if _may_be(name, sender):
        said = f"{said} {name}"
    return _spelled(said) - _ROLES


def _spelled(said: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{2,}", plain_letters(said.casefold())))


def _may_be(name: str, address: Address) -> bool:
    """Tell whether a name may be a person's, from its words and the address."""
    if not _is_person(name):
        return False
    words, titled = name.split(), NAME.fullmatch(name)
    if is_first_name(words[0]) or (titled and titled["title"]):
        return True
    if re.search(r"\b[A-Z]\.", name) or _has_address(name, address.address):
        return True
    if len(words) > _FIRST_AND_LAST or any(map(is_department, words)):
        return False
    is_at = re.match(r"\s+(?:at|from|@)\s", address.name[len(name) :]) is not None
    return is_at or may_be_person(Address(name, address.address))


def _has_address(name: str, address: str) -> bool:
    """Tell whether an address is made of the words of a name: "a.bell", "abell".

    One of three words that all stand there is more likely a firm's.
    """
    local = plain_letters(address.partition("@")[0].casefold())
    said = re.findall(r"[a-z]+", plain_letters(name.casefold()))
    if len(said) < _FIRST_AND_LAST or is_department(said[-1]):
        return False
    parts = re.split(r"[._-]", local)
    shared = len(set(said) & set(parts))
    return f"{said[0][:1]}{said[-1]}" in parts or shared == _FIRST_AND_LAST


def _writes(
    name: str, address: Address, signed: Sequence[Signed], bodies: Sequence[str]
) -> bool:
    """Tell whether a name in a heading is that of a person who writes."""
    if not _is_person(name):
        return False
    if any(_first(one.name) == _first(name) for one in signed):
        return True
    if name_key(name) in map(name_key, bodies):
        return False
    if not _may_be(name, address):
        return not signed and _is_beside(name, bodies)
    return is_first_name(_first(name)) or _stands(name, address, signed)


def _stands(name: str, address: Address, signed: Sequence[Signed]) -> bool:
    """Tell whether an unknown name is no department, and not another's firm."""
    local = address.address.partition("@")[0].casefold()
    if any(_first(one.name) == local and " " in one.name for one in signed):
        return False
    return " " in name or not _MANY.search(name)


def _is_beside(name: str, bodies: Sequence[str]) -> bool:
    """Tell whether two words are no firm's, since another is known to decide."""
    words = name.split()
    is_firm = is_organisation(name) or any(map(is_department, words))
    is_firm = is_firm or trimmed(name) != name or _is_body(name, bodies)
    return bool(bodies) and len(words) == _FIRST_AND_LAST and not is_firm


def _first(name: str) -> str:
    return name_key(name).partition(" ")[0]


def _chosen(told: Sequence[str], signed: Sequence[Signed]) -> str:
    """Return who wrote: a heading's name, or how its bearer signs it more fully."""
    names = [one.name for one in signed]
    name = next(iter([*told, *names]), "")
    fuller = (one for one in names if _is_fuller(one, name))
    return next(fuller, re.sub(r"\s[A-Z]\.?$", "", name))


def _is_fuller(signed: str, told: str) -> bool:
    """Tell whether somebody signs with more of their name than the heading tells.

    "Maggie Bell" for Margaret Bell, "Ada Bell" for Ada, "Mrs Bell" for Ada B.
    """
    ours, theirs = name_key(signed).split(), name_key(told).split()
    if len(ours[0]) == 1 < len(theirs[0]):
        return False
    is_whole = len(ours) > 1
    if len(theirs) == 1:
        return is_whole and theirs[0].startswith(ours[0])
    if len(theirs[-1]) == 1:
        is_titled = name_key(signed) != " ".join(re.findall(r"\w+", signed.casefold()))
        return ours[-1].startswith(theirs[-1]) and (is_whole or is_titled)
    return is_whole and ours[-1] == theirs[-1] and ours != theirs


def _plain(name: str) -> str:
    """Cut "Jane Doe at Acme", "Jane Doe (Acme)" and "Doe, Jane" down to the person."""
    left = re.split(
        r"\s+(?:at|from|via|@)\s+|\s*[|(/]|\s[-\u2013—]\s", name.strip("\"' ")
    )[0]
    left = _EARNED.sub("", left)
    swapped = re.fullmatch(r"([A-ZÀ-Ž][\w'\u2019-]+),\s([A-ZÀ-Ž][\w'\u2019-]+)", left)
    if swapped:
        return capitalised(f"{swapped[2]} {swapped[1]}")
    name = left.partition(",")[0].strip()
    return name.title() if name.islower() and " " in name else name


def _is_person(name: str) -> bool:
    if is_system_name(name) or _NOT_A_PERSON.search(name):
        return False
    return bool(_PERSON.fullmatch(name))


def _address(sender: Address, reply_to: Address, text: str) -> str:
    for address in (reply_to.address, sender.address):
        if can_be_written_to(address):
            return address
    written = addresses_in_text(text)
    return next((address for address in written if can_be_written_to(address)), "")


def addresses_in_text(text: str) -> list[str]:
    """Return the addresses that stand in a text, in their order."""
    found = _ADDRESS.findall(text) if "@" in text else ()
    return [address.rstrip(".") for address in found]


def can_be_written_to(address: str) -> bool:
    """Tell whether somebody is likely to read what is sent to an address."""
    domain = address.rpartition("@")[2]
    if "@" not in address or is_no_reply(address):
        return False
    return not (is_tracking_system(domain) or is_job_board(domain))
