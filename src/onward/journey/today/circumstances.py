"""What is known about the few steps that were chosen, read in a handful of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from onward.domain.today.steps import Candidate, Kind
from onward.journey.applications.models import Application, Event, Round
from onward.journey.mail.models import Message
from onward.journey.mailboxes.models import ConnectedMailbox
from onward.journey.outcome.models import Outcome
from onward.journey.people.models import Person

_WITH_ROUND = frozenset({Kind.SOON, Kind.INTERVIEW, Kind.REFLECT})
_WITH_OUTCOME = frozenset({Kind.ANSWER, Kind.EARLY_ANSWER, Kind.ASK})


@dataclass(frozen=True, slots=True)
class Step:
    """A chosen step with what it is about, as far as there is such a thing."""

    candidate: Candidate
    application: Application | None = None
    outcome: Outcome | None = None
    round: Round | None = None
    event: Event | None = None
    message: Message | None = None
    mailbox: ConnectedMailbox | None = None


def with_circumstances(person: Person, chosen: Iterable[Candidate]) -> list[Step]:
    """Return the steps with what is known about each, in the same order."""
    steps = list(chosen)
    pks = {step.application for step in steps if step.application}
    applications = (
        Application.objects.of(person).with_employer().in_bulk(pks) if pks else {}
    )
    return [
        Step(step, mailbox=_mailbox(person, step))
        if step.kind is Kind.MAILBOX
        else _step(step, applications.get(step.application or 0))
        for step in steps
    ]


def _mailbox(person: Person, candidate: Candidate) -> ConnectedMailbox | None:
    pk = int(candidate.mark.partition("-")[0])
    return ConnectedMailbox.objects.of(person).filter(pk=pk).first()


def _step(candidate: Candidate, application: Application | None) -> Step:
    if application is None:
        return Step(candidate)
    outcome = event = None
    if candidate.kind in _WITH_OUTCOME:
        outcome = _ended(application)
        event = outcome.event if outcome else None
    elif candidate.kind is Kind.ASSESSMENT:
        event = Event.objects.history_of(application).get(pk=int(candidate.mark))
    return Step(
        candidate=candidate,
        application=application,
        outcome=outcome,
        round=_round(candidate, application),
        event=event,
        message=_message(application, event) if event else None,
    )


def _ended(application: Application) -> Outcome | None:
    mine = Outcome.objects.of(application.person_id)
    return mine.select_related("event").ending(application)


def _round(candidate: Candidate, application: Application) -> Round | None:
    if candidate.kind not in _WITH_ROUND:
        return None
    whole = Q(application=application) | Q(application__merged_into=application)
    mine = Round.objects.of(application.person_id)
    at_that_time = mine.filter(whole, starts_at=candidate.at)
    return at_that_time.select_related("event").first()


def _message(application: Application, event: Event) -> Message | None:
    """Return the message an event is known from."""
    name, _, pk = event.message_key.partition(":")
    if name != "message":
        return None
    return Message.objects.of(application.person_id).filter(pk=int(pk)).first()
