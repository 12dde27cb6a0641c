"""The private calendar: everything with a date, changed in place when it changes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from onward.domain.meetings.invitations import Meeting, calendar_feed
from onward.journey.feedback.invitations import feed_behind
from onward.journey.people.models import Person
from onward.journey.preparation.entries import entries_of
from onward.journey.preparation.models import CalendarEntry

_NAME = "Onward"
# A calendar that is asked more seldom than this was not asked for.
_TOLD_AS_GONE = timedelta(days=60)


def feed_content(token: str) -> bytes | None:
    """Return the calendar behind a token, or None when it opens nothing."""
    feed = feed_behind(token)
    return content_for(feed.person) if feed else None


def content_for(person: Person) -> bytes:
    """Return the person's calendar as a file."""
    at = now()
    return calendar_feed(told(person=person, at=at), at, _NAME)


@transaction.atomic
def told(*, person: Person, at: datetime) -> list[Meeting]:
    """Return all entries with their numbers, and remember what was told.

    What changed since it was told last has a higher number; what fell away is told as
    cancelled for a while.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    known = {row.uid: row for row in CalendarEntry.objects.of(person)}
    meetings = [_numbered(one, known.get(one.uid)) for one in entries_of(person)]
    _remember(person, meetings, known)
    present = {one.uid for one in meetings}
    gone = [row for uid, row in known.items() if uid not in present]
    return [*meetings, *_cancelled(gone, at)]


def _numbered(meeting: Meeting, row: CalendarEntry | None) -> Meeting:
    if row is None:
        return meeting
    is_same = row.digest == _digest(meeting) and row.gone_at is None
    number = row.sequence if is_same else row.sequence + 1
    return replace(meeting, sequence=max(meeting.sequence, number))


def _remember(
    person: Person, meetings: Iterable[Meeting], known: dict[str, CalendarEntry]
) -> None:
    rows = [
        CalendarEntry(
            person=person,
            uid=one.uid,
            digest=_digest(one),
            sequence=one.sequence,
            content=_content(one),
        )
        for one in meetings
        if not _is_known(one, known.get(one.uid))
    ]
    CalendarEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["person", "uid"],
        update_fields=["digest", "sequence", "content", "gone_at"],
    )


def _is_known(meeting: Meeting, row: CalendarEntry | None) -> bool:
    if row is None or row.gone_at is not None:
        return False
    return (row.digest, row.sequence) == (_digest(meeting), meeting.sequence)


def _cancelled(gone: list[CalendarEntry], at: datetime) -> list[Meeting]:
    fresh = [row for row in gone if row.gone_at is None]
    for row in fresh:
        row.gone_at, row.sequence = at, row.sequence + 1
    CalendarEntry.objects.bulk_update(fresh, ["gone_at", "sequence"])
    old = [row.pk for row in gone if row.gone_at and at - row.gone_at > _TOLD_AS_GONE]
    CalendarEntry.objects.filter(pk__in=old).delete()
    return [_as_cancelled(row) for row in gone if row.pk not in old]


def _digest(meeting: Meeting) -> str:
    """Return what stays the same while an entry does; its number is no part of it."""
    return sha256(repr(replace(meeting, sequence=0)).encode()).hexdigest()


def _content(meeting: Meeting) -> dict[str, Any]:
    return {
        "title": meeting.title,
        "starts_at": meeting.starts_at.isoformat(),
        "minutes": meeting.length // timedelta(minutes=1),
        "is_all_day": meeting.is_all_day,
    }


def _as_cancelled(row: CalendarEntry) -> Meeting:
    content = row.content
    return Meeting(
        uid=row.uid,
        sequence=row.sequence,
        title=content["title"],
        starts_at=datetime.fromisoformat(content["starts_at"]),
        length=timedelta(minutes=content["minutes"]),
        is_cancelled=True,
        is_all_day=content["is_all_day"],
    )
