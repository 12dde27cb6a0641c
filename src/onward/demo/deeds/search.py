"""Where a deed finds what it is about: the mail that was read, and its moment."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Self
from zoneinfo import ZoneInfo

from onward.background.clock import standing_at, zone_of
from onward.demo.dates import day_of, moment_of
from onward.demo.sources import Letter, letters
from onward.journey.applications.models import Application, Round
from onward.journey.feedback.models import FeedbackNote
from onward.journey.mail.models import Filing, Message
from onward.journey.people.models import Person

_ZONE = "Europe/London"
Deeds = Mapping[str, Any]


@cache
def deeds() -> Deeds:
    """Return all that is told in `deeds.toml`."""
    content = (files("onward.demo") / "deeds.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


@dataclass(frozen=True, slots=True)
class Search:
    """The made-up search as it was read from its mail; `letters` by their keys."""

    person: Person
    today: date
    letters: Mapping[str, Letter]

    @classmethod
    def of(cls, person: Person, today: date) -> Self:
        """Return the search of somebody whose made-up mail was read."""
        return cls(person, today, {letter.key: letter for letter in letters()})

    @property
    def is_known(self) -> bool:
        """Whether all letters that deeds speak of have been read."""
        told = {
            one[name]
            for one in deeds()["feedback"]
            for name in ("asked", "letter")
            if name in one
        }
        wanted = {self.letters[key].message_id for key in told}
        read = Message.objects.of(self.person).filter(message_id__in=wanted)
        return read.values("message_id").distinct().count() == len(wanted)

    def moment(self, when: str) -> datetime:
        """Return a moment of the search, such as `-3w sat 10:30`."""
        return moment_of(when, self.today, _ZONE)

    def at(self, when: str) -> AbstractContextManager[None]:
        """Let time stand still at a moment of the search."""
        return standing_at(self.moment(when))

    def day(self, when: str) -> date:
        """Return a day of the search."""
        return day_of(when, self.today)

    def message(self, key: str) -> Message:
        """Return a letter as it was read."""
        mine = Message.objects.of(self.person)
        return mine.get(message_id=self.letters[key].message_id)

    def application(self, key: str) -> Application:
        """Return an application; raises LookupError where no mail was filed for it."""
        found = self.find(key)
        if found is None:
            raise LookupError(key)
        return found

    def find(self, key: str) -> Application | None:
        """Return the application that most letters about this one were filed under."""
        own = [one.message_id for one in self.letters.values() if _is_about(one, key)]
        filed = Filing.objects.of(self.person).filter(
            message__message_id__in=own, ended_at=None, application__isnull=False
        )
        counted = Counter(filed.values_list("application", flat=True)).most_common(1)
        if not counted:
            return None
        found = Application.objects.of(self.person).get(pk=counted[0][0])
        return found.merged_into or found

    def round(self, key: str, when: str) -> Round | None:
        """Return the interview of an application on a day, if the mail told of it."""
        whole, day, zone = self.application(key), self.day(when), zone_of(self.person)
        rounds = Round.objects.of(self.person).filter(
            application__in=whole.with_merged, starts_at__isnull=False
        )
        rows = rounds.select_related("application__merged_into", "event", "person")
        held = (
            row for row in rows if row.starts_at and _day(row.starts_at, zone) == day
        )
        return next(held, None)

    def note(self, key: str, says: Iterable[str]) -> FeedbackNote | None:
        """Return the point of feedback that holds some of these words."""
        mine = FeedbackNote.objects.of(self.person).filter(
            text__application=self.application(key)
        )
        return next(
            (one for one in mine.select_related("text") if holds(one, says)), None
        )


def holds(note: FeedbackNote, says: Iterable[str]) -> bool:
    """Tell whether a point of feedback shares words with something looked for."""
    places = ((note.text.text.find(words), len(words)) for words in says)
    return any(
        start >= 0 and start < note.end and note.start < start + length
        for start, length in places
    )


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()


def _is_about(letter: Letter, key: str) -> bool:
    return set(letter.applications) == {key}
