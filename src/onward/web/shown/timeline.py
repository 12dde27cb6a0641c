"""Puts together the timeline of an application: what happened, gaps, what is ahead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.applications.counting import counting, in_force
from onward.domain.applications.events import EventKind, Happened, Source
from onward.domain.applications.gaps import gaps
from onward.domain.applications.state import State
from onward.journey.applications.event_words import event_words
from onward.journey.applications.models import Event
from onward.journey.applications.rounds import INTERVIEWS
from onward.journey.mail.models import Message
from onward.web.shown.answers import quoted
from onward.web.shown.application_words import source_words, which_interview
from onward.web.shown.applications import Happening
from onward.web.shown.gap_words import gap_words
from onward.web.shown.moments import hour, near_day, short_day


@dataclass(slots=True)
class History:
    """The events of an application with what is needed to show them.

    `messages` are by their key. `own_waits` are days that answers took.
    """

    events: Sequence[Event]
    messages: Mapping[str, Message]
    own_waits: Sequence[float]
    state: State
    now: datetime
    counted: list[Happened] = field(init=False)
    rows: dict[int, Event] = field(init=False)
    replaced_by: dict[int, Event] = field(init=False)

    def __post_init__(self) -> None:
        self.rows = {event.pk: event for event in self.events}
        happened = [event.happened for event in self.events]
        self.counted = counting(happened)
        self.replaced_by = {
            one.supersedes: self.rows[one.id]
            for one in in_force(happened)
            if one.supersedes is not None
        }


def timeline_of(history: History) -> tuple[Happening, ...]:
    """Return what happened, newest first, with the quiet stretches in between."""
    numbers = _interview_numbers(history)
    after = {
        gap.after: gap for gap in gaps(history.counted, history.state, history.now)
    }
    entries: list[Happening] = []
    for one in _with_replaced(history):
        event = history.rows[one.id]
        if one.id not in history.replaced_by and one.id not in numbers.hidden:
            entries.append(_happening(event, history, numbers.titles.get(one.id)))
        elif one.id in history.replaced_by:
            entries.append(_superseded(event, history))
        if gap := after.get(one.id):
            days = ngettext("%(days)s day", "%(days)s days", gap.days)
            words = gap_words(gap, history.own_waits)
            entries.append(Happening(words, days % {"days": gap.days}, kind="quiet"))
    return tuple(reversed(entries))


def _with_replaced(history: History) -> list[Happened]:
    """Return what counts in its order, each after what it took the place of."""
    shown: list[Happened] = []
    placed: set[int] = set()
    for one in history.counted:
        chain = [one]
        while (before := history.rows.get(chain[0].supersedes or 0)) is not None:
            chain.insert(0, before.happened)
        shown += chain
        placed |= {each.id for each in chain}
    gone = [
        event.happened
        for number, event in history.rows.items()
        if number in history.replaced_by
        and number not in placed
        and event.kind != EventKind.RETRACTED
    ]
    for one in gone:
        later = (
            n for n, each in enumerate(shown) if each.happened_at > one.happened_at
        )
        shown.insert(next(later, len(shown)), one)
    return shown


@dataclass(frozen=True, slots=True)
class Numbers:
    """What interviews are called, and which plans the talk itself tells of."""

    titles: Mapping[int, str]
    hidden: frozenset[int]


def _interview_numbers(history: History) -> Numbers:
    titles: dict[int, str] = {}
    by_day: dict[object, list[Happened]] = {}
    for one in history.counted:
        if one.kind in INTERVIEWS:
            day = one.happened_at.astimezone(history.now.tzinfo).date()
            by_day.setdefault(day, []).append(one)
    hidden = set()
    for number, day_events in enumerate(by_day.values(), 1):
        held = [e for e in day_events if e.kind is EventKind.INTERVIEW_HELD]
        if held:
            hidden |= {
                e.id for e in day_events if e not in held and _is_bare(e, history)
            }
        titles |= {e.id: which_interview(number) for e in day_events}
    return Numbers(titles, frozenset(hidden))


def _is_bare(one: Happened, history: History) -> bool:
    """Tell whether a plan holds no words that would be lost with it."""
    event = history.rows[one.id]
    return not (event.said or event.quote)


def _happening(event: Event, history: History, title: str | None) -> Happening:
    is_ahead = event.happened_at > history.now
    pk = [event.pk]
    return Happening(
        title=title or event_words(event.kind),
        when=_when(event, history.now, is_ahead=is_ahead),
        moment=_moment(event, history.now),
        said=event.said,
        quote=quoted(event.quote, history.messages.get(event.message_key), history.now),
        kind="ahead" if is_ahead else "event",
        source_words=_source(event),
        event_id=event.pk,
        correct_url=reverse("correct-event", args=pk),
        undo_url=reverse("take-back-event", args=pk),
    )


def _superseded(event: Event, history: History) -> Happening:
    """Return what no longer counts; only a retraction is taken back from here."""
    by = history.replaced_by[event.pk]
    is_retracted = by.kind == EventKind.RETRACTED
    on = by.recorded_at.astimezone(history.now.tzinfo).date()
    words = (
        _("taken back on %(day)s") if is_retracted else _("put right on %(day)s")
    ) % {"day": short_day(on, history.now.date())}
    back = reverse("take-back-event", args=[by.pk])
    return Happening(
        title=event_words(event.kind),
        when=_when(event, history.now, is_ahead=False),
        moment=_moment(event, history.now),
        source_words=words,
        event_id=event.pk,
        undo_url=back if is_retracted else "",
        superseded=True,
    )


def _source(event: Event) -> str:
    if event.supersedes_id and event.source == Source.PERSON:
        return _("put right by you")
    return source_words(event.source, event.confidence)


def _when(event: Event, now: datetime, *, is_ahead: bool) -> str:
    here = event.happened_at.astimezone(now.tzinfo)
    if not is_ahead:
        return short_day(here.date(), now.date())
    day = near_day(here.date(), now.date())
    return f"{day}, {hour(here)}" if event.has_time else day


def _moment(event: Event, now: datetime) -> str:
    here = event.happened_at.astimezone(now.tzinfo)
    return here.isoformat() if event.has_time else here.date().isoformat()
