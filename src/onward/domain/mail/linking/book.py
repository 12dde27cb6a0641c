"""Finds again, among many applications, the few that a message may belong to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import fits_label, squeezed
from onward.domain.mail.linking.called import Called
from onward.domain.mail.linking.clue import Clue, Known, Sign
from onward.domain.mail.linking.names import (
    GENERIC,
    box_of,
    is_someone,
    name_words,
    owner_of,
    same_employer,
    words_in,
)
from onward.domain.mail.linking.people import keys_of
from onward.domain.mail.verdict import Meaning

_ENDS = frozenset({Meaning.REJECTION})
_NO_STEP = frozenset({Meaning.OTHER, Meaning.RECRUITER_OUTREACH, Meaning.FOLLOW_UP})
_MOST_MENTIONED = 5
_SHORTEST_MENTIONED = 4


class Book:
    """Applications, found by what a message may share with them."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self.all: dict[int, Known] = {}
        self._found: dict[str, set[int]] = defaultdict(set)
        self._called = Called()
        for application in known:
            self.enter(application)

    def enter(self, known: Known) -> None:
        """Take an application in, or take in what it has learned since."""
        self.all[known.id] = known
        for key in _keys_of(known):
            self._found[key].add(known.id)
        for name in (*known.employers, *known.agencies):
            self._called.enter(name, known.id)

    def take(self, known: Known, clue: Clue, *, is_meant: bool = True) -> None:
        """Let an application learn from a message, and be found by what it learned."""
        learn(known, clue, is_meant=is_meant)
        self.enter(known)

    def candidates(self, clue: Clue) -> list[Known]:
        """Return the applications that share anything with a message, in order."""
        found = set().union(*(self._found.get(key, ()) for key in _asked(clue)))
        for name in filter(None, (clue.employer, clue.agency, *clue.also)):
            found |= self._called.spelled_like(name)
        if clue.text:
            found |= set(self._mentioned(clue.text))
        return [self.all[number] for number in sorted(found)]

    def in_conversation(self, clue: Clue) -> bool:
        """Tell whether a message answers, or is answered by, one that has a place."""
        keys = [f"id:{number}" for number in clue.ids]
        if clue.thread.startswith("provider:"):
            keys.append(f"thread:{clue.thread}")
        return any(self._found.get(key) for key in keys)

    def knows_writer(self, clue: Clue) -> bool:
        """Tell whether who writes has a part in an application."""
        people = (writer for writer in clue.writers if is_someone(writer))
        return any(self._found.get(f"writer:{writer}") for writer in people)

    def referred_to(self, clue: Clue) -> list[int]:
        """Return the applications that a message names by numbers of their own."""
        found: set[int] = set()
        for code in clue.references:
            bearers = self._found.get(f"reference:{code}", set())
            found |= bearers if len(bearers) == 1 else set()
        return sorted(found, reverse=True)

    def named_in(self, text: str) -> list[int]:
        """Return the applications whose employer or agency a text names anyhow."""
        said = text.casefold()
        names = self._called.sharing(words_in(text))
        named = (name for name in names if mentions(said, _bare(name)))
        return sorted(set().union(*map(self._called.bearers, named)))

    def _mentioned(self, text: str) -> Iterator[int]:
        """Yield the applications whose employer a text names."""
        for name in self._called.sharing(words_in(text)):
            if mentions(text, name):
                for number in self._called.bearers(name):
                    if name in self.all[number].employers:
                        yield number


def learn(known: Known, clue: Clue, *, is_meant: bool = True) -> None:
    """Let an application learn from a message that was put to it.

    One that only names it says nothing of its stage.
    """
    known.ids.update(clue.ids)
    known.references.update(clue.own_references)
    known.threads.add(clue.thread)
    known.writers.update(filter(is_someone, clue.writers))
    if not clue.own:  # the person names referees, too
        known.people.update(*map(keys_of, clue.people))
    if not (clue.own or clue.meaning in _NO_STEP):
        known.tellers.update(clue.writers)
        known.first_names.update(clue.writer.split()[:1])
    if not (known.employers and _only_names(clue)) or _says_of_itself(known, clue):
        _add(known.employers, clue.employer)
    _add(known.agencies, clue.agency)
    if _says_of_itself(known, clue):
        for name in clue.also:
            _add(known.employers, name)
    known.domains.update(owners_of(clue))
    if not known.roles or len(clue.roles) == 1:
        _add(known.roles, clue.role)
    known.spread_to(clue.sent_at)
    if is_meant:
        _note_stage(known, clue)


def owners_of(clue: Clue) -> set[str]:
    """Return whose address a message comes from: the employer's own, or a system's."""
    found = {owner_of(clue.domain), *map(box_of, clue.writers)}
    return found - {""}


def writes_itself(clue: Clue) -> bool:
    """Tell whether who decides writes from an address of their own."""
    label = squeezed(domain_label(clue.domain))
    return bool(label) and fits_label(squeezed(clue.employer), label)


def mentions(text: str, name: str) -> bool:
    """Tell whether a text names somebody, spelled just so."""
    return len(name) >= _SHORTEST_MENTIONED and name in text


def _only_names(clue: Clue) -> bool:
    """Tell whether who is named may be anybody: who speaks for the person, say."""
    return clue.own or clue.meaning is Meaning.OTHER


def _bare(name: str) -> str:
    return " ".join(name_words(name))


def mentions_shortly(text: str, name: str) -> bool:
    """Tell whether a text names somebody by the word that tells them apart."""
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in _telling(name))


@lru_cache(maxsize=2_048)
def _telling(name: str) -> tuple[str, ...]:
    first = name_words(name)[:1]
    long_enough = [word for word in first if len(word) > _SHORTEST_MENTIONED]
    return tuple(word.capitalize() for word in long_enough if word not in GENERIC)


def _says_of_itself(known: Known, clue: Clue) -> bool:
    """Tell whether a message speaks of another name of this employer."""
    names = (clue.employer, *clue.also)
    return any(same_employer(a, b) for a in names for b in known.employers if a)


def _add(names: list[str], name: str) -> None:
    if name and name not in names:
        names.append(name)


def _note_stage(known: Known, clue: Clue) -> None:
    if clue.meaning is Meaning.ACKNOWLEDGEMENT:
        known.acknowledged_at = clue.sent_at or known.acknowledged_at
    if clue.meaning in _ENDS or (clue.own and Sign.WITHDRAWS in clue.signs):
        known.ended_at = clue.sent_at or known.ended_at
    elif clue.meaning in {Meaning.INTERVIEW_INVITATION, Meaning.OFFER}:
        known.ended_at = None


def _keys_of(known: Known) -> Iterator[str]:
    yield from (f"owner:{domain}" for domain in known.domains if domain)
    yield from (f"writer:{address}" for address in known.writers)
    yield from (f"person:{name}" for name in known.people)
    yield from (f"id:{number}" for number in known.ids)
    yield from (f"reference:{code}" for code in known.references)
    yield from (f"thread:{thread}" for thread in known.threads if thread)


def _asked(clue: Clue) -> Iterator[str]:
    yield from (f"reference:{code}" for code in clue.references)
    yield from (f"owner:{owner}" for owner in owners_of(clue))
    yield from (f"owner:{owner_of(_domain(writer))}" for writer in clue.writers)
    yield from (f"writer:{writer}" for writer in clue.writers if is_someone(writer))
    yield from (f"id:{number}" for number in clue.ids)
    if clue.thread:
        yield f"thread:{clue.thread}"
    if clue.writer:
        yield f"person:{clue.writer}"


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
