"""Reads who is named in a list of people, as it stands in a sentence or a form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onward.domain.mail.details.employer.names import (
    is_department,
    is_first_name,
    is_given,
    is_organisation,
)
from onward.domain.mail.details.patterns.read import any_of, is_one_of, speaks_of
from onward.domain.mail.details.people.titled import without_degrees

_TITLES = (
    r"Mr|Mrs|Ms|Miss|Mx|Dr|Barr|Engr|Alhaji|Hajia|Shri|Smt|Datuk|Dato|Ing|Prof|Pr|Professor|Sir|Cllr|Councillor|Rev|Revd|Fr|Sr|Sister|Captain"
    r"|Capt|Chef|Eng|Sgt|PC|DC|DS|Insp|Lt|Col|Major|Canon|Father|Lady|Lord|Dame|Uncle"
    r"|Sergeant|DI|Signora?|Señora?|Brother|Nurse|Matron|Doctor|Drs|Pastor|Rabbi|Imam|Chaplain|Ven|Kapt|Adv|Advocate|Hon|Aunt|Auntie|Aunty|Principal|Coach|Herr|Herrn|Frau|Mme|Mlle|Madame|Monsieur"
)
_WORD = rf"(?!(?:{_TITLES})\b)(?<!\w)[A-ZÀ-ÖØ-ÞČŁŚŠŻŽ][\w'\u2019-]{{0,30}}"
NAME = re.compile(
    rf"(?P<title>(?:(?:{_TITLES})\.?\s){{1,2}})?(?P<name>(?:[A-Z]\.\s?){{0,2}}(?:(?:de|van|von)\s)?{_WORD}"
    rf"(?:\s(?:[A-Z]\.\s|(?:de|la|van|von|der|den|di|da|dos|du|del|el|al|bin|binte|binti|ibn|ter|ap)\s|(?:el|al)-){{0,2}}{_WORD}){{0,3}})"
)
_ITEMS = re.compile(
    r"\s*[,;/\n]\s*(?:(?:and|und|et|plus|with)\s)?|:\s|\s\|\s|\s[&+]\s"
    r"|\s(?:and|und|et|sowie|or|plus|with|['\u2019]?n['\u2019]?|as\swell\sas|along\swith|together\swith"
    r"|alongside)\s"
)
_BULLET = re.compile(r"(?:^|\n)[ \t>]*(?:[-*\u2022\u2013\u00b7]|\d{1,2}[.)])[ \t]+")
_ASIDE = re.compile(r"\s?\([^()\n]{0,80}\)?|\s?\[[^\[\]\n]{0,80}\]")
# What may stand between a name and the end of what is said of it.
_AFTER = re.compile(
    r"\s*(?:$|[.:!?\u2013—-]|(?:from|in|of|who|whom|whose|our|the|my|a|an|is|are|will|would|has"
    r"|have|can(?!['\u2019]t)|at|on|for|to|head|leads?|runs?|manages|teaches|chairs|keeps|looks|owns"
    r"|about|as|als|am|um|im|bei|vom|qui|de|du|des|notre|pour|à|au|en|le|wird|werden|möchten?|ist|sind|next|this|tomorrow|today|when|then|after|before|again|too|here|there"
    r"|together|instead|over|if|without|so|but|your|via|by|von|aus|der|die|\w{3,20}ing)\b)"
)
_LEADING = re.compile(
    r"^(?:[-*\u2022\u2013]\s*|(?:Meeting|Seeing)\s|\d{1,2}[.)]\s|\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)?\s"
    r"|(?:also|and|both|by|either|just|maybe|plus|possibly|probably|then|to|with|et|avec|P\.?S\.?:?)\s)+"
)
_SOME_PART = re.compile(r"^(?:with |by |to )?(?:the|our|my|your|a|an|notre|mon|ma) \S")
# Letters behind a name tell what its bearer has learnt: "P.Eng.", "KC".
_OF_THEM = re.compile(
    r"^(?:who|whom|whose|which)\b|^(?:[A-Z][A-Za-z]{0,3}\.[A-Z][A-Za-z]*\.?|[A-Z]{2,5})$"
)
# "a tour of Kew Gardens", "at Hill House": what is reached so is a place.
_TO_PLACE = re.compile(
    r"\b(?:at|to|into|near|opposite|behind|outside|on|onto|tour|round|around|past)\s"
)
_THE = re.compile(r"(?:^|\s)the\s$")
_TO_TALK = re.compile(
    r"\b(?:(?:talk|speak|chat)(?:ing)?\s(?:to|with)|see|seeing|meet|meeting|join)\s$"
)
_DOCTOR = re.compile(r"^(?:Frau|Herrn?)\s(?=(?:Dr|Prof)\b)")
_OPENS = re.compile(r"(?:^|[.!?\n])\s*$")
_OURS = re.compile(r"\b(?:my|our)\s(?:[\w-]{2,20}\s){1,3}$", re.IGNORECASE)
_DOES = re.compile(r"\s(?:runs|is|does|heads|leads|manages|has|owns|looks|keeps)\b")
_KNOWN_AS = re.compile(
    r"^(?:my|our)\s(?:[\w-]{2,20}\s){0,2}(?:boss|colleague|co-?founder|partner|manager"
    r"|lead|deputy|foreman|supervisor|director|head|number two|mate|wife|husband"
    r"|brother|sister|dad|mum|mother|father|daughter|son)\s$"
)
_INITIALS = re.compile(r"^(?:[A-Z]\.?\s)+(?=\w)|^(?:[A-Z]\.)+(?=\w)")
_ME = re.compile(
    r"^(?:(?:just|with|both|only)\s)?(?:me|myself|mir|moi|the\sundersigned)\b",
    re.IGNORECASE,
)
_I = re.compile(r"^I$|(?:^|\s)ich$")
_TITLES_BARE = frozenset(_TITLES.casefold().split("|"))
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|hiya|(?:good\s)?(?:morning|afternoon|evening)|thanks|thank\syou"
    r"|hallo|liebe\w*|sehr\sgeehrte\w*|g['\u2019]day|hola|olá|hej|ciao|salut|bonjour|alright)\b",
    re.IGNORECASE,
)
# Trades that people bear as their surnames.
_SURNAMES = frozenset({
    "arkwright", "baker", "barber", "brewer", "butler", "carpenter", "carter",
    "cartwright", "chandler", "cook", "cooper", "dean", "draper", "farmer", "fisher",
    "forester", "fowler", "gardener", "gardner", "glover", "goldsmith", "harper",
    "hunter", "marshall", "mason", "miller", "naismith", "page", "parker", "porter",
    "potter", "shepherd", "sheppard", "singer", "skinner", "slater", "spencer",
    "tanner", "taylor", "thatcher", "turner", "tyler", "wainwright", "walker", "ward",
    "weaver", "wright",
})  # fmt: skip
# "Dev" stands among departments, and months and days begin names.
_ALSO_GIVEN = frozenset({"dev", "job", "jan", "april", "may", "june", "august"})


@dataclass(frozen=True, slots=True)
class Around:
    """Whose names mean nobody else: who wrote, who was written to, and employers."""

    writer: str = ""
    greeted: frozenset[str] = frozenset()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a list, and whether a word of its own adds it to what came before."""

    said: str
    is_added: bool
    is_below: bool = False


