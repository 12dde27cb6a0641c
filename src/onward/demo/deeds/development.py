"""The one thing she works on, with its plan, and a new way written down."""

from datetime import time
from typing import Any

from onward.demo.deeds.search import Deeds, Search
from onward.domain.development.focus import Verdict
from onward.journey.development.focusing import (
    Begun,
    add_time,
    begin_focus,
    keep_plan,
    place_point,
)
from onward.journey.development.models import Focus
from onward.journey.development.points import points_of
from onward.journey.development.practising import say_done
from onward.journey.development.queries import due_drill
from onward.journey.development.reviewing import Account, review_round
from onward.journey.insights.services import write_new_way


def take_up_focus(search: Search, deeds: Deeds) -> None:
    """Lay points to themes; take a focus up, practise it, and look back on it once."""
    told = deeds["focus"]
    with search.at(told["when"]):
        _lay_points(search, deeds["place"])
        focus = _planned(search, told)
    for when in told["practised"]:
        _practise(search, focus, when)
    _look_back(search, focus, told["review"])
    _write_new_way(search, deeds["new_way"])


def _lay_points(search: Search, told: dict[str, list[str]]) -> None:
    points = points_of(search.person)
    for theme, sayings in told.items():
        for point in points:
            if any(words in point.quote for words in sayings):
                place_point(person=search.person, key=point.key, theme=theme)


def _planned(search: Search, told: dict[str, Any]) -> Focus:
    note = search.note(told["note"]["application"], told["note"]["says"])
    plan = told["plan"] | {"by_on": search.day(told["plan"]["by_on"])}
    begun = Begun(theme=told["theme"], thing=plan["thing"], note=note)
    focus = begin_focus(person=search.person, begun=begun)
    for one in told["week"]:
        add_time(focus=focus, **(one | {"at": time.fromisoformat(one["at"])}))
    return keep_plan(focus=focus, **plan)


def _practise(search: Search, focus: Focus, when: str) -> None:
    with search.at(when):
        due = due_drill(focus, search.day(when.rpartition(" ")[0]))
        if due is not None:
            say_done(drill=due)


def _look_back(search: Search, focus: Focus, told: dict[str, Any]) -> None:
    held = search.round(told["application"], told["round"])
    verdict = Verdict(told["verdict"])
    account = Account(verdict, told["done"], told["rating"], told["said"])
    with search.at(told["when"]):
        review_round(focus=focus, held=held, account=account)


def _write_new_way(search: Search, told: dict[str, Any]) -> None:
    day = search.day(told["when"].rpartition(" ")[0])
    with search.at(told["when"]):
        write_new_way(
            person=search.person, words=told["words"], began_on=day, today=day
        )
