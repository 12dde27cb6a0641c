"""Puts together the page before a sitting, and that of one question."""

import json
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward import wiring
from onward.domain.practice.presentation import parts_of
from onward.domain.practice.rungs import Rung, voice_for
from onward.journey.nerves.queries import letters_of
from onward.journey.practice.models import Asked, Sitting, Take
from onward.journey.practice.queries import takes_of_key
from onward.journey.practice.sittings import MOST_NERVES, manner_of
from onward.journey.practice.sound import has_sound, recording_of
from onward.journey.practice.takes import way_of
from onward.journey.practice.words import question_of, words_of
from onward.web.shown.moments import first_number
from onward.web.shown.practice_words import ABOUT, ASKERS, RUNGS, take_name

_PRESSURE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Ready:
    """The page before a sitting."""

    walk: str
    said: str
    url: str
    questions: tuple[str, ...]
    is_recorded: bool
    missing: str
    scale: tuple[int, ...]
    rated: int | None
    has_letter: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is put and answered."""

    walk: str
    place: int
    of: int
    title: str
    said: str
    parts: tuple[str, ...]
    asker: str
    way: str
    sitting: int
    url: str
    begin_url: str
    guess_url: str
    voice_url: str
    speaks: bool
    has_captions: bool
    thinking: int
    silence: int
    take: str
    take_key: str
    typed: str
    guess: str
    tests: str
    hint: str
    is_follow_up: bool
    is_pressure: bool


def walk_of(sitting: Sitting) -> str:
    """Return what a sitting is called: "Practise · Leeds City Council"."""
    about = str(ABOUT.get(Sitting.About(sitting.about), ""))
    if sitting.application:
        about = sitting.application.employer.called
    return f"{_('Practise')} · {about}" if about else _("Practise")


def ready_of(sitting: Sitting) -> Ready:
    """Return the page before a sitting."""
    manner = manner_of(sitting)
    questions = [one.text for one in sitting.questions.all()]
    count = len(questions)
    told = ngettext("%(count)s question", "%(count)s questions", count)
    said = told % {"count": first_number(count)}
    return Ready(
        walk=walk_of(sitting),
        said=f"{said} · {RUNGS[manner.rung]}",
        url=reverse("practice-ready", args=[sitting.pk]),
        questions=tuple(questions) if manner.presentation.in_advance else (),
        is_recorded=manner.rung.is_recorded,
        missing=wiring.transcriber().missing if manner.rung.is_recorded else "",
        scale=tuple(range(MOST_NERVES + 1)),
        rated=sitting.nerves_before,
        has_letter=letters_of(sitting.person).exists(),
    )


def question_page(asked: Asked, take: Take | None, *, tells: bool) -> Question:
    """Return a question, or what was asked after an answer to it.

    `take` is the one being answered, if it was begun; `tells` shows what it is testing.
    """
    manner = manner_of(asked.sitting)
    put = manner.presentation
    title = question_of(take) if take else asked.text
    main = take.follows if take else None
    turn = asked.number - 1 + (main.follow_ups.count() if main else 0)
    voice_url = _voice_url(asked, take, voice_for(manner.rung, turn))
    is_pressure = manner.rung is Rung.PRESSURE
    return Question(
        walk=walk_of(asked.sitting),
        place=asked.number,
        of=asked.sitting.questions.count(),
        title=title,
        said=_said(asked, take),
        parts=parts_of(title) if put.in_parts else (),
        asker=_asker(manner.rung, turn),
        way=take.way if take else way_of(asked),
        **_addresses(asked),
        voice_url=voice_url if manner.rung is not Rung.WRITE else "",
        speaks=put.is_spoken and not _is_begun(take),
        has_captions=put.has_captions,
        thinking=_PRESSURE_SECONDS if is_pressure else put.thinking_seconds,
        silence=put.silence_seconds,
        take=json.dumps(begun(take)) if take else "",
        take_key=take.key if take else "",
        typed=words_of(take).typed if take else "",
        guess=asked.guess,
        tests=asked.tests if tells or asked.guess else "",
        hint=_hint(asked) if main is None else "",
        is_follow_up=main is not None,
        is_pressure=is_pressure,
    )


def _addresses(asked: Asked) -> dict[str, Any]:
    address = [asked.sitting_id, asked.number]
    return {
        "sitting": asked.sitting_id,
        "url": reverse("practice-question", args=address),
        "begin_url": reverse("practice-begin-take", args=address),
        "guess_url": reverse("practice-guess", args=address),
    }


def _is_begun(take: Take | None) -> bool:
    """Tell whether something of the answer is here already."""
    return take is not None and (has_sound(take) or bool(take.words))


def begun(take: Take) -> dict[str, object]:
    """Return what the page needs to know of a take under way."""
    sound = recording_of(take) if has_sound(take) else None
    return {
        "key": take.key,
        "is_spoken": take.way == Take.Way.SPOKEN,
        "next": sound.next_number() if sound else 0,
        "seconds": round(sound.seconds(), 1) if sound else 0,
        "sound": reverse("take-sound", args=[take.key]),
        "typed": reverse("take-typed", args=[take.key]),
        "words": reverse("take-words", args=[take.key]),
    }


def _said(asked: Asked, take: Take | None) -> str:
    if take is not None and take.follows_id:
        return _("They ask on, about what you just said.")
    done = takes_of_key(asked).filter(ended_at__isnull=False).count()
    return take_name(done + 1) if done else ""


def _asker(rung: Rung, turn: int) -> str:
    return str(ASKERS[voice_for(rung, turn)]) if rung is Rung.PANEL else ""


def _voice_url(asked: Asked, take: Take | None, speaker: int) -> str:
    if wiring.voice().missing:
        return ""
    url = reverse("practice-voice", args=[asked.sitting_id, asked.number])
    follows = f"&take={take.key}" if take and take.follows_id else ""
    return f"{url}?speaker={speaker}{follows}"


def _hint(asked: Asked) -> str:
    """Return what the last take of this question was told to try."""
    earlier = takes_of_key(asked).filter(heard_at__isnull=False)
    last = (
        earlier.select_related("person", "asked").order_by("-ended_at", "-pk").first()
    )
    review = words_of(last).review if last else None
    return review.attempt.said if review and review.attempt else ""
