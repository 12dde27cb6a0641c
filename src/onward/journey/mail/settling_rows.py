"""Brings the rows of applications, filings and events in line with a settling.

What stands as it should is left alone, so that filing again costs only what changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.utils import timezone

from onward.background.rows import update_all
from onward.domain.mail.linking.clue import Clue, Link
from onward.domain.mail.linking.settle import Settled, chronological
from onward.journey.applications.indexing import index_all
from onward.journey.applications.models import Application, Employer
from onward.journey.mail.models import Message
from onward.journey.mail.recording import (
    NOT_NEEDED,
    Place,
    Work,
    keep_works,
    put_in_place,
)
from onward.journey.mail.settling_facts import Facts
from onward.journey.mail.settling_names import (
    Called,
    called,
    employer_called,
    know_employers,
)
from onward.journey.mail.settling_present import Present, present_state
from onward.journey.people.models import Person

_AT_ONCE = 100
Members = list[tuple[Clue, Link]]


@dataclass(slots=True)
class Wanted:
    """An application as it should be: which messages it holds, and which row it is.

    `stands` says that it is so already.
    """

    key: int
    members: Members
    row: int | None = None
    names: Called | None = None
    stands: bool = False

    @property
    def ids(self) -> list[int]:
        """The messages it holds."""
        return [clue.id for clue, _ in self.members]


@dataclass(slots=True)
class Rows:
    """One settling on its way into the database."""

    person: Person
    facts: Facts
    settled: Settled
    wanted: list[Wanted] = field(init=False)
    _now: Present = field(init=False)
    _claimed: set[int] = field(default_factory=set)
    _spelled: set[int] = field(default_factory=set)
    _employers: dict[str, Employer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._now = present_state(self.person, self.facts)
        found = sorted(self._groups(), key=lambda one: chronological(one.members[0][0]))
        for one in found:
            self._claim(one)
        kept = {one.row for one in found}
        left = sorted(set(self._now.members) - kept - self.facts.fluid)
        self.wanted = [*found, *(Wanted(row, [], row) for row in left)]
        for one in self.wanted:
            one.stands = self._stands(one)

    def _groups(self) -> Iterator[Wanted]:
        clues = self.facts.free | {clue.id: clue for clue in self.facts.loose}
        groups: dict[int, Members] = defaultdict(list)
        for message, links in self.settled.links.items():
            for link in links:
                if link.application is not None:
                    groups[link.application].append((clues[message], link))
        for key, members in groups.items():
            members.sort(key=lambda pair: chronological(pair[0]))
            if key > 0:
                yield Wanted(key, members, row=key)
            else:
                told = [_as_filed(*pair) for pair in members if not pair[1].waits]
                yield Wanted(key, members, names=called(told))

    def _claim(self, one: Wanted) -> None:
        """Give a new application the row that held its first messages, if any."""
        if one.names is None:
            return
        places = (row for message in one.ids for row in self._now.places[message])
        free = (r for r in places if r in self.facts.fluid and r not in self._claimed)
        one.row = next(free, None)
        if one.row is not None:
            self._claimed.add(one.row)

    def parts(self) -> Iterator[list[Wanted]]:
        """Yield what is wanted in parts of which one transaction each is kept.

        Each has about as many that change: to keep one takes as many questions as a
        hundred.
        """
        part: list[Wanted] = []
        for some in _chunks(self.wanted):
            part += some
            if sum(not one.stands for one in part) >= _AT_ONCE:
                yield part
                part = []
        if not all(one.stands for one in part):
            yield part

    def keep(self, some: Sequence[Wanted]) -> None:
        """Make rows, filings and events as wanted, and nothing twice."""
        changed = [one for one in some if not one.stands]
        applications = self._applications(some, changed)
        numbers = [number for one in changed for number in one.ids]
        messages = Message.objects.defer(*NOT_NEEDED).in_bulk(numbers)
        works = [
            Work(row, [(messages[clue.id], link) for clue, link in one.members])
            for one, row in zip(changed, applications, strict=True)
        ]
        keep_works(works, set(self.facts.free))
        index_all(applications)

    def _stands(self, one: Wanted) -> bool:
        """Tell whether everything about an application is as it should be."""
        if one.row is None or not self._now.holds(one.row, one.members):
            return False
        if one.names is None:
            return True
        return self._now.names[one.row].names == one.names.as_kept

    def _applications(
        self, some: Sequence[Wanted], changed: Sequence[Wanted]
    ) -> list[Application]:
        """Return the rows of what changed, in order; made where there is none yet."""
        numbers = [one.row for one in changed if one.row is not None]
        known = Application.objects.with_employer().in_bulk(numbers)
        names = [one.names for one in changed if one.names is not None]
        know_employers(self.person, names, self._employers)
        rows = [row for part in _chunks(some) for row in self._rows(part, known)]
        both = zip(changed, rows, strict=True)
        new = [row for one, row in both if one.row is None]
        Application.objects.bulk_create(new)
        update_all(list(known.values()), ["employer", "role", "agency"])
        for one, row in zip(changed, rows, strict=True):
            one.row = row.pk
            self._claimed.add(row.pk)
        return rows

    def _rows(
        self, some: Sequence[Wanted], known: dict[int, Application]
    ) -> list[Application]:
        """Return the rows of what changed; what stands has spelled its employers."""
        standing = (one.row for one in some if one.stands and one.names and one.row)
        self._spelled.update(self._now.names[row].employer for row in standing)
        return [self._row(one, known) for one in some if not one.stands]

    def _row(self, one: Wanted, known: dict[int, Application]) -> Application:
        if one.row is not None:
            row = known[one.row]
            row.person = self.person  # else it is asked for with each row
        else:
            row = Application(person=self.person, added_at=timezone.now())
        if one.names is not None:
            row.employer = employer_called(
                self.person, one.names, self._spelled, self._employers
            )
            _, row.role, row.agency = one.names.as_kept
        return row

    def mark_the_rest(self) -> None:
        """Let what has no application wait for an answer, or stand without one."""
        rest = {
            message: links[0]
            for message, links in self.settled.links.items()
            if all(link.application is None for link in links)
        }
        rows = {app.id: app.id for app in self.facts.standing}
        rows |= {one.key: one.row for one in self.wanted if one.row is not None}
        kept = Message.objects.filter(pk__in=rest)
        told: dict[Place, list[int]] = defaultdict(list)
        for number, *now in kept.values_list("pk", "state", "why", "choices"):
            place = _place_without(rest[number], rows)
            if place != (*now[:2], tuple(now[2])):
                told[place].append(number)
        put_in_place(told)

    def sweep(self) -> None:
        """Remove the applications that hold nothing any more, and their employers."""
        empty = Application.objects.filter(pk__in=self.facts.fluid - self._claimed)
        employers = set(empty.values_list("employer_id", flat=True))
        empty.delete()
        left = Employer.objects.of(self.person).filter(applications=None, merged=None)
        renamed = employers | self._now.employers
        left.filter(merged_into=None, note="", pk__in=renamed).delete()


def _as_filed(clue: Clue, link: Link) -> Clue:
    """Return a message as far as it speaks of the one role it is filed for."""
    named = (link.role,)
    return replace(clue, roles=named) if link.role and clue.roles != named else clue


def _place_without(link: Link, rows: dict[int, int]) -> Place:
    """Return where a message stands that has no application."""
    state = Message.State.WAITING if link.waits else Message.State.FILED
    return state, "", tuple(rows[app] for app in link.choices if app in rows)


def _chunks(wanted: Sequence[Wanted]) -> Iterable[Sequence[Wanted]]:
    places = range(0, len(wanted), _AT_ONCE)
    return (wanted[first : first + _AT_ONCE] for first in places)
