"""Finds the names a text gives somebody who may decide."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from onward.domain.mail.details.employer.german_heard import (
    heard_in_german,
    others_in_german,
)
from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import (
    fits_label,
    is_first_name,
    is_given,
    is_of_people,
    is_organisation,
    is_part,
    squeezed,
    trimmed,
)
from onward.domain.mail.details.employer.services import Weighed, without_services
from onward.domain.mail.details.employer.workplace import NAME_ALONE
from onward.domain.mail.details.employer.writer import may_be_person, signs
from onward.domain.mail.details.patterns.read import speaks_of, weighted_patterns
from onward.domain.mail.language import language_of
from onward.domain.mail.message import Address

_BODIES = re.compile(
    r"\b(?:Ltd|Limited|GmbH|AG|Inc|LLC|LLP|plc|PLC|Group|Trust|Council|School|Academy"
    r"|College|University|Hospital|Hospice|NHS|Society|Association|Foundation|Charity"
    r"|Bakery|Hotel|Museum|Theatre|Library|Partners|Partnership|Solicitors|Farm|Brewery"
    r"|Logistics|Engineering|Systems|Software|Studios?|Labs?|Services|Co|& Sons?)\b\.?"
)
# What a line of a form says, and a client that an agency names.
IN_FORM, TOLD = 6.0, 2.0
# "Vine House Growers are keen": many are no person, and theirs is no trade of one.
MANY = 2.7
_BY_MANY = 2.6
_LONGEST, _FIRST_AND_LAST, _MOST_FINDS, _FIRST_LETTERS = 60, 2, 4, 4
_GREETING = re.compile(
    r"^[ \t]*(?:Dear|Hi|Hello|Hey|Hallo|Morning|Thanks|Thank you|Bonjour|Bonsoir|Salut"
    r"|Coucou|Ch(?:er|ère))[, ]+"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|M|Mme|Mlle|Madame|Monsieur)\.?\s)?(?P<name>[A-ZÀ-Ž][\w'\u2019-]+)"
    r"[ \t]*(?:[,!.\n]|$)",
    re.MULTILINE,
)
_BETWEEN = re.compile(r"(\s+[-\u2013—|/@]+\s+|\s*[:|,]\s+|\s+at\s+)")
_WHEN = re.compile(
    r"[ ,]+(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|next week|today|tomorrow|\d[\d.:/]*"
    r"|(?:2nd|second|first|1st|final) (?:interview|meeting|conversation|round))\b.*$",
    re.IGNORECASE,
)
_BESIDE_WRITER = re.compile(r"[ \t]*(?:[,|\u2013-]|\n)[ \t]*(?P<next>[^\n,|]{2,60})")
# "If I", "the Head and I", "27 May", a street, and what decides within a house.
_WITHIN = re.compile(
    r"\b(?:I|We|You|They|She|He)\b|\d|^(?:From|Unfortunately|However|Sorry|But|And|So|Anyway|Afterwards|OK|If|As|When"
    r"|Once|Since|Sadly|Well|Now|Then|Executive|Faculty|Medical|Line|Head|Home|Board|Our|My"
    r"|Management|Staff|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|\b(?:Street|Road|Lane|Avenue|Square|Close|Way|Manager|Council|Panel|Committee"
    r"|Board|Team|Department|Dept|Office|Directors?|Governors)$"
)
_NEWS = re.compile(
    r"\b(?:interviews?|requirements?|urgent|confirmed|applications?|vacancy|updates?|news"
    r"|outcome|feedback|roles?|jobs?|positions?|openings?|status|next|steps?|invitation"
    r"|offer|your|you|we|ref|thanks?|hello|hi|immediate|reminder|hiring|trial|shift"
    r"|\w*bewerbung|\w*gespräch|\w*anfrage|zusage|absage|einsatz|termin|stelle|angebot"
    r"|rückmeldung|ihre?|deine?|lager|objekt|fsj|projekt|einladung|eingang\w*)\b",
    re.IGNORECASE,
)
# "Herrn Meier", "die Geschäftsleitung": of German nouns all have a capital.
_WITHIN_GERMAN = re.compile(
    r"^(?:Herrn?|Frau|Fr|Hr|Chefarzt)\b|\b\w*(?:[Ll]eitung|[Ff]ührung|[Aa]bteilung"
    r"|[Kk]ollegium|[Bb]etriebsrat|[Vv]orstand|[Gg]remium|[Aa]usschuss|[Ff]achbereich)$"
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr) ?: *)+", re.IGNORECASE)


def heard_in(
    text: str,
    sender: Address,
    own_domain: str,
    known: Iterable[str],
    roles: Sequence[str],
) -> list[Weighed]:
    """Return the names a text gives somebody who may decide, with their points."""
    subject, _, body = text.partition("\n")
    heard = [*_in_subject(subject), *_in_text(body), *_in_ending(body)]
    heard += heard_in_german(text)
    if not own_domain:
        heard += [*beside_role(text, roles), *_beside_writer(body, sender.name)]
    named = {squeezed(role) for role in roles} | _greeted(body, sender)
    kept = [
        item
        for item in heard
        if item[0] >= IN_FORM or squeezed(trimmed(item[1])) not in named
    ]
    kept += ((3.0, name) for name in known if _mentions(text, name))
    return without_services(kept, text, sender)


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


def beside_role(text: str, roles: Sequence[str]) -> Iterator[Weighed]:
    """Yield whom a subject such as "Hill Farm - Night Baker" names beside a role.

    What follows a role is where it is, unless it is plainly somebody.
    """
    subject = _REPLY.sub("", text.partition("\n")[0])
    pieces = _BETWEEN.split(subject)
    parts = [_WHEN.sub("", piece).strip() for piece in pieces[::2]]
    role = next((n for n, part in enumerate(parts) if _is_role(part, roles)), None)
    if role is None:
        return
    for place, part in enumerate(parts):
        is_sure = place < role or is_organisation(part)
        apart = is_sure or (" " in part and "," not in pieces[2 * place - 1])
        if place != role and apart and _may_be_party(part):
            yield TOLD, part


def alone_in_subject(text: str) -> Iterator[Weighed]:
    """Yield what a subject begins with, where it may name somebody."""
    subject = _REPLY.sub("", text.partition("\n")[0])
    first = _WHEN.sub("", _BETWEEN.split(subject)[0]).strip()
    may_be = is_organisation(first) or language_of(text) != "de"
    if may_be and " " in first and _may_be_party(first):
        yield TOLD, first


def _may_be_party(part: str) -> bool:
    """Tell whether a part of a subject may name somebody: no news and no role."""
    if not NAME_ALONE.fullmatch(part) or _NEWS.search(part) or part.isupper():
        return False
    last = part.rpartition(" ")[2]
    return not (speaks_of("trades", last) or speaks_of("trade_endings", last))


def _is_role(part: str, roles: Sequence[str]) -> bool:
    """Tell whether a part of a subject is a role, or holds one."""
    lower = part.lower()
    return any(role.lower() in lower or lower in role.lower() for role in roles if part)


def _beside_writer(body: str, writer: str) -> Iterator[tuple[float, str]]:
    """Yield what stands beside, or below, the name of the person who signs."""
    if writer not in body or not (is_given(writer) or signs(writer, body)):
        return
    for found in _after_each(writer, body):
        name = found["next"].strip()
        if NAME_ALONE.fullmatch(name) and not is_part(name):
            yield TOLD, name


def _after_each(writer: str, body: str) -> Iterator[re.Match[str]]:
    """Yield what stands behind a name that begins a line, or in the line below."""
    place = body.find(writer)
    while place >= 0:
        begins = not body[body.rfind("\n", 0, place) + 1 : place].strip(" \t")
        found = _BESIDE_WRITER.match(body, place + len(writer)) if begins else None
        if found:
            yield found
        place = body.find(writer, found.end() if found else place + 1)


def _in_text(body: str) -> Iterator[tuple[float, str]]:
    for points, pattern in weighted_patterns("employer_in_line"):
        named = (found["name"] for found in pattern.finditer(body))
        yield from ((points, name) for name in named if not is_part(name))
    yield from _spoken_of("employer_in_text", body)


def _spoken_of(where: str, body: str) -> Iterator[tuple[float, str]]:
    flat = _on_one_line(body)
    for points, pattern in weighted_patterns(where):
        for found in islice(pattern.finditer(flat), _MOST_FINDS):
            yield points, found["name"]


@lru_cache(maxsize=1)
def _on_one_line(body: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", body.replace("\n\n", " . "))


def named_below(text: str) -> str:
    """Return for whom a system says, below its mail, that it writes."""
    found = (trimmed(name) for _, name in _spoken_of("employer_below", text))
    return next((name for name in found if name and not is_part(name)), "")


def relayed_in(text: str, roles: Sequence[str] = ()) -> list[Weighed]:
    """Return the names of others that somebody has heard from about the person."""
    subject, _, body = text.partition("\n")
    named = {squeezed(role) for role in roles}
    return [
        (points, name)
        for points, name in _spoken_of("employer_relayed", body)
        if may_be_client(name, are_many=points > _BY_MANY)
        and (points > _BY_MANY or squeezed(trimmed(name)) not in named)
        and (points >= _BY_MANY or _is_no_person(name, subject))
    ]


def others_in(text: str, label: str, roles: Sequence[str]) -> list[Weighed]:
    """Return the names of other organisations that a mail speaks of in any way."""
    subject, _, body = text.partition("\n")
    named = {squeezed(role) for role in roles}
    return [
        (points, name)
        for points, name in [
            *_spoken_of("employer_spoken_of", body),
            *others_in_german(text),
        ]
        if may_be_client(name)
        and _is_no_person(name, subject)
        and squeezed(trimmed(name)) not in named
        and not fits_label(squeezed(trimmed(name)), label)
    ]


def is_in_subject(name: str, text: str) -> bool:
    """Tell whether a mail's subject names an organisation, or begins to."""
    first = trimmed(name.removeprefix("The ")).partition(" ")[0]
    is_own_word = len(first) > _FIRST_LETTERS and not is_first_name(first)
    return is_own_word and _mentions(text.partition("\n")[0], first)


