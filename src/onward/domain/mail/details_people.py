"""Finds who wrote, and an address that somebody reads."""

import re
from collections.abc import Iterable, Iterator

from onward.domain.mail.details_senders import (
    is_job_board,
    is_no_reply,
    is_system_name,
    is_tracking_system,
)
from onward.domain.mail.message import Address

_CLOSING = re.compile(
    r"^[ \t]*(?:(?:kind|best|warm|kindest|warmest|many|with|all|very)\b[^\n.]{0,30}"
    r"|regards|best|thanks|cheers|sincerely|yours\b[^\n.]{0,20}|many thanks"
    r"|thank you|speak soon|take care|ta|warmly|mit freundlichen[^\n]*|viele grüße"
    r"|liebe grüße|gruß|(?:bien |très )?cordialement|bien à (?:vous|toi)|sincèrement"
    r"|(?:sincères|meilleures|respectueuses) salutations|(?:belle|bonne) journée"
    r"|à (?:bientôt|très vite)|amicalement|(?:grosses )?bises)"
    r"[ \t]*[,.!]?[ \t]*\n+(?P<name>[^\n]{2,50})",
    re.IGNORECASE | re.MULTILINE,
)
_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sister|Fr|Revd?|M|Mme|Mlle|Me|Maître|Pr)\.?\s)?[A-ZÀ-Ž][\w'\u2019.-]*"
    r"(?:\s(?:(?:de|van|von|der|al|bin|ap|Mc|O['\u2019])\s?)?[A-ZÀ-Ž][\w'\u2019.-]*){0,3}"
)
_NOT_A_PERSON = re.compile(
    r"\b(?:team|recruit\w*|careers?|talent|hr|human|resources|jobs?|hiring|people|office|ltd"
    r"|limited|group|services?|department|support|admin\w*|noreply|no-reply|notifications?"
    r"|school|council|trust|nhs|university|college|manager|panel|council|company|hotel"
    r"|applications?|centre|center|hello|info|enquiries|the|recrutement|équipe|direction"
    r"|ressources|humaines|d?rh|secrétariat|candidats?|candidatures?|mairie)\b",
    re.IGNORECASE,
)
# Friends and small firms sign with a name at the very end, and perhaps a kiss.
_SIGNED = re.compile(
    r"(?:^|[.!?\n]\s*)(?P<name>[A-ZÀ-Ž][\w'\u2019-]+(?:\s[A-ZÀ-Ž][\w'\u2019-]+)?)"
    r"(?:\s(?:x+|X+))?[.!]?\s*$"
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
    names = [_name_key(name) for name in organisations if name]
    said = [
        name
        for name in _names(sender, reply_to, shown_text)
        if _is_person(name) and _name_key(name) not in names
    ]
    return next(iter(said), ""), _address(sender, reply_to, shown_text)


def _names(sender: Address, reply_to: Address, text: str) -> Iterator[str]:
    """Yield the names of who may have written, the likeliest first."""
    for address in (sender, reply_to):
        name = _plain(address.name)
        if " " in name:
            yield name
    signed = [found["name"] for found in _CLOSING.finditer(text)]
    for line in reversed(signed):
        yield re.split(r"\s*[,|(\u2013—]|\s-\s", line)[0].strip(" .*_")
    if _plain(sender.name) == sender.name.strip():
        yield sender.name.strip()
    signature = _SIGNED.search(text)
    if signature:
        yield signature["name"].strip()


def _name_key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _plain(name: str) -> str:
    """Cut "Jane Doe at Acme", "Jane Doe (Acme)" and "Doe, Jane" down to the person."""
    left = re.split(
        r"\s+(?:at|from|via|@)\s+|\s*[|(/]|\s[-\u2013—]\s", name.strip("\"' ")
    )[0]
    swapped = re.fullmatch(r"([A-ZÀ-Ž][\w'\u2019-]+),\s([A-ZÀ-Ž][\w'\u2019-]+)", left)
    if swapped:
        return f"{swapped[2]} {swapped[1]}"
    return left.partition(",")[0].strip()


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
    return [address.rstrip(".") for address in _ADDRESS.findall(text)]


def can_be_written_to(address: str) -> bool:
    """Tell whether somebody is likely to read what is sent to an address."""
    domain = address.rpartition("@")[2]
    if "@" not in address or is_no_reply(address):
        return False
    return not (is_tracking_system(domain) or is_job_board(domain))
