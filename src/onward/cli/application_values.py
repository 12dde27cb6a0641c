"""The applications as plain values, for programs and for the tables beside."""

from collections import Counter
from datetime import datetime, tzinfo
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce

from onward.background import clock
from onward.domain.applications.counting import in_force
from onward.domain.applications.events import EventKind
from onward.domain.applications.line import Lacking, understand
from onward.domain.errors import OnwardError
from onward.journey.applications.adding import add_told
from onward.journey.applications.models import Application, Contact, Event, Round
from onward.journey.applications.queries import (
    EVERY,
    Asked,
    employer_names,
    history_of,
    people_at,
    rounds_of,
)
from onward.journey.applications.queries import listed as asked_for
from onward.journey.mail.models import Filing
from onward.journey.outcome.models import Outcome
from onward.journey.people.models import Person

Plain = dict[str, Any]
_QUESTIONS = {
    Lacking.EMPLOYER: "Which employer was it? Name it in the line.",
    Lacking.ROLE: "Which role was it? Name it in the line.",
    Lacking.DAY: "That day has not come yet. When did you apply?",
}


class NoSuchApplicationError(OnwardError):
    """There is no application with this number. The list tells the numbers."""


class LineLacksError(OnwardError):
    """Something is missing in the line."""


def listed(status: str, words: str, *, also_put_away: bool) -> list[Plain]:
    """Return the applications asked for, each as plain values."""
    person = Person.objects.local()
    now = clock.now()
    standing = status or (EVERY if also_put_away else "")
    found = asked_for(person, Asked(words=words, standing=standing), now)
    letters = _letters(person)
    here = now.astimezone(clock.zone_of(person))
    return [_row(application, letters, here) for application in found.iterator(500)]


def whole(number: int) -> Plain:
    """Return one application with its history, rounds, people and outcome."""
    person = Person.objects.local()
    rows = Application.objects.of(person).with_employer().select_related("person")
    application = rows.filter(pk=number).first()
    if application is None:
        raise NoSuchApplicationError
    if application.merged_into_id:
        return whole(application.merged_into_id)
    zone = clock.zone_of(person)
    events = history_of(application)
    standing = {one.id for one in in_force(event.happened for event in events)}
    employers = [application.employer.root]
    outcome = Outcome.objects.of(person).ending(application)
    return _row(application, _letters(person), clock.now().astimezone(zone)) | {
        "place": application.place,
        "agency": application.agency,
        "channel": application.channel,
        "channel_said": application.channel_said,
        "link": application.link,
        "note": application.note,
        "put_away": application.archived_at is not None,
        "events": [
            _event(event, zone, counts=event.pk in standing)
            for event in sorted(events, key=lambda event: (event.happened_at, event.pk))
            if event.kind != EventKind.RETRACTED
        ],
        "rounds": [_round(one, zone) for one in rounds_of(application)],
        "contacts": [_contact(one) for one in people_at(employers)],
        "outcome": _outcome(outcome, zone) if outcome else None,
    }


def add(line: str) -> Plain:
    """Add what a line tells, and return it as it then stands."""
    person = Person.objects.local()
    told = understand(line, clock.today(person), employer_names(person))
    if told.lacking:
        raise LineLacksError(_QUESTIONS[told.lacking[0]])
    return whole(add_told(person=person, told=told).pk)


def _letters(person: Person) -> Counter[int]:
    """Count the mail filed under each application or what was merged into it."""
    filed = Filing.objects.of(person).filter(ended_at=None)
    where = Coalesce(F("application__merged_into_id"), F("application_id"))
    pairs = filed.values_list(where, "message_id").distinct()
    return Counter(application for application, _ in pairs)


def _row(application: Application, letters: Counter[int], now: datetime) -> Plain:
    state = application.state_at(now)
    zone = now.tzinfo
    still = "quiet" if state.is_quiet(now) else "open"
    return {
        "id": application.pk,
        "employer": application.employer.root.name,
        "role": application.role,
        "stage": state.stage,
        "status": "closed" if state.ending else still,
        "ending": state.ending,
        "applied_on": _day(state.applied_at, zone),
        "last_on": _day(state.last_at, zone),
        "next_on": _day(state.next_at, zone),
        "interviews": state.interviews,
        "messages": letters[application.pk],
    }


def _event(event: Event, zone: tzinfo | None, *, counts: bool) -> Plain:
    return {
        "id": event.pk,
        "kind": event.kind,
        "on": _day(event.happened_at, zone),
        "at": _moment(event.happened_at, zone) if event.has_time else None,
        "source": event.source,
        "confidence": event.confidence,
        "said": event.said,
        "quote": event.quote,
        "message": _message(event.message_key),
        "supersedes": event.supersedes_id,
        "counts": counts,
    }


def _message(key: str) -> int | None:
    number = key.removeprefix("message:")
    return int(number) if number.isdecimal() else None


def _round(one: Round, zone: tzinfo | None) -> Plain:
    return {
        "starts_at": _moment(one.starts_at, zone),
        "format": one.format,
        "panel": one.panel,
        "place": one.place,
        "said": one.said,
    }


def _contact(one: Contact) -> Plain:
    return {"name": one.name, "address": one.address, "part": one.part}


def _outcome(one: Outcome, zone: tzinfo | None) -> Plain:
    return {
        "ending": one.ending,
        "stage": one.stage,
        "on": _day(one.learned_at, zone),
        "words": one.words,
        "reason": one.reason,
        "feedback_given": one.feedback_given,
        "feedback_offered": one.feedback_offered,
    }


def _day(moment: datetime | None, zone: tzinfo | None) -> str | None:
    return moment.astimezone(zone).date().isoformat() if moment else None


def _moment(moment: datetime | None, zone: tzinfo | None) -> str | None:
    return moment.astimezone(zone).isoformat() if moment else None
