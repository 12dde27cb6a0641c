"""Reads the person that the name in a mail's heading tells."""

import re
from collections.abc import Sequence

from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import plain_letters, squeezed
from onward.domain.mail.details.people.titled import (
    RANK,
    capitalised,
    is_called,
    without_degrees,
)
from onward.domain.mail.message import Address

# What somebody has earned stands behind their name and is no part of it.
_EARNED = re.compile(
    r"(?:,?\s(?:RN|RGN|LPN|MRCVS|RVN|FRCS|MD|PhD|DPhil|EdD|[BM]Sc|[BM]A|MBA|MEng|CEng"
    r"|CPA|FCA|ACA|QC|KC|JP|OBE|MBE|CBE|Esq|PDL|(?:Assoc|Chartered)?\s?[AFM]?CIPD"
    r"|SHRM-S?CP|S?PHR)\b\.?)+$"
)
_APART = re.compile(r"\s+(?:at|from|via|@)\s+|\s*[|(/]|\s[-\u2013—]\s")
_WORD = r"[A-ZÀ-Ž][\w'\u2019-]*"
_LAST_FIRST = re.compile(
    rf"(?P<last>(?:(?:von|van|de)\s)?{_WORD}),\s(?P<title>(?:(?:Prof|Dr)\.?\s){{0,2}})"
    rf"(?P<first>{_WORD})(?P<behind>(?:\s(?:Prof|Dr)\.?){{0,2}})"
)
_OF_HOUSE = re.compile(
    rf"(?P<person>{_WORD}(?:\s{_WORD})?)\s(?:von|(?P<of>vom|bei|beim|aus))\s(?P<house>.+)"
)
_FIRST_AND_LAST, _SHORTEST = 2, 4


def named_in_heading(address: Address, bodies: Sequence[str] = ()) -> str:
    """Cut "Jane Doe at Acme", "Jane Doe (Acme)" and "Doe, Jane" down to the person."""
    left = RANK.sub("", _APART.split(address.name.strip("\"' "))[0])
    left = _without_house(_EARNED.sub("", left), address, bodies)
    swapped = _LAST_FIRST.fullmatch(left)
    if swapped:
        title = f"{swapped['title']}{swapped['behind'].strip()}".strip()
        name = capitalised(f"{swapped['first']} {swapped['last']}")
        return f"{title} {name}".strip()
    name = _in_order(left.partition(",")[0].strip(), address)
    return name.title() if name.islower() and " " in name else name


def _without_house(name: str, address: Address, bodies: Sequence[str]) -> str:
    """Leave out for whom somebody writes: "Ada von Feldkost", "Ada Café Linde"."""
    parted = _OF_HOUSE.fullmatch(name)
    if parted and (parted["of"] or _is_house(parted["house"], address, bodies)):
        return parted["person"]
    for body in filter(None, bodies):
        rest = name.removeprefix(f"{body} ")
        if " " in body:  # one word may be a surname that a firm bears, too
            rest = rest.removesuffix(f" {body}")
        if rest != name and " " not in rest and is_called(rest):
            return rest
    return name


def _is_house(said: str, address: Address, bodies: Sequence[str]) -> bool:
    """Tell whether what stands behind "von" is a firm, and no part of a name."""
    house, label = squeezed(said), squeezed(domain_label(address.domain))
    if len(house) < _SHORTEST or f"von{house}" in squeezed(address.address):
        return False
    is_there = house in label or (len(label) >= _SHORTEST and label in house)
    return is_there or any(squeezed(body).startswith(house) for body in bodies)


def _in_order(name: str, address: Address) -> str:
    """Return the given name first, as the address has it: "Bell Ada" of ada.bell@."""
    words = without_degrees(name).split()
    local = re.split(r"[._-]", address.address.partition("@")[0].casefold())
    if not len(words) == len(local) == _FIRST_AND_LAST or is_called(words[0]):
        return name
    is_told = len(local[0]) == 1 or is_called(words[1]) or words[0].isupper()
    last, first = (plain_letters(word.casefold()) for word in words)
    parts = [part.replace("-", "") for part in local]
    if is_told and parts[1] == last and parts[0] in {first, first[:1]}:
        return capitalised(f"{words[1]} {words[0]}")
    return name
