"""What stands in the database before mail is filed, and what may still move."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q, QuerySet

from onward.domain.applications.events import EventKind, Source
from onward.domain.mail.linking.book import learn
from onward.domain.mail.linking.clue import Clue, Known, needs_text
from onward.domain.mail.linking.names import owner_of
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import (
    Application,
    Event,
    Passage,
    Round,
)
from onward.journey.history.models import Change
from onward.journey.mail.kept import CLUE_FIELDS, clue_of
from onward.journey.mail.models import Filing, Message
from onward.journey.outcome.models import Outcome
from onward.journey.people.models import Person

MOST_TEXT = 3_000
_KEY = "application:"
# What filing itself makes; everything else that points at an application was added.
_FROM_MAIL = (Application, Event, Filing, Outcome, Passage, Round)
# Rows of plain values: with models a thousand applications take twice as long.
TOLD_BY_ROW = (
    *("pk", "role", "agency", "applied_at", "last_at", "ended_at"),
    *("employer__name", "employer__domain"),
    *("employer__merged_into__name", "employer__merged_into__domain"),
)
_WITH_TEXT = (*CLUE_FIELDS, "evidence", "shown_text")


@dataclass(slots=True)
class Facts:
    """What stands and what may move.

    `free` are the messages an unfinished reading may still file elsewhere, `fluid` the
    applications that nothing but such messages made.
    """

    free: dict[int, Clue]
    standing: list[Known]
    loose: list[Clue]
    fluid: set[int] = field(default_factory=set)


def free_messages(person: Person) -> "QuerySet[Message]":
    """Return the messages that may still be filed elsewhere."""
    return Message.objects.of(person).filter(
        settled_at=None,
        confirmed_at=None,
        forgotten_at=None,
        state__in=[Message.State.WAITING, Message.State.FILED],
    )


def touched(person: Person) -> set[int]:
    """Return the applications the person laid a hand on; these never move."""
    hand = Q(events__source=Source.PERSON) | Q(filings__by_person=True)
    put = Q(archived_at__isnull=False) | Q(merged_into__isnull=False)
    own = put | Q(merged__isnull=False) | ~Q(note="") | ~Q(advert="")
    found = Application.objects.of(person).filter(hand | own)
    held = set(found.values_list("id", flat=True).distinct())
    return held | _named_in_history(person) | _built_upon(person)


def _named_in_history(person: Person) -> set[int]:
    """Return the applications that something the person did was about."""
    done = Change.objects.of(person).filter(is_automatic=False)
    keys = done.filter(of_what__startswith=_KEY).values_list("of_what", flat=True)
    numbers = (key.removeprefix(_KEY) for key in keys)
    return {int(number) for number in numbers if number.isdecimal()}


def _built_upon(person: Person) -> set[int]:
    """Return the applications that later steps hold on to, such as letters."""
    found: set[int] = set()
    for relation in Application._meta.related_objects:  # noqa: SLF001 - Django's own way
        if relation.related_model not in _FROM_MAIL:
            name = relation.field.name
            rows = relation.related_model._default_manager  # noqa: SLF001 - the same
            mine = rows.filter(**{f"{name}__person": person})
            found.update(mine.values_list(f"{name}_id", flat=True))
    return found


def gather(person: Person) -> Facts:
    """Return what a settling starts from."""
    held = touched(person)
    filed = _filed(person)
    free = {m.pk for m in free_messages(person).only("id")}
    pinned = {message for message, app, _ in filed if app in held}
    free -= pinned
    fluid = _fluid(held, filed, free)
    clues = _clues(person)
    applications = _standing(person, fluid)
    for message, _, whole in sorted(filed, key=lambda row: _moment(clues, row[0])):
        clue = clues.get(message)
        stands = message not in free and whole in applications
        if stands and clue is not None and clue.is_sure:
            learn(applications[whole], clue)
    placed = {message for message, _, _ in filed}
    return Facts(
        free={n: clue for n, clue in clues.items() if n in free},
        standing=list(applications.values()),
        loose=[
            clue
            for n, clue in clues.items()
            if n not in free
            and n not in placed
            and clue.meaning is Meaning.RECRUITER_OUTREACH
        ],
        fluid=fluid,
    )


def _moment(clues: dict[int, Clue], message: int) -> tuple[float, int]:
    clue = clues.get(message)
    return (clue.sent_at.timestamp() if clue and clue.sent_at else 0.0), message


def _filed(person: Person) -> list[tuple[int, int, int]]:
    """Return each filing's message, its application and what that was merged into."""
    rows = Filing.objects.of(person).filter(ended_at=None)
    return [
        (message, app, merged or app)
        for message, app, merged in rows.values_list(
            "message_id", "application_id", F("application__merged_into_id")
        )
    ]


def _fluid(
    held: set[int],
    filed: list[tuple[int, int, int]],
    free: set[int],
) -> set[int]:
    members: dict[int, set[int]] = defaultdict(set)
    for message, app, _ in filed:
        members[app].add(message)
    return {
        app for app, messages in members.items() if app not in held and messages <= free
    }


def _clues(person: Person) -> dict[int, Clue]:
    """Return what every kept message tells; texts only where the rest does not."""
    kept = Message.objects.of(person).filter(
        forgotten_at=None, state__in=[Message.State.WAITING, Message.State.FILED]
    )
    rows = kept.values_list(*CLUE_FIELDS, named=True)
    clues = {row.pk: clue_of(row) for row in rows.iterator(2_000)}
    silent = [n for n, clue in clues.items() if needs_text(clue)]
    for first in range(0, len(silent), 500):
        some = kept.filter(pk__in=silent[first : first + 500])
        for row in some.values_list(*_WITH_TEXT, named=True):
            clues[row.pk] = clue_of(row, row.shown_text[:MOST_TEXT])
    return clues


def _standing(person: Person, fluid: set[int]) -> dict[int, Known]:
    """Return the applications that stay, by what their own rows and events tell."""
    mine = Application.objects.of(person)
    parts: dict[int, list[str]] = defaultdict(list)
    put_together = mine.exclude(merged_into=None).order_by("pk")
    for whole, role in put_together.values_list("merged_into_id", "role"):
        parts[whole].append(role)
    found = {
        row.pk: known_of(row, parts[row.pk])
        for row in mine.whole().values_list(*TOLD_BY_ROW, named=True)
        if row.pk not in fluid
    }
    told = Event.objects.of(person).filter(kind=EventKind.ACKNOWLEDGED)
    for app, merged, at in told.values_list(
        "application_id", "application__merged_into_id", "happened_at"
    ):
        if known := found.get(merged or app):
            known.acknowledged_at = max(known.acknowledged_at or at, at)
    asked = Event.objects.of(person).filter(kind=EventKind.FEEDBACK_REQUESTED)
    for app, merged, at in asked.values_list(
        "application_id", "application__merged_into_id", "happened_at"
    ):
        if known := found.get(merged or app):
            known.asked_at = max(known.asked_at or at, at)
    return found


def known_of(row: Any, parts: Iterable[str] = ()) -> Known:
    """Return what a row of an application tells, and the roles merged into it."""
    known = Known(id=row.pk)
    known.ended_at = row.ended_at
    names = (row.employer__name, row.employer__merged_into__name)
    known.employers = list(dict.fromkeys(name for name in names if name))
    domains = (row.employer__domain, row.employer__merged_into__domain)
    known.domains = {owner_of(domain) for domain in domains if domain}
    known.agencies = [row.agency] if row.agency else []
    known.roles = [role for role in (row.role, *parts) if role]
    for moment in (row.applied_at, row.last_at, row.ended_at):
        known.spread_to(moment)
    return known
