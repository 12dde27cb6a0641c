"""Puts together the page where practice begins."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward import wiring
from onward.background import clock
from onward.domain.practice.rungs import Rung
from onward.journey.people.models import Person
from onward.journey.people.sealing import is_sealed_away
from onward.journey.practice.models import Take
from onward.journey.practice.queries import (
    Due,
    due_returns,
    recent_takes,
    unfinished_takes,
)
from onward.journey.practice.sound import has_sound, recording_of
from onward.journey.practice.words import question_of
from onward.web.shown.moments import first_number, short_day
from onward.web.shown.practice_words import RUNGS, clock_words, return_words, take_name

_MOST_DUE = 2
# What proved the efficient dose in one group (Smith and others, 2023): no target.
_USUAL_DOSE = 9


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An answer that was broken off, and what can be done with it."""

    question: str
    said: str
    go_on_url: str
    end_url: str
    delete_url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A take in a list, or a question that comes back."""

    question: str
    said: str
    url: str


@dataclass(frozen=True, slots=True)
class Home:
    """Where practice begins: what waits, what comes back, what was practised."""

    sentence: str
    missing: str
    is_locked: bool
    unfinished: tuple[Unfinished, ...]
    due: tuple[Row, ...]
    recent: tuple[Row, ...]
    count: str


def home_of(person: Person) -> Home:
    """Return the page where practice begins."""
    today = clock.today(person)
    is_locked = is_sealed_away(person)
    recent = recent_takes(person)
    broken = () if is_locked else unfinished_takes(person)
    due = due_returns(person, clock.now())[:_MOST_DUE]
    return Home(
        sentence=_("Out loud or in writing, a few questions at a time."),
        missing=wiring.transcriber().missing,
        is_locked=is_locked,
        unfinished=tuple(_unfinished(take) for take in broken),
        due=tuple(_due(one, today) for one in due),
        recent=tuple(row_of(take, today) for take in recent),
        count=_count(person),
    )


def _count(person: Person) -> str:
    done = Take.objects.of(person).filter(follows=None, ended_at__isnull=False).count()
    if not done:
        return ""
    told = ngettext("%(count)s practice so far.", "%(count)s practices so far.", done)
    words = told % {"count": first_number(done)}
    if done >= _USUAL_DOSE:
        return words
    return f"{words} {_('About nine did the most for the time in one study.')}"


def _unfinished(take: Take) -> Unfinished:
    question = reverse(
        "practice-question", args=[take.asked.sitting_id, take.asked.number]
    )
    return Unfinished(
        question=question_of(take),
        said=_kept(take),
        go_on_url=f"{question}?take={take.key}",
        end_url=reverse("take-end", args=[take.key]),
        delete_url=reverse("take-delete", args=[take.key]),
    )


def _kept(take: Take) -> str:
    if has_sound(take):
        seconds = recording_of(take).seconds()
        return _("%(length)s of it are here.") % {"length": clock_words(seconds)}
    return _("What you typed is here.") if take.words else _("Nothing was said yet.")


def _due(due: Due, today: date) -> Row:
    url = reverse("practice")
    return Row(
        question=due.asked.text,
        said=return_words(due.on, today),
        url=f"{url}?question={due.asked.key}&rung={due.asked.sitting.rung}#begin",
    )


def row_of(take: Take, today: date) -> Row:
    """Return a take as it stands in a list."""
    ended = take.ended_at or take.begun_at
    day = short_day(ended.astimezone(clock.zone_of(take.person)).date(), today)
    rung = RUNGS[Rung(take.asked.sitting.rung)]
    return Row(
        question=take.asked.text,
        said=f"{take_name(take.number)} · {rung} · {day}",
        url=reverse("take", args=[take.key]),
    )
