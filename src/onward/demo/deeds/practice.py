"""Answers she practised in writing."""

from typing import Any

from onward.demo.deeds.search import Deeds, Search
from onward.domain.practice.presentation import Presentation
from onward.domain.practice.rungs import Rung
from onward.journey.practice.choosing import Wanted
from onward.journey.practice.hearing import begin_hearing
from onward.journey.practice.models import Sitting
from onward.journey.practice.sittings import (
    Manner,
    begin_sitting,
    end_sitting,
    rate_nerves,
    show_question,
)
from onward.journey.practice.takes import begin_take, end_take, rate_confidence

_MANNER = Manner(Rung.WRITE, Presentation(is_spoken=False))


def practise_all(search: Search, deeds: Deeds) -> None:
    """Practise all answers, each in a sitting of one question."""
    for told in deeds["practice"]:
        with search.at(told["when"]):
            _practise(_sitting(search, told), told)


def _sitting(search: Search, told: dict[str, Any]) -> Sitting:
    wanted = Wanted(count=1, key=told["key"])
    return begin_sitting(person=search.person, wanted=wanted, manner=_MANNER)


def _practise(sitting: Sitting, told: dict[str, Any]) -> None:
    before, after = told["nerves"]
    rate_nerves(sitting=sitting, before=True, rating=before)
    asked = show_question(asked=sitting.questions.get())
    take = end_take(take=begin_take(asked=asked), text=told["answer"])
    begin_hearing(take)
    rate_confidence(take=take, rating=told["felt"])
    rate_nerves(sitting=sitting, before=False, rating=after)
    end_sitting(sitting=sitting)
