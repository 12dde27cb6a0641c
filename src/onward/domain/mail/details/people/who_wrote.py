"""Finds who wrote, and an address that somebody reads."""

import re
from collections.abc import Iterable, Sequence

from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import (
    fits_label,
    is_department,
    is_organisation,
    plain_letters,
    squeezed,
    trimmed,
)
from onward.domain.mail.details.employer.writer import may_be_person
from onward.domain.mail.details.people.heading import named_in_heading
from onward.domain.mail.details.people.listed import NAME, name_key
from onward.domain.mail.details.people.signature import Signed, signatures
from onward.domain.mail.details.people.titled import (
    has_degree,
    is_called,
    named_alone,
)
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
    r"|bewerb\w*|karriere|gmbh|mbh|ohg|\w{2,}(?:büro|stelle|sekretariat|verwaltung)"
    r"|ressources|humaines|d?rh|secrétariat|candidats?|candidatures?|mairie)\b",
    re.IGNORECASE,
)
_ROLES = frozenset({"no", "reply", "noreply", "mail", "info", "hello", "jobs", "hr"})
_FIRST_AND_LAST, _WHOLE, _SURE = 2, 3.5, 5.0
# What one department is called, and no person.
_MANY = re.compile(r"(?:s|ing|ion|ment)$")
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
        if (name := named_in_heading(address, bodies))
        and _writes(name, address, signed, bodies)
    ]
    return _chosen(told, signed), _address(sender, reply_to, shown_text)


def _signed(text: str, sender: Address, bodies: Sequence[str]) -> list[Signed]:
    """Return who may sign, without the firm in whose name a mail is sent."""
    name = named_in_heading(sender, bodies)
    found = signatures(text, _near(name, sender), bodies)
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


def _near(name: str, sender: Address) -> frozenset[str]:
    """Return the words of an address, and of the name of the person it belongs to."""
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
    bare = named_alone(name)
    words, titled = bare.split(), NAME.fullmatch(bare)
    if is_called(words[0]) or bare != name or (titled and titled["title"]):
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
    said = re.findall(r"[a-z]+", plain_letters(named_alone(name).casefold()))
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
    return is_called(_first(name)) or _stands(name, address, signed)


def _stands(name: str, address: Address, signed: Sequence[Signed]) -> bool:
    """Tell whether an unknown name is no department, and not another's firm."""
    local = address.address.partition("@")[0].casefold()
    if any(_first(one.name) == local and " " in one.name for one in signed):
        return False
    if any(_is_sure(one) and not _is_like(one.name, name) for one in signed[:1]):
        return False
    first, _, last = name.casefold().partition(" ")
    if last == local and fits_label(first, squeezed(domain_label(address.domain))):
        return False  # "Feldkost Reports" of reports@feldkost
    return bool(last) or not _MANY.search(name)


def _is_sure(one: Signed) -> bool:
    """Tell whether who signs is surely a person, whatever the heading says."""
    first, is_whole = _first(one.name), " " in one.name
    is_name = is_called(first) or (is_whole and len(first) == 1)
    return is_name and one.points >= (_WHOLE if is_whole else _SURE)


def _is_like(signed: str, name: str) -> bool:
    """Tell whether two names begin and end alike: "A. Bell" and "Ada Bell"."""
    ours, theirs = _key(signed).split(), _key(name).split()
    if len(ours) == 1 and ours[0] in theirs:
        return True
    is_last = len(ours) == 1 == len(theirs[0]) or ours[-1] == theirs[-1]
    return is_last and ours[0][0] == theirs[0][0]


def _is_beside(name: str, bodies: Sequence[str]) -> bool:
    """Tell whether two words are no firm's, since another is known to decide."""
    words = name.split()
    is_firm = is_organisation(name) or any(map(is_department, words))
    is_firm = is_firm or trimmed(name) != name or _is_body(name, bodies)
    return bool(bodies) and len(words) == _FIRST_AND_LAST and not is_firm


def _key(name: str) -> str:
    """Return a name to compare by, ü spelled as ue."""
    return plain_letters(name_key(named_alone(name)))


def _first(name: str) -> str:
    return _key(name).partition(" ")[0]


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
    ours, theirs = _key(signed).split(), _key(told).split()
    if sorted(ours) == sorted(theirs):
        return ours != theirs or len(theirs[-1]) == 1 or _is_exact(signed, told)
    is_less = len(ours[0]) == 1 < len(theirs[0]) or theirs[-len(ours) :] == ours
    is_whole = len(ours) > 1
    if is_less or len(theirs) == 1:
        return not is_less and is_whole and theirs[0].startswith(ours[0])
    if len(theirs[-1]) == 1:
        is_titled = _key(signed) != " ".join(re.findall(r"\w+", signed.casefold()))
        return ours[-1].startswith(theirs[-1]) and (is_whole or is_titled)
    is_like = ours[0][0] == theirs[0][0] or is_called(ours[0])
    return is_whole and is_like and ours[-1] == theirs[-1]


def _is_exact(signed: str, told: str) -> bool:
    """Tell whether somebody signs a name they are known by with a degree or an ü."""
    is_learned = has_degree(signed) and not has_degree(told)
    return is_learned or (told.isascii() and not signed.isascii())


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