def people_listed(
    said: str, around: Around, *, is_sure: bool, by_line: bool = False
) -> Iterator[str]:
    """Yield the people of a list that begins a text, by lines or by bullets."""
    lines = said.split("\n") if by_line else _BULLET.split(said)
    for number, line in enumerate(lines):
        found = list(_listed(_parts(line), around, is_sure=is_sure))
        yield from found
        if number and not found:
            return


def people_before(said: str, around: Around, *, is_sure: bool) -> Iterator[str]:
    """Yield the people of a list that ends a text, the last first."""
    return _listed(_parts(said)[::-1], around, is_sure=is_sure)


def _parts(said: str) -> list[_Part]:
    parts, start, is_added, is_below = [], 0, True, False
    text = _ASIDE.sub("", said)
    for between in [*_ITEMS.finditer(text), None]:
        part = text[start : between.start() if between else len(text)].strip()
        if part:
            parts.append(_Part(_LEADING.sub("", part), is_added, is_below))
        if between:
            is_below = "\n" in between[0]
            is_added = bool(re.search(r"\w|[&+;]", between[0]))
            start = between.end()
    return parts


def _listed(parts: Sequence[_Part], around: Around, *, is_sure: bool) -> Iterator[str]:
    """Yield the people of a list, up to the second thing in a row that is none."""
    missed, before, full = 0, "", False
    for part in parts:
        if _OF_THEM.match(part.said):
            continue
        is_told = is_sure and (part.is_added or not full) and not part.is_below
        is_told = is_told or bool(_SOME_PART.match(before))
        found = _found_in(part.said, around, is_sure=is_told)
        is_apart = part.is_added or part.is_below
        if found and not is_apart and _is_of_post(before, found):
            found = ""  # "Ida Stone, Manager, Patient Access"
        missed, before = 0 if found else missed + 1, part.said
        full = full or " " in found
        if missed > 1:
            return
        if found:
            yield found


