"""Puts a whole set of messages to applications, the same way in whatever order.

Messages are taken by date, whatever order a mailbox held them in, so that one mailbox
gives one result: read once or in pieces, as one file or a thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from onward.domain.mail.linking.agreed import agreed
from onward.domain.mail.linking.book import Book, writes_itself
from onward.domain.mail.linking.clue import (
    QUIET,
    STARTS,
    Clue,
    Known,
    Link,
    Sign,
    Why,
    each_once,
    is_soon,
)
from onward.domain.mail.linking.elsewhere import elsewhere
from onward.domain.mail.linking.link import ENOUGH, decide, likeliest, link, weigh
from onward.domain.mail.linking.names import may_be_one_role, same_employer
from onward.domain.mail.linking.roles import meant_roles, names_role
from onward.domain.mail.linking.waiting import asks, goes_on
from onward.domain.mail.verdict import Meaning

_LAST = datetime.max.replace(tzinfo=UTC)
_NONE = Link(None, 0.0)
_SURE_OF_NEW, _TWO = 0.9, 2
# The employer with the role, or a number of theirs, tells the place of an answer.
_SURELY_THERE = frozenset({Why.EMPLOYER_AND_ROLE, Why.REFERENCE})
_REFUSES = frozenset({Sign.DECLINES, Sign.WITHDRAWS, Sign.FORWARDED})


@dataclass(slots=True)
class Settled:
    """Where each message belongs, and the applications that did not exist before."""

    links: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    fresh: dict[int, Known] = field(default_factory=dict)

    def members(self) -> dict[int, list[int]]:
        """Return the messages put to each application."""
        found: dict[int, list[int]] = defaultdict(list)
        for message, links in self.links.items():
            for one in links:
                if one.application is not None:
                    found[one.application].append(message)
        return found


def settle(
    clues: Iterable[Clue], known: Iterable[Known] = (), loose: Iterable[Clue] = ()
) -> Settled:
    """Return where each of these messages belongs.

    `known` are applications that stand; they stay as they are but for what is added.
    `loose` are earlier messages without an application: an approach that is answered
    now joins the application the answer begins.
    """
    settling = _Settling(Book(known))
    settling.remember(loose)
    ordered = sorted(agreed(clues), key=chronological)
    for clue in ordered:
        if clue.is_sure:
            settling.put(clue)
        elif clue.meaning in QUIET:
            settling.remember([clue])
    for clue in ordered:
        settling.look_again(clue)
        settling.take_up(clue)
    return settling.settled


def chronological(clue: Clue) -> tuple[datetime, str, int]:
    """Return what messages are sorted by; those without a date come last."""
    return clue.sent_at or _LAST, clue.order, clue.id


class _Settling:
    """The work in progress: what is known so far, and what has no place yet."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.settled = Settled()
        self._loose: dict[int, Clue] = {}
        self._threads: dict[str, list[int]] = defaultdict(list)

    def remember(self, clues: Iterable[Clue]) -> None:
        for clue in clues:
            self._loose[clue.id] = clue
            for key in (*clue.ids, clue.thread):
                self._threads[key].append(clue.id)

    def put(self, clue: Clue) -> None:
        """Find a place for one message; begin an application where it tells of one."""
        if self._is_anothers(clue):
            self._leave(clue, _NONE)
            return
        links = each_once(self._links(clue))
        places = [one for one in links if one.application is not None]
        learned = clue if len(places) < _TWO else replace(clue, references=(), ids=())
        for one in places:
            known = self.book.all[one.application or 0]
            self.book.take(known, learned, is_meant=one.is_meant)
        self.settled.links[clue.id] = links
        if all(one.application is None for one in links):
            self.remember([clue])

    def _is_anothers(self, clue: Clue) -> bool:
        """Tell whether somebody passes on a mail who has no part in the search."""
        if Sign.FORWARDED not in clue.signs or self.book.in_conversation(clue):
            return False
        return not (writes_itself(clue) or self.book.knows_writer(clue))

    def _links(self, clue: Clue) -> Iterator[Link]:
        both = self.book.referred_to(clue)
        if len(both) >= _TWO:
            yield from (Link(one, _SURE_OF_NEW, Why.REFERENCE) for one in both)
            return
        if self._takes_up_nothing(clue):
            place = link(clue, clue.role, self.book)
            if place.why not in _SURELY_THERE:
                yield _NONE
                return
        answers = self._answers_approach(clue)
        roles = self._roles(clue)
        meant = meant_roles(clue, roles)
        for role in roles:
            found = self._place_of(clue, role, answers=answers)
            is_meant = role in meant
            if (found.role, found.is_meant) != (role, is_meant):
                found = replace(found, role=role, is_meant=is_meant)
            if answers and found.application is not None:
                self._join_earlier(self.book.all[found.application], clue)
            yield found

    def _place_of(self, clue: Clue, role: str, *, answers: bool) -> Link:
        """Return where a message belongs by one role, begun now if need be."""
        found = link(clue, role, self.book)
        if found == _NONE:
            others = self._set_for_others(clue)
            found = others or elsewhere(clue, role, self.book) or found
        is_new = found == _NONE
        takes_up = answers and found.why not in _SURELY_THERE
        if not (takes_up or (is_new and self._begins(clue))):
            return found
        named = (role,) if role else ()
        return self._begin(clue if clue.roles == named else replace(clue, roles=named))

    def _set_for_others(self, clue: Clue) -> Link | None:
        """Return the place of a test that somebody sets in another's name, if any."""
        if clue.meaning is not Meaning.ASSESSMENT:
            return None
        named = self.book.named_in(clue.text)
        return Link(named[0], _SURE_OF_NEW, Why.WORDS) if len(named) == 1 else None

    def _roles(self, clue: Clue) -> tuple[str, ...]:
        """Return each role that needs a place of its own; mostly one."""
        if not clue.roles and clue.text and clue.meaning not in QUIET:
            return self._known_roles_in(clue) or ("",)
        if len(clue.roles) < _TWO or clue.meaning in QUIET:
            return (clue.role,)
        places = {role: link(clue, role, self.book).application for role in clue.roles}
        apart = set(places.values()) - {None}
        if len(apart) == len(places) or (Sign.SEVERAL in clue.signs and not apart):
            return clue.roles
        known = [role for role, place in places.items() if place is not None]
        return (known[0],) if known else (clue.role,)

    def _known_roles_in(self, clue: Clue) -> tuple[str, ...]:
        """Return the roles of applications there that a text speaks of."""
        found: dict[str, int] = {}
        for weight in weigh(clue, "", self.book):
            for role in weight.known.roles[:1]:
                if weight.points >= ENOUGH and names_role(clue.text, role):
                    found.setdefault(role, weight.known.id)
        return tuple(found)

    def _takes_up_nothing(self, clue: Clue) -> bool:
        """Tell whether the person only answers an approach that named no role."""
        if not clue.own or self.book.in_conversation(clue):
            return False
        earlier = [e for e in self._earlier(clue) if e.meaning in QUIET]
        return bool(earlier) and not self._answers_approach(clue)

    def _begins(self, clue: Clue) -> bool:
        if not (clue.employer or clue.agency):
            return False
        if Sign.FORWARDED in clue.signs and not writes_itself(clue):
            return False
        if clue.meaning is Meaning.FEEDBACK and not (clue.roles or clue.domain):
            return False  # a private hand that names no work may speak of anything
        if not clue.own:
            return clue.meaning in STARTS
        return Sign.APPLIES in clue.signs and not _REFUSES & clue.signs

    def _answers_approach(self, clue: Clue) -> bool:
        """Tell whether a mail takes up a role somebody wrote about first."""
        if clue.meaning in QUIET or _REFUSES & clue.signs:
            return False
        return not self.book.in_conversation(clue) and any(
            earlier.meaning is Meaning.RECRUITER_OUTREACH
            and (not clue.own or bool(earlier.roles))
            for earlier in self._earlier(clue)
        )

    def _earlier(self, clue: Clue) -> Iterator[Clue]:
        """Yield what had no place yet and lies in the same conversation."""
        numbers = {n for key in (*clue.ids, clue.thread) for n in self._threads[key]}
        for number in sorted(numbers):
            if earlier := self._loose.get(number):
                yield earlier

    def _answers_chat(self, clue: Clue) -> bool:
        """Tell whether the person only answers talk that belongs to no application."""
        if not self._takes_up_nothing(clue):
            return False
        return all(
            earlier.is_sure and link.application is None
            for earlier in self._earlier(clue)
            if earlier.id != clue.id
            for link in self.settled.links.get(earlier.id, ())
        )

    def _is_answered(self, clue: Clue) -> bool:
        """Tell whether the person took part in a conversation that tells of a step.

        What it means may wait for a yes; that it is part of their search is plain.
        """
        if clue.is_sure or clue.own or clue.meaning not in STARTS:
            return False
        if Sign.FORWARDED in clue.signs or not (clue.employer or clue.agency):
            return False
        return any(earlier.own and earlier.is_sure for earlier in self._earlier(clue))

    def _begin(self, clue: Clue) -> Link:
        known = Known(id=-1 - len(self.settled.fresh))
        self.settled.fresh[known.id] = known
        self.book.enter(known)
        self._join_earlier(known, clue)
        return Link(known.id, _SURE_OF_NEW, Why.FIRST_WORD)

    def _join_earlier(self, known: Known, clue: Clue) -> None:
        """Put what is of the same conversation and had no place to an application."""
        for earlier in sorted(self._earlier(clue), key=chronological):
            if not earlier.is_sure:
                continue  # it waits for a yes, and is put there when all is known
            self._leave(earlier, Link(known.id, _SURE_OF_NEW, Why.THREAD))
            self.book.take(known, earlier)
            del self._loose[earlier.id]

    def take_up(self, clue: Clue) -> None:
        """Put an employer's own approach to the application that soon followed it."""
        is_approach = clue.meaning is Meaning.RECRUITER_OUTREACH
        is_own_word = is_approach and clue.domain and not clue.agency
        links = self.settled.links.get(clue.id, (_NONE,))
        if not is_own_word or links[0].application is not None or not clue.is_sure:
            return
        followed = [
            known
            for known in self.book.candidates(clue)
            if is_soon(clue.sent_at, known.first_at)
            and any(same_employer(clue.employer, name) for name in known.employers)
            and may_be_one_role(clue.role, known.roles)
        ]
        if len(followed) == 1:
            self._leave(clue, Link(followed[0].id, _SURE_OF_NEW, Why.EMPLOYER))

    def _leave(self, clue: Clue, where: Link) -> None:
        self.settled.links[clue.id] = (where,)

    def look_again(self, clue: Clue) -> None:
        """Ask once more for what has no place, now that everything else has.

        What is not sure of its meaning is put where it belongs too, but waits.
        """
        links = self.settled.links.get(clue.id, (_NONE,))
        if any(one.application is not None for one in links):
            return
        if self._answers_chat(clue):
            self._leave(clue, _NONE)
            return
        weights = weigh(clue, clue.role, self.book)
        found, offered = decide(clue, weights), likeliest(weights)
        if found == _NONE and self._is_answered(clue):
            found = self._begin(clue)
        if found.application is None or self._is_anothers(clue):
            self._leave(clue, Link(None, 0.0, choices=offered, waits=asks(clue)))
            return
        known = self.book.all[found.application]
        if clue.is_sure:
            self.book.take(known, clue)
        waits = not (clue.is_sure or goes_on(clue, found, known))
        self._leave(clue, replace(found, choices=offered, waits=waits))
