"""How she looked back on interviews: the facts on the day, the meaning later."""

from typing import Any

from onward.demo.deeds.search import Deeds, Search
from onward.domain.applications.events import EventKind
from onward.domain.reflection.account import Around
from onward.domain.reflection.asked import Asked
from onward.domain.reflection.feelings import Feelings
from onward.domain.reflection.walk import Screen
from onward.journey.applications.models import Round
from onward.journey.applications.telling import Telling, tell
from onward.journey.reflection.services import (
    finish_facts,
    finish_meaning,
    give_guess,
    keep_facts,
    keep_meaning,
    may_guess,
)


def look_back(search: Search, deeds: Deeds) -> None:
    """Keep all reflections, as if screen by screen."""
    for told in deeds["reflection"]:
        with search.at(told["facts_at"]):
            held = _interview(search, told["application"], told["round"])
            _keep_facts(held, told)
        if "meaning_at" in told:
            with search.at(told["meaning_at"]):
                _keep_meaning(held, told)


def _interview(search: Search, key: str, when: str) -> Round:
    """Return the interview; one that no mail told of surely is told by her."""
    found = search.round(key, when)
    if found is None:
        telling = Telling(EventKind.INTERVIEW_HELD, search.day(when))
        event = tell(application=search.application(key), telling=telling)
        found = Round.objects.of(search.person).get(event=event)
    return found


def _keep_facts(held: Round, told: dict[str, Any]) -> None:
    questions = tuple(Asked(**one) for one in told["questions"])
    keep_facts(of=held, screen=Screen.QUESTIONS, questions=questions)
    keep_facts(of=held, screen=Screen.AROUND, around=Around(**told["around"]))
    if "guess" in told and may_guess(held.application.merged_into or held.application):
        give_guess(of=held, guess=told["guess"])
    feelings = Feelings(**told["feelings"])
    keep_facts(of=held, screen=Screen.FEELINGS, feelings=feelings)
    finish_facts(of=held)


def _keep_meaning(held: Round, told: dict[str, Any]) -> None:
    marks = tuple(told["marks"])
    keep_meaning(of=held, screen=Screen.ANSWERS, marks=marks)
    keep_meaning(of=held, screen=Screen.KEEP, keep=told["keep"])
    keep_meaning(of=held, screen=Screen.CHANGE, change=told["change"])
    finish_meaning(of=held)