def _is_of_post(before: str, found: str) -> bool:
    """Tell whether what follows a post is rather what it is for."""
    if _SOME_PART.match(before) or not speaks_of("trades", before):
        return False
    named = NAME.match(found)
    is_titled = named is not None and named["title"] is not None
    return not (is_titled or is_first_name(re.split(r"[\s-]", found)[0]))


def _found_in(part: str, around: Around, *, is_sure: bool) -> str:
    if _ME.match(part) or _I.search(part):
        return writer_there(around)
    return _person_in(part, around, is_sure=is_sure)


def _person_in(part: str, around: Around, *, is_sure: bool) -> str:
    """Return who is named last before what may follow a name; a first name if sure."""
    if _GREETING.match(part):
        return ""
    for found in NAME.finditer(part):
        before, title = part[: found.start()], found["title"] or ""
        name = _without_post(found["name"].rstrip("."))
        is_whole = bool(title) or " " in name
        is_alone = is_sure or is_first_name(name)
        is_led = _TO_TALK.search(before) or (is_sure and _KNOWN_AS.search(before))
        is_alone = is_alone and (not before.strip() or bool(is_led))
        if not (is_whole or is_alone) or len(name) == 1:
            continue
        if _THE.search(before) and not (title or is_first_name(name.split()[0])):
            continue  # "the Responsible Individual"
        if _TO_PLACE.search(before) and not (title or is_given(name)):
            continue
        if _AFTER.match(part, found.end()) and is_somebody(name, around, title):
            return _DOCTOR.sub("", f"{title}{name}")
    return ""


def _without_post(name: str) -> str:
    """Leave out the post before a name: "Care Manager Ida Stone"."""
    words = name.split()
    while len(words) > 1 and is_post(words[0]):
        words.pop(0)
    return " ".join(words)


def last_named(said: str, around: Around) -> str:
    """Return whom "her" or "himself" after a text means."""
    for found in reversed([*NAME.finditer(said)]):
        name, title = found["name"], found["title"] or ""
        is_whole = bool(title) or is_given(name) or is_first_name(name)
        if _GREETING.match(name):
            continue
        is_told = _tells_of(said, found)
        if (is_whole or is_told) and is_somebody(name, around, title):
            return f"{title}{name}"
    return ""


def _tells_of(said: str, found: re.Match[str]) -> bool:
    """Tell whether a sentence is about whom it names: "my deputy Ada", "Ada runs"."""
    before = said[: found.start()]
    if _OURS.search(before):
        return True
    does = " " in found["name"] or _DOES.match(said, found.end())
    return bool(does and _OPENS.search(before))


def is_post(word: str) -> bool:
    """Tell whether a word in capitals says what somebody is, and is no name."""
    if word.islower() or len(word.strip(".")) == 1 or word.casefold() in _ALSO_GIVEN:
        return False
    if is_first_name(word):
        return False
    return is_department(word) or is_one_of("trades", word)


def writer_there(around: Around) -> str:
    """Return who wrote, where that is the name of a person."""
    named = around.writer
    return named if named and is_somebody(named, around) else ""


@lru_cache(maxsize=256)  # the writer is asked about at each "me"
def is_somebody(name: str, around: Around, title: str = "") -> bool:
    """Tell whether a name in capitals is a person's, and not the reader's own."""
    name = _INITIALS.sub("", name)
    words = re.findall(r"\w+", name)
    if name_key(words[0]) in around.greeted or name.casefold() in _TITLES_BARE:
        return False
    named = () if title else around.organisations
    if any(name_key(name) == name_key(one) for one in named if one):
        return False
    if _is_borne(words, title):
        return True
    if is_organisation(name) or any(map(_is_department, words)):
        return False
    is_work = speaks_of("trades", name) or speaks_of("trade_endings", name)
    return not (is_work or any_of("no_person").search(name))


def _is_department(word: str) -> bool:
    return len(word) > 1 and not word.islower() and is_department(word)


def _is_borne(words: Sequence[str], title: str) -> bool:
    """Tell whether words that mean something else are a person's all the same."""
    first, last = words[0].casefold(), words[-1].casefold()
    if len(words) == 1:
        return first == "dev" or (bool(title) and first in _SURNAMES)
    if last in _SURNAMES:
        return bool(title) or is_first_name(first)
    is_other = any_of("no_person").search(last) or is_organisation(last)
    return first in _ALSO_GIVEN and not (is_other or is_department(last))


def name_key(name: str) -> str:
    """Return a person's name to compare by, without titles."""
    words = re.findall(r"\w+", without_degrees(name).casefold())
    return " ".join(word for word in words if word not in _TITLES_BARE) or " ".join(
        words
    )
