"""What is known of an ending: from the person, else from their mail, with its words."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db.models import Max

from onward.background import clock
from onward.domain.applications.state import Ending, Stage
from onward.domain.asking.window import Window, window_for_asking
from onward.domain.landing.criteria import criteria_in
from onward.domain.landing.reached import HeardHow, Reached, Seats, reached_by
from onward.domain.landing.told import NOTHING, Told, told_in
from onward.domain.landing.walk import Screen, walk
from onward.journey.applications.models import Application, Event
from onward.journey.mail.models import Message
from onward.journey.outcome.landing import Account, landing_of
from onward.journey.outcome.models import Landing, Outcome
from onward.journey.outcome.queries import is_met

# What the person ended themselves, and an offer taken, is no no.
TAKEN_IN = frozenset({Ending.REJECTED, Ending.OFFER_WITHDRAWN, Ending.SILENT})


@dataclass(frozen=True, slots=True)
class Known:
    """An ending with all that is known of it; `now` is where the person lives."""

    application: Application
    outcome: Outcome
    landing: Landing
    message: Message | None
    told: Told
    window: Window | None
    now: datetime

    @property
    def today(self) -> date:
        """The date where the person lives."""
        return self.now.date()

    @property
    def heard_on(self) -> date:
        """The day they heard, or from which on silence counts."""
        return self.outcome.learned_at.astimezone(self.now.tzinfo).date()

    @property
    def silent_since(self) -> datetime | None:
        """The last that was heard or done, where only silence came after it."""
        if self.outcome.ending != Ending.SILENT:
            return None
        mine = Event.objects.of(self.application.person)
        history = mine.history_of(self.application)
        before = history.filter(happened_at__lt=self.outcome.learned_at)
        last: datetime | None = before.aggregate(at=Max("happened_at"))["at"]
        return last

    @property
    def account(self) -> Account:
        """How it ended: as the person says, else as it was read."""
        return _own(self.landing) if self.landing.told_at else _read(self)

    @property
    def criteria(self) -> tuple[str, ...]:
        """What the advert asks for, in its words."""
        return tuple(one.text for one in criteria_in(self.application.advert))

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The screens of the walk."""
        return walk(has_criteria=bool(self.criteria))

    @property
    def is_met(self) -> bool:
        """Whether somebody there has met them."""
        return bool(self.application.interviews) or is_met(self.outcome)


def known_of(application: Application) -> Known | None:
    """Return what is known of how an application ended; None if there is no no."""
    if application.ending not in TAKEN_IN:
        return None
    outcome = (
        Outcome.objects.of(application.person)
        .select_related("event")
        .ending(application)
    )
    if outcome is None:
        return None
    now = clock.now().astimezone(clock.zone_of(application.person))
    message = _message(outcome)
    text = message.shown_text if message else ""
    sent_at = message.sent_at if message and message.sent_at else outcome.learned_at
    sent_on = sent_at.astimezone(now.tzinfo).date()
    return Known(
        application=application,
        outcome=outcome,
        landing=landing_of(outcome),
        message=message,
        told=told_in(text, sent_on) if text else NOTHING,
        window=window_for_asking(text, sent_on, outcome.feedback_offered)
        if text
        else None,
        now=now,
    )


def _message(outcome: Outcome) -> Message | None:
    name, _sign, pk = outcome.event.message_key.partition(":")
    if name != "message":
        return None
    mine = Message.objects.of(outcome.person_id).filter(forgotten_at=None)
    return mine.filter(pk=int(pk)).first()


def _own(landing: Landing) -> Account:
    return Account(**{one.name: getattr(landing, one.name) for one in fields(Account)})


def _read(known: Known) -> Account:
    outcome, told = known.outcome, known.told
    details = known.message.details if known.message else {}
    silent = outcome.ending == Ending.SILENT
    heard = HeardHow.NOT_TOLD if silent else HeardHow.MAIL if known.message else ""
    return Account(
        heard_how=heard,
        reached=reached_by(
            Stage(outcome.stage or Stage.APPLIED),
            known.application.interviews,
            str(details.get("stage", "")),
        ),
        reason=outcome.reason,
        interviewed=told.interviewed,
        seats=Seats.PANEL if told.panel_said else "",
        reserve_until=told.reserve_until,
        feedback_until=known.window.until if known.window else None,
    )


def reached_of(known: Known) -> Reached:
    """Return how far it came."""
    return Reached(known.account.reached or Reached.APPLICATION)
