"""The request from the first thought to the letter: facts, choices, and the text."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from onward.background.clock import now, today, zone_of
from onward.domain.applications.events import EventKind
from onward.domain.applications.state import Ending, Stage
from onward.domain.asking.decision import Facts
from onward.domain.asking.policy import rule_against_feedback
from onward.domain.asking.window import Window, window_for_asking
from onward.domain.letters.feedback_request import (
    Ask,
    Channel,
    Choices,
    Letter,
    Offered,
    feedback_request,
)
from onward.domain.letters.locales import Locale
from onward.domain.letters.manner import Manner, manner_of
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application, Event
from onward.journey.feedback.models import FeedbackRequest, Slot
from onward.journey.feedback.people import people_to_ask
from onward.journey.mail.models import Message
from onward.journey.outcome.models import Landing, Outcome
from onward.journey.outcome.queries import is_met

State = FeedbackRequest.State
_CALL_WORDS = ("call", "phone", "ring", "talk", "chat", "speak")
# Enough of a person's own mail to know how they greet and close.
_MOST_OWN_LETTERS = 40


def current_request(application: Application) -> FeedbackRequest | None:
    """Return the latest request about an application, or None before the first."""
    requests = FeedbackRequest.objects.of(application.person_id)
    return requests.filter(application=application).order_by("-begun_at", "-pk").first()


def request_for(application: Application) -> FeedbackRequest:
    """Return the request that is being written; a new one is not stored yet."""
    found = current_request(application)
    if found is not None and found.state != State.CLOSED:
        return found
    no = message_of_the_no(application)
    best = next(iter(people_to_ask(application)), None)
    outcome = Outcome.objects.of(application.person_id).ending(application)
    window = _window(no, outcome)
    return FeedbackRequest(
        person_id=application.person_id,
        application=application,
        answers=no,
        to_name=best.known.name if best else "",
        to_address=best.known.address if best else "",
        window_until=window.until if window else None,
        begun_at=now(),
    )


@transaction.atomic
def begin_request(*, application: Application) -> FeedbackRequest:
    """Return the request that is being written, stored from now on."""
    locked = Application.objects.select_for_update().get(pk=application.pk)
    request = request_for(locked)
    if request.pk is None:
        request.save()
    return request


def message_of_the_no(application: Application) -> Message | None:
    """Return the mail that told the ending, or None where it came another way."""
    outcome = Outcome.objects.of(application.person_id).ending(application)
    if outcome is None:
        return None
    mine = Message.objects.of(application.person_id)
    return mine.filter(filings__event=outcome.event, filings__ended_at=None).first()


def _window(no: Message | None, outcome: Outcome | None) -> Window | None:
    if no is None or no.sent_at is None:
        return None
    offered = outcome.feedback_offered if outcome else ""
    return window_for_asking(no.shown_text, no.sent_at.date(), offered)


def facts_about(application: Application) -> Facts:
    """Return what is known when somebody wonders whether to ask."""
    outcome = Outcome.objects.of(application.person_id).ending(application)
    no = message_of_the_no(application)
    text = no.shown_text if no else ""
    rule = rule_against_feedback(text)
    window = _window(no, outcome)
    request = current_request(application)
    return Facts(
        today=today(application.person),
        ending=Ending(application.ending or Ending.SILENT),
        stage=Stage(application.stage),
        interviews=application.interviews or int(bool(outcome and is_met(outcome))),
        reason=outcome.reason if outcome else "",
        given=outcome.feedback_given if outcome else "",
        offered=outcome.feedback_offered if outcome else "",
        rule=rule.quote if rule else "",
        window_until=window.until if window else None,
        window_said=window.said.quote if window else "",
        people=len(people_to_ask(application)),
        feeling=_feeling(outcome),
        was_asked=bool(request and request.asked_at),
        ended_on=_day(application, application.ended_at),
    )


def _feeling(outcome: Outcome | None) -> int | None:
    if outcome is None:
        return None
    landing = Landing.objects.filter(outcome=outcome).first()
    return landing.feeling if landing else None


def _day(application: Application, moment: datetime | None) -> date | None:
    if moment is None:
        return None
    return moment.astimezone(zone_of(application.person)).date()


@transaction.atomic
def keep_choices(*, request: FeedbackRequest, **chosen: Any) -> FeedbackRequest:
    """Keep what the person picked so far, such as asks, detail or channel."""
    request.choices = {**request.choices, **chosen}
    request.save(update_fields=["choices"])
    return request


def choices_of(request: FeedbackRequest) -> Choices:
    """Return what the letter is made of: what was picked, and what is known."""
    picked, application = request.choices, request.application
    asks = [Ask(ask) for ask in picked.get("asks", [Ask.CHANGE])]
    return Choices(
        contact=picked.get("contact", first_name(request.to_name)),
        person=picked.get("person", own_name(application)),
        role=application.role,
        employer=application.employer.root.name,
        asks=tuple(asks),
        detail=picked.get("detail", ""),
        criterion=picked.get("criterion", ""),
        met_on=_last_met(application),
        channel=Channel(picked.get("channel", Channel.LINES)),
        slots=tuple(slot.moment for slot in offered_slots(request)),
        offered=offered_by(application),
        interested=bool(picked.get("interested", False)),
        locale=Locale(picked.get("locale", Locale.UK)),
        manner=_manner(request),
        their_subject=request.answers.subject if request.answers else "",
        phone=picked.get("phone", ""),
    )


def offered_slots(request: FeedbackRequest) -> list[Slot]:
    """Return the times offered so far; none before the request is stored."""
    if request.pk is None:
        return []
    slots = Slot.objects.filter(request=request, state=Slot.State.OFFERED)
    return list(slots.order_by("starts_at", "pk"))


def letter_for(request: FeedbackRequest) -> Letter:
    """Return the letter these choices make; what was written over it is kept apart."""
    return feedback_request(choices_of(request))


def offered_by(application: Application) -> Offered:
    """Return what the employer offered in the mail that told the ending."""
    outcome = Outcome.objects.of(application.person_id).ending(application)
    offer = outcome.feedback_offered.lower() if outcome else ""
    if not offer:
        return Offered.NOTHING
    is_call = any(word in offer for word in _CALL_WORDS)
    return Offered.CALL if is_call else Offered.FEEDBACK


def _last_met(application: Application) -> date | None:
    kinds = [EventKind.INTERVIEW_HELD, EventKind.INTERVIEW_SCHEDULED]
    met = Event.objects.of(application.person_id).history_of(application)
    until = application.ended_at or now()
    last = met.filter(kind__in=kinds, happened_at__lte=until, superseded_by=None)
    found = last.order_by("-happened_at", "-pk").first()
    return _day(application, found.happened_at) if found else None


def _manner(request: FeedbackRequest) -> Manner:
    """Return the person's own way of writing, unless they picked another."""
    picked = request.choices.get("manner")
    return Manner(**picked) if picked else own_manner(request.application)


def own_manner(application: Application) -> Manner:
    """Return how the person writes, by their own mail about the search."""
    mine = Message.objects.of(application.person_id).filter(own=True)
    follow_ups = mine.filter(meaning=Meaning.FOLLOW_UP).order_by("-sent_at", "-pk")
    texts = follow_ups.values_list("shown_text", flat=True)[:_MOST_OWN_LETTERS]
    return manner_of([text.partition("\n\n")[2] for text in texts])


def manner_to_keep(manner: Manner) -> dict[str, Any]:
    """Return a manner as plain values for `keep_choices`."""
    return asdict(manner)


def first_name(name: str) -> str:
    """Return what somebody is called; "Nair, Priya" is Priya too."""
    last, comma, first = name.partition(",")
    words = (first if comma and first.strip() else last).split()
    return words[0] if words else ""


def own_name(application: Application) -> str:
    """Return the name the person signs with, by their own mail; empty if unknown."""
    person = application.person
    if person.first_name:
        return str(person.first_name)
    own = Message.objects.of(person).filter(own=True).exclude(sender_name="")
    name = own.order_by("-sent_at", "-pk").values_list("sender_name", flat=True).first()
    return first_name(name or "")
