"""A made-up search far larger than anybody's: to see that pages stay quick.

The words are made of syllables; only sizes and counts are like those of real mail.
"""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from onward.background import clock
from onward.domain.applications.channel import Channel
from onward.domain.applications.events import EventKind, Source
from onward.domain.applications.state import ENDED, state_of
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.indexing import index_all
from onward.journey.applications.models import (
    Application,
    Employer,
    Event,
    Passage,
    Round,
)
from onward.journey.applications.search import words_of
from onward.journey.applications.services import derived, key_of
from onward.journey.mail.models import Filing, Message
from onward.journey.outcome.models import Outcome
from onward.journey.people.models import Person

ROLES = ("Analyst", "Cook", "Nurse", "Driver", "Teacher", "Clerk", "Designer", "Welder")
STEPS = (
    (EventKind.ACKNOWLEDGED, 0.8),
    (EventKind.ASSESSMENT, 0.15),
    (EventKind.INVITED, 0.3),
    (EventKind.INTERVIEW_SCHEDULED, 0.28),
    (EventKind.INTERVIEW_HELD, 0.25),
    (EventKind.WROTE, 0.3),
    (EventKind.HEARD, 0.3),
)
LAST = (
    (EventKind.REJECTED, 0.45),
    (EventKind.CLOSED_SILENT, 0.25),
    (EventKind.OFFER, 0.03),
    (EventKind.WITHDRAWN, 0.05),
)
SYLLABLES = ("an", "bel", "cor", "dan", "el", "far", "gos", "hin", "ist", "jor", "kal")
CHUNK = 5_000


class MadeUp:
    """Makes the search; everything hangs on one seed."""

    def __init__(self, applications: int, messages: int, seed: int = 7) -> None:
        self.chance = Random(seed)  # noqa: S311 - made-up words
        self.person = Person.objects.local()
        self.now = clock.now()
        self.applications, self.messages = applications, messages
        self.words = [self._word() for _ in range(4_000)]
        self.paragraphs = [self._paragraph() for _ in range(400)]

    def make(self) -> None:
        """Make everything, in a few large transactions."""
        with transaction.atomic():
            applications = self._applications(self._employers())
            self._histories(applications)
        for first in range(0, len(applications), CHUNK):
            with transaction.atomic():
                index_all(applications[first : first + CHUNK])
        for first in range(0, self.messages, CHUNK):
            with transaction.atomic():
                self._mail(applications, first, min(CHUNK, self.messages - first))

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 3)))

    def _rare(self, number: int) -> str:
        """Return a word that one message in five hundred holds."""
        return " marmalade" if number % 500 == 0 else ""

    def _paragraph(self) -> str:
        return " ".join(self.chance.choices(self.words, k=self.chance.randint(40, 120)))

    def _employers(self) -> list[Employer]:
        names = [
            f"{self.chance.choice(self.words).title()} {number}"
            for number in range(self.applications * 2 // 5)
        ]
        rows = [Employer(person=self.person, name=n, key=key_of(n)) for n in names]
        return Employer.objects.bulk_create(rows)

    def _applications(self, employers: list[Employer]) -> list[Application]:
        rows = [
            Application(
                person=self.person,
                employer=self.chance.choice(employers),
                role=f"{self._word()} {self.chance.choice(ROLES)}".title(),
                channel=self.chance.choice([*Channel, ""]),
                added_at=self.now,
            )
            for _ in range(self.applications)
        ]
        return Application.objects.bulk_create(rows)

    def _histories(self, applications: list[Application]) -> None:
        made = [event for one in applications for event in self._events(one)]
        events = Event.objects.bulk_create(made)
        by_row: dict[int, list[Event]] = {}
        for event in events:
            by_row.setdefault(event.application_id, []).append(event)
        for one in applications:
            happened = (event.happened for event in by_row[one.pk])
            for name, value in derived(state_of(happened, self.now)).items():
                setattr(one, name, value)
        fields = list(derived(state_of((), self.now)))
        Application.objects.bulk_update(applications, fields, batch_size=500)
        self._rounds_and_outcomes(events)

    def _events(self, one: Application) -> Iterator[Event]:
        at = self.now - timedelta(days=self.chance.uniform(0, 700))
        yield self._event(one, EventKind.APPLIED, at)
        for kind, chance in (*STEPS, *LAST):
            if self.chance.random() < chance:
                at += timedelta(days=self.chance.expovariate(1 / 9))
                if at > self.now and kind is not EventKind.INTERVIEW_SCHEDULED:
                    return
                yield self._event(one, kind, at)

    def _event(self, one: Application, kind: EventKind, at: datetime) -> Event:
        return Event(
            person=self.person,
            application=one,
            kind=kind,
            happened_at=at,
            recorded_at=self.now,
            has_time=True,
            source=Source.MESSAGE,
            confidence=0.95,
            quote=self.chance.choice(self.paragraphs)[:120],
        )

    def _rounds_and_outcomes(self, events: list[Event]) -> None:
        talks = [e for e in events if e.kind == EventKind.INTERVIEW_SCHEDULED]
        Round.objects.bulk_create(
            Round(
                person=self.person,
                application=event.application,
                event=event,
                starts_at=event.happened_at,
            )
            for event in talks
        )
        Outcome.objects.bulk_create(
            Outcome(
                person=self.person,
                application=event.application,
                event=event,
                ending=ENDED[EventKind(event.kind)],
                learned_at=event.happened_at,
                words=event.quote,
            )
            for event in events
            if event.kind in ENDED
        )

    def _mail(self, applications: list[Application], first: int, count: int) -> None:
        messages = Message.objects.bulk_create(
            [self._message(first + number) for number in range(count)], batch_size=500
        )
        places = {
            message.pk: self.chance.choice(applications)
            for message in messages
            if message.state == Message.State.FILED
        }
        Filing.objects.bulk_create(
            [
                Filing(
                    person=self.person,
                    message_id=message,
                    application=application,
                    filed_at=self.now,
                )
                for message, application in places.items()
            ],
            batch_size=500,
        )
        Passage.objects.bulk_create(
            [
                Passage(
                    person=self.person,
                    key=message.key,
                    text=" ".join(words_of(message.shown_text)),
                    application=places.get(message.pk),
                )
                for message in messages
            ],
            batch_size=100,
        )

    def _message(self, number: int) -> Message:
        subject = " ".join(self.chance.choices(self.words, k=6))
        body = "\n\n".join(self.chance.choices(self.paragraphs, k=3))
        waits = number % 100 == 0
        return Message(
            person=self.person,
            digest=secrets.token_bytes(16),
            message_id=f"<{number}@made-up.example>",
            sender_name=self.chance.choice(self.words).title(),
            sender_address=f"{self.chance.choice(self.words)}@made-up.example",
            subject=subject,
            sent_at=self.now - timedelta(days=self.chance.uniform(0, 700)),
            kept_at=self.now,
            settled_at=self.now,
            shown_text=f"{subject}\n\n{body}{self._rare(number)}",
            meaning=self.chance.choice(list(Meaning)[:8]),
            confidence=self.chance.uniform(0.5, 1),
            state=Message.State.WAITING if waits else Message.State.FILED,
        )
