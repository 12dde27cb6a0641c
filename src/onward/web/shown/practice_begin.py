"""What can be practised: the focus, an application, a kind of question, or anything."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.interview.questions.bank import question
from onward.domain.interview.questions.question import Kind
from onward.domain.practice.presentation import presentation
from onward.domain.practice.rungs import Rung
from onward.journey.applications.models import Application
from onward.journey.development.focusing import name_of
from onward.journey.development.models import Drill
from onward.journey.development.queries import current_focus, next_interview
from onward.journey.nerves.queries import rung_of
from onward.journey.people.models import Person
from onward.journey.practice.choosing import Wanted
from onward.journey.practice.models import Sitting
from onward.journey.practice.sittings import studio_of
from onward.web.forms.practice import USUAL_COUNT
from onward.web.shown.practice_words import KINDS, RUNGS, RUNGS_SAID
from onward.web.shown.shared import Choice

About = Sitting.About
_MOST_APPLICATIONS = 30
_LONGEST = 70
# Rungs of the ladder that need somebody else are practised with questions after it.
_LADDER = {"friend": Rung.FOLLOWED, "coach": Rung.FOLLOWED, "stranger": Rung.FOLLOWED}


def choices_of(person: Person, chosen: str) -> list[Any]:
    """Return what can be practised, in groups; what was asked for is among it."""
    found: list[Any] = []
    if key := _key_in(chosen):
        told = question(key)
        found.append((chosen, _short(told.text) if told else _("This question")))
    focus = current_focus(person)
    if focus is not None:
        name = _("Your focus: %(what)s") % {"what": name_of(focus)}
        found.append((About.FOCUS.value, _short(name)))
    if applications := _applications(person):
        found.append((_("For an application"), applications))
    kinds = [(f"kind:{kind.value}", label) for kind, label in KINDS.items()]
    found.append((_("A kind of question"), kinds))
    found.append((About.SURPRISE.value, _("Surprise me")))
    return found


def _applications(person: Person) -> list[tuple[str, str]]:
    mine = Application.objects.of(person).whole().unarchived().still_open()
    rows = mine.with_employer().order_by("next_at", "-pk")
    first = next_interview(person, clock.now())
    ordered = sorted(rows[:_MOST_APPLICATIONS], key=lambda one: one != first)
    return [(f"application:{one.pk}", _short(_called(one))) for one in ordered]


def _called(application: Application) -> str:
    return f"{application.employer.called}, {application.role}"


def _short(text: str) -> str:
    return str(Truncator(text).chars(_LONGEST))


def initial_of(person: Person, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return what the form begins with: as last time, or as a link asked for."""
    put = presentation(studio_of(person).presentation).as_told()
    drill = _drill(person, asked.get("drill", ""))
    rung = asked.get("rung", "") or (drill.rung if drill else _last_rung(person))
    told = {**put, "rung": _LADDER.get(rung, rung), "count": USUAL_COUNT}
    key = asked.get("question", "") or (drill.question if drill else "")
    if key and question(key):
        return {**told, "what": f"question:{key}", "count": 1}
    return {**told, "what": asked.get("for", "") or _usual_what(person)}


def _usual_what(person: Person) -> str:
    if current_focus(person) is not None:
        return About.FOCUS.value
    first = next_interview(person, clock.now())
    return f"application:{first.pk}" if first else About.SURPRISE.value


def _last_rung(person: Person) -> str:
    last = Sitting.objects.of(person).order_by("-begun_at", "-pk").first()
    if last is not None:
        return last.rung
    own = rung_of(person)
    return own.value if own else Rung.WRITE.value


def _drill(person: Person, key: str) -> Drill | None:
    mine = Drill.objects.of(person)
    return mine.filter(pk=key).first() if key.isdecimal() else None


def rungs_of(chosen: str) -> tuple[Choice, ...]:
    """Return the rungs of the ladder, the gentlest first."""
    return tuple(
        Choice(rung.value, str(label), str(RUNGS_SAID[rung]), chosen=rung == chosen)
        for rung, label in RUNGS.items()
    )


def wanted_of(person: Person, told: Mapping[str, Any]) -> Wanted:
    """Return what to practise, from what was chosen."""
    kind, _sep, name = told["what"].partition(":")
    count = told["count"]
    if key := _key_in(told["what"]):
        return Wanted(About.AGAIN, count, key=key, focus=current_focus(person))
    if kind == About.APPLICATION:
        application = Application.objects.of(person).filter(pk=name).first()
        return Wanted(About.APPLICATION, count, application=application)
    if kind == About.FOCUS:
        return Wanted(About.FOCUS, count, focus=current_focus(person))
    if kind == About.KIND and name in set(Kind):
        return Wanted(About.KIND, count, kind=name)
    return Wanted(About.SURPRISE, count)


def _key_in(what: str) -> str:
    kind, _sep, key = what.partition(":")
    return key if kind == "question" else ""
