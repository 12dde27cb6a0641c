"""Reads from a calendar file when somebody is not free."""

import warnings
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # half of Onward's start, for what is seldom asked
    from collections.abc import Iterator

    from icalendar import Calendar, Component, Event

# More would be a feed of holidays or a rule gone wild, and cost seconds.
_MOST_OF_ONE = 400
_MOST_EVENTS = 20_000
_SHORTEST = timedelta(minutes=1)
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_FREE = frozenset({"TRANSPARENT"})
_OFF = frozenset({"CANCELLED"})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time between two aware moments."""

    start: datetime
    end: datetime

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share a moment."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Busy:
    """When somebody is not free, and how many entries could not be read."""

    spans: tuple[Span, ...] = ()
    unread: int = 0


def busy_in(content: bytes, within: Span, zone: tzinfo) -> Busy:
    """Return what a calendar file says of a stretch of time; it never raises.

    Days and floating hours are taken in `zone`. Entries marked as free or cancelled do
    not count, nor do whole days: a birthday keeps nobody from the phone.
    """
    calendars = _calendars(content)
    if calendars is None:
        return Busy(unread=1)
    spans: list[Span] = []
    unread = 0
    for series in _series(calendars):
        found = _spans_of(series, within, zone)
        if found is None:
            unread += 1
        else:
            spans += found
    return Busy(tuple(sorted(spans, key=lambda span: span.start)), unread)


def _calendars(content: bytes) -> "list[Component] | None":
    from icalendar import Calendar  # noqa: PLC0415 - slow to load

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(Calendar.from_ical(content, multiple=True))
    except Exception:  # noqa: BLE001 - the library raises a dozen kinds on broken files
        return None


def _series(calendars: "list[Component]") -> "Iterator[Calendar]":
    """Yield a calendar for each event, so that a broken one cannot spoil all."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to load

    for calendar in calendars:
        if calendar.name != "VCALENDAR":
            continue
        by_uid: dict[str, list[Component]] = defaultdict(list)
        events = calendar.walk("VEVENT")[:_MOST_EVENTS]
        for place, event in enumerate(events):
            by_uid[str(event.get("UID") or place)].append(event)
        zones = calendar.walk("VTIMEZONE")
        for same in by_uid.values():
            alone = Calendar()
            alone.add("PRODID", "-//Onward//")
            alone.add("VERSION", "2.0")
            for part in (*zones, *same):
                alone.add_component(part)
            yield alone


def _spans_of(series: "Calendar", within: Span, zone: tzinfo) -> list[Span] | None:
    import recurring_ical_events  # noqa: PLC0415 - slow to load

    if any(_is_too_often(event) for event in series.walk("VEVENT")):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            coming = recurring_ical_events.of(series).after(within.start)
            events = list(islice(_until_after(coming, within, zone), _MOST_OF_ONE))
            found = [_span_of(event, zone) for event in events if _counts(event)]
    except Exception:  # noqa: BLE001 - as above: a broken entry is counted, not raised
        return None
    return [span for span in found if span is not None and span.meets(within)]


def _until_after(
    coming: "Iterator[Event]", within: Span, zone: tzinfo
) -> "Iterator[Event]":
    """Yield events in their order until one starts after the stretch."""
    return takewhile(lambda event: _moment(event.start, zone) < within.end, coming)


def _is_too_often(event: "Component") -> bool:
    rule = event.get("RRULE")
    rules = rule if isinstance(rule, list) else [rule]
    return any(
        str(frequency).upper() in _TOO_OFTEN
        for one in rules
        if isinstance(one, dict)
        for frequency in one.get("FREQ", ())
    )


def _counts(event: "Event") -> bool:
    is_free = str(event.get("TRANSP", "")).upper() in _FREE
    return not is_free and str(event.get("STATUS", "")).upper() not in _OFF


def _span_of(event: "Event", zone: tzinfo) -> Span | None:
    if not isinstance(event.start, datetime):
        return None
    start, end = _moment(event.start, zone), _moment(event.end, zone)
    end = max(end, start + _SHORTEST)
    return Span(start, end)


def _moment(said: date, zone: tzinfo) -> datetime:
    if not isinstance(said, datetime):
        said = datetime.combine(said, time.min)
    return said if said.tzinfo else said.replace(tzinfo=zone)
