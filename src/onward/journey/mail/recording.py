"""Keeps filings and the events that filed mail makes, for many applications at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC

from django.utils import timezone

from onward.background import clock
from onward.background.events import announce_all
from onward.background.rows import update_all
from onward.domain.applications.events import EventKind, Happened, Source
from onward.domain.applications.state import ENDED, state_of
from onward.domain.mail.linking.clue import Link
from onward.journey.applications.histories import events_of
from onward.journey.applications.models import Application, Event
from onward.journey.applications.rounds import INTERVIEWS, keep_rounds
from onward.journey.applications.services import DERIVED, EventRecorded, derived
from onward.journey.mail.happenings import Planned, plan
from onward.journey.mail.models import Filing, Message
from onward.journey.mail.outcomes import Ended, fill_outcomes
from onward.journey.mail.passages import put_all_with
from onward.journey.mail.settling_present import place_state

KEY = "message:"
# Where a message stands: its state, why it asks, and the applications to choose from.
Place = tuple[str, str, tuple[int, ...]]
NOT_NEEDED = ("shown_text", "calendars", "labels", "attachments", "faults")
_NONE = Message()  # what events hang on that no message tells of


@dataclass(slots=True)
class Work:
    """One application and the messages that it is to hold of those that may move."""

    row: Application
    held: list[tuple[Message, Link]]
    filings: list[Filing] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    wanted: list[Planned] = field(default_factory=list)
    gone: list[Event] = field(default_factory=list)
    reworded: list[Event] = field(default_factory=list)


def keep_works(works: Sequence[Work], free: set[int]) -> None:
    """Let applications have exactly the filings and events their mail makes."""
    _load(works)
    texts = _talked_of(works)
    for work in works:
        _plan(work, free, texts)
    gone = [event.pk for work in works for event in work.gone]
    if gone:
        Event.objects.filter(pk__in=gone).delete()
    update_all([e for w in works for e in w.reworded], ["quote", "confidence"])
    made = _create(works)
    _file(works, free)
    _derive(works, made)
    people = {work.row.person for work in works}
    for person in people:
        theirs = [e for e in made if e.person_id == person.pk]
        announce_all([EventRecorded(event) for event in theirs], person)
    # Those who follow the events kept the rounds of these.
    done = {e.application_id for e in made if e.kind in INTERVIEWS or e.supersedes_id}
    fill_outcomes([one for work in works for one in _ended(work)])
    talked = [work.row for work in works if _has_talks(work)]
    keep_rounds([row for row in talked if row.pk not in done])
    for person in people:
        keys = {m.key: w.row.pk for w in works for m, _ in w.held}
        put_all_with(person, keys)


def _load(works: Sequence[Work]) -> None:
    """Read the filings and events of all rows in two questions."""
    by_row = {work.row.pk: work for work in works}
    for filing in Filing.objects.filter(application__in=by_row, ended_at=None):
        by_row[filing.application_id].filings.append(filing)
    for row, events in events_of(by_row).items():
        by_row[row].events = events


def _talked_of(works: Sequence[Work]) -> dict[int, Message]:
    """Return the messages whose conversation matters for what comes now.

    A new time may replace a talk that one told of, and words that go on with any of
    them soon after feedback was asked for are the answer.
    """
    talks = [event for work in works for event in _talked_in(work.events)]
    numbers = {n for event in talks if (n := message_number(event)) is not None}
    return Message.objects.defer(*NOT_NEEDED).in_bulk(numbers) if numbers else {}


def _talked_in(events: Sequence[Event]) -> Sequence[Event]:
    if any(event.kind == EventKind.FEEDBACK_REQUESTED for event in events):
        return events
    return [e for e in events if e.kind == EventKind.INTERVIEW_SCHEDULED]


def _plan(work: Work, free: set[int], texts: dict[int, Message]) -> None:
    taken_back = {e.supersedes_id for e in work.events if e.kind == EventKind.RETRACTED}
    ours = [
        event
        for event in work.events
        if message_number(event) in free and event.pk not in taken_back
    ]
    named = {message.pk for message, link in work.held if not link.is_meant}
    before = standing(work.events, free, texts)
    certain = [message for message, link in work.held if not link.waits]
    work.wanted = plan(certain, before, named)
    marks = {(e.message_key, e.kind, e.happened_at): e for e in ours}
    for planned in work.wanted:
        if found := marks.get(planned.mark):
            planned.id = found.pk
            if _is_reworded(found, planned):
                work.reworded.append(found)
    kept = {planned.id for planned in work.wanted}
    work.gone = [event for event in ours if event.pk not in kept]


def _is_reworded(event: Event, planned: Planned) -> bool:
    """Let an event say what its message says now; returns whether that is new."""
    told = (planned.quote, confidence_of(planned.message))
    is_new = (event.quote, event.confidence) != told
    event.quote, event.confidence = told
    return is_new


def message_number(event: Event) -> int | None:
    """Return the number of the message an event is known from."""
    number = event.message_key.removeprefix(KEY)
    return int(number) if number.isdecimal() else None


def standing(
    events: Iterable[Event], free: Collection[int], texts: dict[int, Message]
) -> list[Planned]:
    """Return the events that count and do not hang on mail that may move."""
    events = list(events)
    replaced = {event.supersedes_id for event in events}
    return [
        planned_of(event, texts.get(message_number(event) or 0))
        for event in events
        if event.pk not in replaced
        and event.kind != EventKind.RETRACTED
        and message_number(event) not in free
    ]


def planned_of(event: Event, message: Message | None) -> Planned:
    """Return a kept event as one that was planned, with the message that made it."""
    return Planned(
        message=message or _NONE,
        kind=EventKind(event.kind),
        happened_at=event.happened_at,
        source=Source(event.source),
        id=event.pk,
    )


def _create(works: Sequence[Work]) -> list[Event]:
    """Create what is not kept yet; what replaces another one comes after it."""
    made: list[Event] = []
    while left := [(w, p) for w in works for p in w.wanted if p.id is None]:
        ready = [(w, p) for w, p in left if p.replaces is None or p.replaces.id]
        events = Event.objects.bulk_create([_event(w.row, p) for w, p in ready])
        for event, (_, planned) in zip(events, ready, strict=True):
            planned.id = event.pk
        made += events
    return made


def _event(row: Application, planned: Planned) -> Event:
    message = planned.message
    return Event(
        person_id=row.person_id,
        application=row,
        kind=planned.kind,
        happened_at=planned.happened_at,
        has_time=planned.has_time,
        recorded_at=timezone.now(),
        source=planned.source,
        confidence=confidence_of(message),
        quote=planned.quote,
        message_key=message.key,
        supersedes_id=planned.replaces.id if planned.replaces else None,
    )


def confidence_of(message: Message) -> float:
    """Return how sure an event is that this message made."""
    return 1.0 if message.confirmed_at else message.confidence


def main_event(wanted: Iterable[Planned], message: Message) -> int | None:
    """Return the event that a filing of a message stands for."""
    return next(
        (p.id for p in wanted if p.message.pk == message.pk and p.is_main), None
    )


def _file(works: Sequence[Work], free: set[int]) -> None:
    """Let exactly the held ones of the messages that may move be filed."""
    gone: list[int] = []
    new: list[Filing] = []
    changed: list[Filing] = []
    for work in works:
        held = {message.pk for message, _ in work.held}
        now = {filing.message_id: filing for filing in work.filings}
        gone += [f.pk for n, f in now.items() if n in free and n not in held]
        for message, link in work.held:
            told = (link.confidence, link.is_meant, main_event(work.wanted, message))
            filing = now.get(message.pk)
            if filing is None:
                new.append(_filing(work.row, message, told))
            elif (filing.confidence, filing.is_meant, filing.event_id) != told:
                filing.confidence, filing.is_meant, filing.event_id = told
                changed.append(filing)
    if gone:
        Filing.objects.filter(pk__in=gone).delete()
    Filing.objects.bulk_create(new)
    update_all(changed, ["confidence", "is_meant", "event"])
    _mark_messages(works)


def _mark_messages(works: Sequence[Work]) -> None:
    told: dict[Place, list[int]] = defaultdict(list)
    moved: set[int] = set()  # one with two roles has two places, and the last holds
    for work in works:
        for message, link in work.held:
            asks_about = (work.row.pk,) if link.waits else ()
            place = (place_state(link), str(link.why), asks_about)
            told[place].append(message.pk)
            if place != (message.state, message.why, tuple(message.choices)):
                moved.add(message.pk)
    put_in_place({place: moved.intersection(some) for place, some in told.items()})


def put_in_place(told: Mapping[Place, Collection[int]]) -> None:
    """Let messages say where they stand; there are few ways to, so few questions."""
    for (state, why, choices), numbers in told.items():
        if not numbers:
            continue
        Message.objects.filter(pk__in=numbers).update(
            state=state, why=why, choices=list(choices)
        )


def _filing(
    row: Application, message: Message, told: tuple[float, bool, int | None]
) -> Filing:
    confidence, is_meant, event = told
    return Filing(
        person_id=row.person_id,
        message=message,
        application=row,
        confidence=confidence,
        is_meant=is_meant,
        event_id=event,
        filed_at=timezone.now(),
    )


def _derive(works: Sequence[Work], made: Iterable[Event]) -> None:
    """Bring the derived fields up to date with the events that stand and were made."""
    if any(work.gone for work in works):
        derive_all([work.row for work in works])  # with an event go those after it
        return
    told = {work.row.pk: [e.happened for e in work.events] for work in works}
    for event in made:
        at = event.happened_at.astimezone(UTC)  # as it comes back from a database
        told[event.application_id].append(replace(event.happened, happened_at=at))
    _say_derived([work.row for work in works], told)


def derive_all(rows: Sequence[Application]) -> None:
    """Bring the derived fields of many applications up to date with their events."""
    found = events_of([row.pk for row in rows])
    told = {row: [e.happened for e in events] for row, events in found.items()}
    _say_derived(rows, told)


def _say_derived(
    rows: Sequence[Application], told: Mapping[int, Iterable[Happened]]
) -> None:
    for row in rows:
        state = state_of(told.get(row.pk, ()), clock.now())
        for name, value in derived(state).items():
            setattr(row, name, value)
    update_all(rows, DERIVED)


def _ended(work: Work) -> Iterator[Ended]:
    for planned in work.wanted:
        if planned.kind in ENDED:
            yield Ended(work.row, planned.id or 0, planned.message)


def _has_talks(work: Work) -> bool:
    kinds = {planned.kind for planned in work.wanted} | {e.kind for e in work.events}
    return EventKind.INTERVIEW_SCHEDULED in kinds
