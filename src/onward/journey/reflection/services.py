"""Keeping what the person writes of an interview, locked, one screen at a time.

Whoever keeps a screen twice keeps it once: each replaces its own part and no other.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from onward.background import clock
from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind, Source
from onward.domain.applications.state import Stage
from onward.domain.errors import OnwardError
from onward.domain.reflection.account import LongPart, marks_moved
from onward.domain.reflection.passes import has_paused, is_new_sitting
from onward.domain.reflection.walk import MEANING, Screen
from onward.journey.applications.models import Application, Event, Round
from onward.journey.applications.services import record_event
from onward.journey.outcome.models import Outcome
from onward.journey.people.sealing import seal
from onward.journey.reflection.finding import keep_findable
from onward.journey.reflection.models import Reflection
from onward.journey.reflection.reading import Account, account_of

SUREST = 100
LONGEST_WRITER = 40


class GuessGivenError(OnwardError):
    """Your guess is kept as you gave it. It cannot be changed any more."""


class OutcomeKnownError(OnwardError):
    """The answer is known already, so there is nothing left to guess."""


class NothingToKeepError(OnwardError):
    """Write down one thing to keep first. Then comes what to change."""


def reflection_of(of: Round) -> Reflection:
    """Return what was written of an interview; not saved before something is kept."""
    found: Reflection | None = getattr(of, "reflection", None)
    return found or Reflection(
        person_id=of.person_id,
        application_id=of.application_id,
        round=of,
        held_at=of.starts_at,
        begun_at=clock.now(),
    )


def may_guess(application: Application) -> bool:
    """Tell whether nobody knows the outcome yet."""
    return not application.ending and application.stage != Stage.OFFER


@transaction.atomic
def keep_facts(*, of: Round, screen: Screen, **parts: Any) -> Account:
    """Keep parts of the facts: `questions`, `around` or `feelings`."""
    row = _sat_down(of, screen)
    before = account_of(row)
    facts = replace(before.facts, **parts)
    row.facts = _locked(row, facts.plain)
    if before.meaning.marks:
        marks = marks_moved(
            before.meaning.marks, before.facts.questions, facts.questions
        )
        row.meaning = _locked(row, replace(before.meaning, marks=marks).plain)
    return _kept(row, "facts", "meaning")


@transaction.atomic
def keep_meaning(*, of: Round, screen: Screen, **parts: Any) -> Account:
    """Keep parts of the meaning; a change needs one thing to keep beside it."""
    row = _sat_down(of, screen)
    meaning = replace(account_of(row).meaning, **parts)
    if meaning.change and not meaning.keep:
        raise NothingToKeepError
    row.meaning = _locked(row, meaning.plain)
    return _kept(row, "meaning")


@transaction.atomic
def keep_long_form(*, of: Round, parts: Mapping[LongPart, str]) -> Account:
    """Keep the long form."""
    row = _sat_down(of, Screen.LONG)
    written = {part.value: words for part, words in parts.items() if words}
    row.long_form = _locked(row, written) if written else b""
    return _kept(row, "long_form")


@transaction.atomic
def give_guess(*, of: Round, guess: int) -> Account:
    """Keep how sure of an offer the person is, from 0 to 100, once and for good."""
    row = _sat_down(of, Screen.GUESS)
    if row.guess_at:
        if account_of(row).guess == guess:
            return account_of(row)
        raise GuessGivenError
    whole = row.application.merged_into or row.application
    if not may_guess(whole):
        raise OutcomeKnownError
    row.guess = _locked(row, max(0, min(SUREST, guess)))
    row.guess_at = clock.now()
    return _kept(row, "guess", "guess_at")


@transaction.atomic
def finish_facts(*, of: Round) -> Reflection:
    """Keep that the facts are told; that the interview took place is known with it."""
    row = _sat_down(of, Screen.KEPT)
    row.facts_at = row.facts_at or clock.now()
    row.save(update_fields=["facts_at"])
    _say_it_was_held(of)
    return row


@transaction.atomic
def finish_meaning(*, of: Round) -> Reflection:
    """Keep that the person has looked back on it to the end."""
    row = _sat_down(of, Screen.DONE)
    row.meaning_at = row.meaning_at or clock.now()
    row.save(update_fields=["meaning_at"])
    whole = row.application.merged_into or row.application
    outcome = Outcome.objects.of(row.person).ending(whole)
    if outcome and outcome.reflected_at is None:
        outcome.reflected_at = clock.now()
        outcome.save(update_fields=["reflected_at"])
    return row


def note_writer(*, of: Round, writer: str) -> None:
    """Keep which open page wrote last, so that what it sends again is known as its."""
    Reflection.objects.filter(round=of).update(writer=writer[:LONGEST_WRITER])


def _sat_down(of: Round, screen: Screen) -> Reflection:
    """Return the reflection to be changed, held till then, and where they are in it."""
    now = clock.now()
    fresh = reflection_of(of)
    Reflection.objects.get_or_create(
        round=of,
        defaults={
            "person_id": fresh.person_id,
            "application_id": fresh.application_id,
            "held_at": fresh.held_at,
            "begun_at": now,
        },
    )
    row = Reflection.objects.select_for_update().get(round=of)
    _note_sitting(row, screen, now)
    if not of.is_written_of:
        of.is_written_of = True
        of.save(update_fields=["is_written_of"])
    return row


def _note_sitting(row: Reflection, screen: Screen, now: datetime) -> None:
    if has_paused(row.touched_at, now):
        row.sat_at = now
    # Of a sitting that began with the facts the meaning is the first pass, too.
    is_fresh = is_new_sitting(row.touched_at, now) or not row.meaning
    row.passes += is_fresh and screen in {*MEANING, Screen.MOOD}
    row.touched_at, row.screen = now, screen.value
    row.save(update_fields=["sat_at", "touched_at", "screen", "passes"])


def _locked(row: Reflection, plain: Any) -> bytes:
    return seal(row.person, json.dumps(plain, ensure_ascii=False).encode())


def _kept(row: Reflection, *names: str) -> Account:
    row.save(update_fields=list(names))
    account = account_of(row)
    if row.is_findable:
        keep_findable(account)
    return account


def _say_it_was_held(of: Round) -> None:
    """Record that a planned interview took place, unless that is known."""
    planned = of.event
    is_plan = planned and planned.kind == EventKind.INTERVIEW_SCHEDULED
    if not (planned and is_plan) or planned.happened_at > clock.now():
        return
    if _is_known_as_held(planned, of):
        return
    record_event(
        application=of.application,
        kind=EventKind.INTERVIEW_HELD,
        happened_at=planned.happened_at,
        source=Source.PERSON,
        has_time=planned.has_time,
    )


def _is_known_as_held(planned: Event, of: Round) -> bool:
    zone = clock.zone_of(of.person)
    day = planned.happened_at.astimezone(zone).date()
    whole = of.application.merged_into or of.application
    rows = Event.objects.history_of(whole)
    held = (
        one
        for one in counting(row.happened for row in rows)
        if one.kind is EventKind.INTERVIEW_HELD
    )
    return any(one.happened_at.astimezone(zone).date() == day for one in held)
