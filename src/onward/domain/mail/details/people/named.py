"""Finds every person a mail names, and each place where it does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from onward.domain.mail.details.employer.names import (
    is_first_name,
    is_given,
    is_organisation,
)
from onward.domain.mail.details.people.german_names import (
    after_greeting,
    may_be_named_so,
)
from onward.domain.mail.details.people.german_names import people_named as german_people
from onward.domain.mail.details.people.listed import (
    NAME,
    Around,
    is_post,
    is_somebody,
    name_key,
)
from onward.domain.mail.details.people.small import names_in_small
from onward.domain.mail.language import language_of

_MOST_LINES, _MOST_OF_LINE, _MOST_NAMES = 200, 12, 40
_SHORTEST, _LONGEST_CAPITALS, _FIRST_AND_LAST = 2, 4, 2
# "BELL, Ada": as lists of officers have it.
_SWAPPED = re.compile(
    r"\b(?P<last>[A-ZÀ-Ž][A-ZÀ-Ž'\u2019-]{1,30}), "
    r"(?P<first>[A-ZÀ-Ž][a-zà-ž][\w'\u2019-]{0,30})"
)
# What opens a sentence in a capital, and is no part of a name.
_OPENING_WORDS = """
    a afternoon after afterwards again alongside also although an and apparently are
    as ask at attendees because before both bring but by call can cc chair cheers
    ciao contact copy dear do does either email even evening final finally first for
    from fw fwd good has have hello hey hi his her host how i if in interviewer
    interviewers is it join joining just later let like meet meeting morning my
    neither next no nor not note now ok okay on once only or organiser organizer our
    panel phone please plus ps re regards right ring sadly say see she since so tell
    text thanks that the their then there they this though to today tomorrow under
    unfortunately unlike until using via was we well what when where while who why
    will with would yes you your yours he monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january
    february march june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec zoom teams google microsoft english french
    german skype whatsapp room floor street road in still super yep yeah lovely great
