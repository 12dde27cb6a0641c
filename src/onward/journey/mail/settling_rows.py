"""Brings the rows of applications, filings and events in line with a settling."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from django.utils import timezone

from onward.domain.mail.link_clue import Clue, Link
from onward.domain.mail.link_settle import Settled, chronological
from onward.journey.applications.indexing import index_all
from onward.journey.applications.models import Application, Employer
from onward.journey.mail.models import Filing, Message
from onward.journey.mail.recording import keep_events, take_back_filings
from onward.journey.mail.settling_facts import Facts
from onward.journey.mail.settling_names import Called, called, employer_called
from onward.journey.people.models import Person

_NOT_NEEDED = ("shown_text", "calendars", "labels")


@dataclass(slots=True)
class Wanted:
    """An application as it should be: which messages it holds, and which row it is."""

    members: list[tuple[Clue, Link]]
    row: int | None = None
    names: Called | None = None


@dataclass(slots=True)
class Rows:
    """One settling on its way into the database."""

    person: Person
    facts: Facts
    settled: Settled
    wanted: list[Wanted] = field(init=False)
    _filed: dict[int, list[int]] = field(init=False)
    _claimed: set[int] = field(default_factory=set)
    _spelled: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._filed = self._present_places()
        self.wanted = self._matched()

    def _present_places(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        rows = Filing.objects.of(self.person).filter(ended_at=None).order_by("id")
        for message, app in rows.values_list("message_id", "application_id"):
            found[message].append(app)
        return found

    def _matched(self) -> list[Wanted]:
        """Give each new application a row that held its messages before, if any."""
        clues = self.facts.free | {clue.id: clue for clue in self.facts.loose}
        groups: dict[int, list[tuple[Clue, Link]]] = defaultdict(list)
        for message, links in self.settled.links.items():
            for link in links:
                if link.application is not None:
                    groups[link.application].append((clues[message], link))
        wanted = [
            self._one(app, sorted(members, key=lambda pair: chronological(pair[0])))
            for app, members in groups.items()
        ]
        return sorted(wanted, key=lambda one: chronological(one.members[0][0]))

    def _one(self, app: int, members: list[tuple[Clue, Link]]) -> Wanted:
        if app > 0:
            return Wanted(members, row=app)
        names = called([_as_filed(clue, link) for clue, link in members])
        return Wanted(members, names=names)

    def keep(self, some: list[Wanted]) -> None:
        """Make rows, filings and events as wanted, and nothing twice."""
        for one in some:
            if one.names is not None:
                one.row = self._row_for(one, one.names)
        ids = [clue.id for one in some for clue, _ in one.members]
        messages = Message.objects.defer(*_NOT_NEEDED).in_bulk(ids)
        free = set(self.facts.free)
        applications = Application.objects.with_employer().in_bulk(
            [one.row for one in some if one.row]
        )
        for one in some:
            row = applications[one.row or 0]
            held = [(messages[clue.id], link) for clue, link in one.members]
            self._file(row, held)
            messages_held = [message for message, _ in held]
            named = {message.pk for message, link in held if not link.is_meant}
            keep_events(row, messages_held, free, named)
        index_all(applications.values())

    def _row_for(self, one: Wanted, names: Called) -> int:
        places = (app for clue, _ in one.members for app in self._filed[clue.id])
        free = (p for p in places if p in self.facts.fluid and p not in self._claimed)
        employer = employer_called(self.person, names, self._spelled)
        fields = {
            "employer": employer,
            "role": names.role[:200],
            "agency": names.agency[:200],
        }
        row = next(free, None)
        if row is None:
            made = Application.objects.create(
                person=self.person, added_at=timezone.now(), **fields
            )
            row = made.pk
        else:
            Application.objects.filter(pk=row).update(**fields)
        self._claimed.add(row)
        return row

    def _file(self, row: Application, held: list[tuple[Message, Link]]) -> None:
        """Let exactly these of the messages that may move be filed here."""
        now = {f.message_id: f for f in row.filings.filter(ended_at=None)}
        ids = {message.pk for message, _ in held}
        gone = [f for n, f in now.items() if n in self.facts.free and n not in ids]
        take_back_filings(row, gone)
        new = [
            Filing(
                person=self.person,
                message=message,
                application=row,
                confidence=link.confidence,
                is_meant=link.is_meant,
                filed_at=timezone.now(),
            )
            for message, link in held
            if message.pk not in now
        ]
        Filing.objects.bulk_create(new)
        _bring_up_to_date(now, held)
        for message, link in held:
            _mark(message, Message.State.FILED, link)
        Message.objects.bulk_update(
            [message for message, _ in held], ["state", "why", "choices"]
        )

    def mark_the_rest(self) -> None:
        """Let what has no application wait for an answer, or stand without one."""
        rest = {
            message: links[0]
            for message, links in self.settled.links.items()
            if all(link.application is None for link in links)
        }
        fixed = {app.id: app.id for app in self.facts.standing}
        rows = fixed | self._rows_of_fresh()
        for row, filings in self._misplaced(rest).items():
            take_back_filings(row, filings)
        messages = Message.objects.defer(*_NOT_NEEDED).in_bulk(list(rest))
        for message in messages.values():
            link = rest[message.pk]
            state = Message.State.WAITING if link.waits else Message.State.FILED
            offered = [rows[app] for app in link.choices if app in rows]
            _mark(message, state, link, offered)
        Message.objects.bulk_update(
            messages.values(), ["state", "why", "choices"], batch_size=200
        )

    def _rows_of_fresh(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for one in self.wanted:
            for _, link in one.members:
                if link.application is not None and one.row is not None:
                    found.setdefault(link.application, one.row)
        return found

    def _misplaced(self, rest: dict[int, Link]) -> dict[Application, list[Filing]]:
        filed = Filing.objects.of(self.person).filter(ended_at=None)
        found: dict[Application, list[Filing]] = defaultdict(list)
        for filing in filed.select_related("application"):
            if filing.message_id in rest:
                found[filing.application].append(filing)
        return found

    def sweep(self) -> None:
        """Remove the applications that hold nothing any more, and their employers."""
        empty = Application.objects.filter(pk__in=self.facts.fluid - self._claimed)
        employers = set(empty.values_list("employer_id", flat=True))
        empty.delete()
        left = Employer.objects.of(self.person).filter(applications=None, merged=None)
        left.filter(merged_into=None, note="", pk__in=employers).delete()


def _bring_up_to_date(now: dict[int, Filing], held: list[tuple[Message, Link]]) -> None:
    """Let filings that stay say how sure they are by now."""
    changed: list[Filing] = []
    for message, link in held:
        filing = now.get(message.pk)
        told = (link.confidence, link.is_meant)
        if filing and (filing.confidence, filing.is_meant) != told:
            filing.confidence, filing.is_meant = told
            changed.append(filing)
    Filing.objects.bulk_update(changed, ["confidence", "is_meant"])


def _as_filed(clue: Clue, link: Link) -> Clue:
    """Return a message as far as it speaks of the one role it is filed for."""
    return replace(clue, roles=(link.role,)) if link.role else clue


def _mark(
    message: Message, state: str, link: Link, choices: list[int] | None = None
) -> None:
    message.state = state
    message.why = link.why
    message.choices = choices or []