def _is_no_person(name: str, subject: str) -> bool:
    """Tell whether a name is an organisation's, or what the mail is about."""
    bare = trimmed(name.removeprefix("The "))
    first, *others = bare.split()
    is_long = len(others) >= _FIRST_AND_LAST and not is_first_name(first)
    if is_long or "&" in bare or is_organisation(bare):
        return True
    return is_in_subject(bare, subject)


def is_within(name: str) -> bool:
    """Tell whether a name in German is that of a person or of a part of a house."""
    return _WITHIN_GERMAN.search(name) is not None


def may_be_client(name: str, *, are_many: bool = False) -> bool:
    """Tell whether those somebody has heard from are no people and no department.

    Who "are keen" is no person, whatever the name.
    """
    bare = trimmed(name.removeprefix("The "))
    if not bare or _WITHIN.search(bare) or is_within(bare):
        return False
    if " and " in bare and not (are_many or is_organisation(bare)):
        return False  # two people, or two towns
    is_many = " " in bare or is_organisation(bare)
    named = (part.partition(" ")[0] for part in bare.split(" and "))
    is_person = is_of_people(bare) or any(map(is_first_name, named))
    is_body = are_many or is_organisation(bare) or not is_person
    return is_many and is_body and not is_part(bare)


def _in_ending(body: str) -> Iterator[tuple[float, str]]:
    """Read the last short lines, where people put where they work."""
    lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
    for line in lines[-6:]:
        for part in re.split(r"\s*[,|•·]\s*|\s[-\u2013—]\s", line):
            if len(part) <= _LONGEST and _BODIES.search(part) and part[:1].isupper():
                yield 2.0, part


def _mentions(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", text) is not None