"""
_OPENING = frozenset(_OPENING_WORDS.split())
_LEARNT = re.compile(r"(?:[A-Z]{2,6}|PhD|MSc|BSc|DPhil|MEng)$")
_OWNED = re.compile(r"['\u2019](?:s|ll|d|re|ve)?$")
_BEGINS_ASIDE = " ("
_WITHIN = re.compile(r"[\w,;&(+]\s?$")
# "Bastien will", "Ayodele (design)": who opens a sentence and is said to do something.
_GOES_ON = re.compile(r",?\s(?:\(|[a-z])")
# "Community Nurse": what stands before a title is what its bearer does.
_BEFORE_TITLE = re.compile(r"\s[A-Z]")
_TITLES = ("Frau ", "Herr ", "Dr", "Prof")
_NO_NAME = re.compile(r"(?:[A-Z]{2,}|\w*(?:ing|ed|ly|ion|ment|ss|ers))$")


Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail names somebody, and how it does."""

    start: int
    end: int
    name: str
    is_titled: bool = False

    @property
    def key(self) -> Key:
        """The words of the name to compare by."""
        return key_of(self.name)

    def is_apart(self, others: Iterable["Place"]) -> bool:
        """Tell whether it shares no letter with any other."""
        return all(self.end <= one.start or one.end <= self.start for one in others)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a mail names: the fullest name, and every place."""

    name: str
    places: tuple[Place, ...] = ()

    def is_named(self, name: str) -> bool:
        """Tell whether a name may be theirs, in full or in part."""
        key = key_of(name)
        keys = [place.key for place in self.places] or [key_of(self.name)]
        return any(is_one(key, one) or is_one(one, key) for one in keys)


@lru_cache(maxsize=1_024)
def key_of(name: str) -> Key:
    """Return the words of a name to compare by."""
    return tuple(name_key(name).split())


def people_named(text: str, around: Around) -> list[Named]:
    """Return the people of a mail in the order of their first places."""
    found: list[list[Place]] = []
    for place in sorted(places_named(text, around), key=lambda one: -len(one.key)):
        same = (places for places in found if is_one(place.key, places[0].key))
        places = next(same, None)
        if places is None:
            found.append([place])
        else:
            places.append(place)
    people = [_person(places) for places in _with_asides(text, found)]
    return sorted(people, key=lambda one: one.places[0].start)


def _with_asides(text: str, found: list[list[Place]]) -> list[list[Place]]:
    """Put "Trish (Patricia Bell)" together as one person."""
    by_start = {place.start: places for places in found for place in places}
    for places in [*found]:
        for place in places:
            other = by_start.get(place.end + len(_BEGINS_ASIDE), places)
            is_aside = text.startswith(_BEGINS_ASIDE, place.end)
            is_fuller = len(other[0].key) > 1 == len(places[0].key)
            if other is not places and is_aside and is_fuller:
                other += places
                found.remove(places)
                break
    return found


def is_one(key: Key, other: Key) -> bool:
    """Tell whether the words of two names may mean one person, the first the shorter.

    "Ada", "Mrs Bell" and "A. Bell" are Ada Bell.
    """
    if not key or key == other:
        return bool(key)
    if len(key) < len(other):
        return key[0] == other[0] or key[-1] == other[-1]
    is_short = len(key[0]) == 1 or len(other[0]) == 1
    return is_short and key[0][0] == other[0][0] and key[1:] == other[1:]


def _person(places: Iterable[Place]) -> Named:
    ordered = sorted(places, key=lambda one: one.start)
    fullest = max(ordered, key=lambda one: len(one.key))
    return Named(fullest.name, tuple(ordered))


def places_named(text: str, around: Around) -> list[Place]:
    """Return every place of a text where somebody is named who is not greeted."""
    found = [Place(*one) for one in names_in_small(text, around)]
    is_german = language_of(text) == "de"
    start = text.find("\n") + 1
    for line in text[start:].split("\n")[:_MOST_LINES]:
        if line:
            named = [*_in_line(line, start, around)]
            if is_german:
                named = _with_german(named, [*_in_german_line(line, start, around)])
            found += named
        start += len(line) + 1
    return sorted(found, key=lambda one: one.start)[:_MOST_NAMES]


def _with_german(named: Sequence[Place], german: Sequence[Place]) -> list[Place]:
    """Return the places in a German line, with those found as in any mail."""
    others = (one for one in named if may_be_named_so(one.name))
    return [*german, *(one for one in others if one.is_apart(german))]


def _in_german_line(line: str, start: int, around: Around) -> Iterator[Place]:
    """Yield the same by what stands around a German name, each noun in a capital."""
    lead = len(line) - len(after_greeting(line))
    for one in islice(german_people(line[lead:], around, is_form=True), _MOST_OF_LINE):
        begins = start + lead + one.start
        is_titled = one.name.startswith(_TITLES)
        yield Place(begins, start + lead + one.end, one.name, is_titled)


def _in_line(line: str, start: int, around: Around) -> Iterator[Place]:
    swapped = [one for one in _SWAPPED.finditer(line) if not is_post(one["last"])]
    for one in swapped:
        name = f"{one['first']} {one['last'].title()}"
        yield Place(start + one.start(), start + one.end(), name)
    for found in islice(NAME.finditer(line), _MOST_OF_LINE):
        if any(
            one.start() < found.end() and found.start() < one.end() for one in swapped
        ):
            continue
        begins, ends, name = _trimmed(found)
        if name != found["name"] and _is_firm(found):
            continue
        if _is_person(name, found["title"] or "", line, (begins, ends), around):
            title = found["title"] or ""
            yield Place(start + begins, start + ends, title + name, bool(title))


def _is_firm(found: re.Match[str]) -> bool:
    """Tell whether words in full name a firm: "Alder Court Residential Home"."""
    name = found["name"]
    is_of_person = found["title"] or any(map(is_first_name, name.split()))
    return not is_of_person and is_organisation(name)


def _trimmed(found: re.Match[str]) -> tuple[int, int, str]:
    """Return a name without posts, opening words and what its bearer has learnt."""
    words, start = found["name"].split(" "), found.start("name")
    while len(words) > 1 and not found["title"] and _is_before_name(words):
        start += len(words.pop(0)) + 1
    while len(words) > 1 and (_is_learnt(words) or is_post(words[-1])):
        words.pop()
    end = start + len(" ".join(words))
    words[-1] = _OWNED.sub("", words[-1])
    if _is_shouted(words):
        words = [word.title() for word in words]
    return (found.start() if found["title"] else start), end, " ".join(words)


def _is_learnt(words: Sequence[str]) -> bool:
    """Tell whether a name ends with letters; "IDA BELL" in capitals is a whole one."""
    return bool(_LEARNT.match(words[-1])) and not _is_shouted(words)


def _is_shouted(words: Sequence[str]) -> bool:
    is_whole = len(words) == _FIRST_AND_LAST and all(map(str.isupper, words))
    return is_whole and is_first_name(words[0])


def _is_before_name(words: Sequence[str]) -> bool:
    first = words[0]
    is_short = first.isupper() and len(first) <= _LONGEST_CAPITALS
    is_short = is_short and "." not in first and len(words) > _FIRST_AND_LAST
    if first.lower() in _OPENING or is_short or is_post(first):
        return True
    return not is_first_name(first) and _is_said_of(words)


def _is_said_of(words: Sequence[str]) -> bool:
    """Tell whether a name follows a word: "Watch Manager Ida Stone", "Pairing"."""
    rest = " ".join(words[1:])
    if len(words) > _FIRST_AND_LAST and is_post(words[1]):
        return True
    return bool(_NO_NAME.match(words[0]) and is_given(rest))


def _is_person(
    name: str, title: str, line: str, span: tuple[int, int], around: Around
) -> bool:
    """Tell whether a name may be a person's, by itself and by what stands beside it."""
    if len(name.replace(".", "")) < _SHORTEST or name.lower() in _OPENING:
        return False
    is_known = title or " " in name or is_first_name(name)
    if not is_known and not _may_be_alone(name, line, *span):
        return False
    return is_somebody(name, around, title)


def _may_be_alone(name: str, line: str, start: int, end: int) -> bool:
    """Tell whether one unknown word may be a name: in a sentence, or as who does."""
    if _NO_NAME.match(name) or _BEFORE_TITLE.match(line, end):
        return False
    return bool(_WITHIN.search(line[:start]) or _GOES_ON.match(line, end))
