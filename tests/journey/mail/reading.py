"""Reads mailboxes in tests, and says all that came of it."""

from pathlib import Path
from typing import Any

from onward.journey.applications.models import Application, Event, Passage, Round
from onward.journey.mail.importing import Pace, read_import
from onward.journey.mail.models import Filing, Import, Message, Seen
from onward.journey.mail.services import give_mailbox
from onward.journey.outcome.models import Outcome
from onward.journey.people.models import Person


def in_small_steps() -> Pace:
    """Return a pace that files after every few messages."""
    return Pace(at_once=7, first_filing=0.0, between_filings=0.0)


def in_two_looks() -> Pace:
    """Return a pace that reads even a small mailbox in two looks, in small steps."""
    return Pace(
        at_once=7, first_filing=0.0, between_filings=0.0, two_looks_from=0, beside=0
    )


def give(path: Path) -> Import:
    """Give a mailbox to be read here."""
    person = Person.objects.local()
    return give_mailbox(person=person, path=path, is_read_here=True)


def read(path: Path, pace: Pace | None = None) -> Import:
    """Read a mailbox to its end."""
    reading = give(path)
    read_import(reading.pk, pace=pace)
    reading.refresh_from_db()
    return reading


def begin_anew() -> None:
    """Leave nothing of what was read."""
    Application.objects.all().delete()
    Person.objects.all().delete()


def all_that_is_known() -> dict[str, Any]:
    """Return the person's pipeline as plain values that no row number is part of."""
    return {
        "applications": sorted(map(_application, Application.objects.all()), key=repr),
        "messages": sorted(map(_message, Message.objects.all()), key=repr),
        "seen": sorted((bytes(s.digest).hex(), s.chance) for s in Seen.objects.all()),
        "passages": sorted(Passage.objects.values_list("text", flat=True)),
    }


def _application(application: Application) -> dict[str, Any]:
    names = {message.key: message.message_id for message in Message.objects.all()}
    events = Event.objects.filter(application=application)
    filings = Filing.objects.filter(application=application)
    outcomes = Outcome.objects.filter(application=application)
    return {
        "employer": (application.employer.name, application.employer.domain),
        "role": (application.role, application.agency),
        "stage": (application.stage, application.ending, application.interviews),
        "events": sorted(
            (e.happened_at, e.kind, e.source, e.quote, names.get(e.message_key, ""))
            for e in events
        ),
        "superseded": sorted(
            (e.supersedes.happened_at, e.happened_at) for e in events if e.supersedes
        ),
        "filed": sorted(
            (f.message.message_id, f.confidence, f.is_meant, f.ended_at, bool(f.event))
            for f in filings
        ),
        "outcomes": sorted((o.ending, o.stage, o.words, o.reason) for o in outcomes),
        "rounds": sorted(
            str(r.starts_at) for r in Round.objects.filter(application=application)
        ),
    }


def _message(message: Message) -> tuple[Any, ...]:
    return (
        message.message_id,
        message.subject,
        message.meaning,
        message.own,
        message.state,
        message.why,
        len(message.choices),
        message.settled_at is not None,
    )
