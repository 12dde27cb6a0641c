"""Puts together the board of stages."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.applications.loop import Taken, loop_step
from onward.domain.applications.state import Stage
from onward.journey.applications.models import Application
from onward.journey.applications.queries import CLOSED, OPEN, Asked, lane, standings
from onward.journey.outcome.queries import how_taken
from onward.journey.people.models import Person
from onward.web.shown.application_words import LOOP, STAGES, standing_words
from onward.web.shown.applications import Board, Card, Lane
from onward.web.shown.listing import line_of, next_words, sentence, url_of
from onward.web.shown.moments import short_day

# More than these nobody looks through on a board; the table has them all.
MOST_CARDS = 12
MOST_CLOSED = 24


def board_of(person: Person) -> Board:
    """Return the board: open ones by stage, and all closed ones below."""
    now = clock.now().astimezone(clock.zone_of(person))
    number = standings(person, now)
    lanes = [_lane(person, stage, number.by_stage[stage], now) for stage in Stage]
    return Board(
        columns=(*lanes, _closed(person, number.closed, now)),
        sentence=sentence(number),
        empty=not number.anywhere,
    )


def _lane(person: Person, stage: Stage, count: int, now: datetime) -> Lane:
    cards = lane(person, stage)[:MOST_CARDS] if count else ()
    return Lane(
        key=stage,
        title=str(STAGES[stage]),
        count=count,
        cards=tuple(_card(application, now) for application in cards),
        more_url=_more(Asked(stage=stage, standing=OPEN), count > MOST_CARDS),
    )


def _closed(person: Person, count: int, now: datetime) -> Lane:
    cards = list(lane(person, None)[:MOST_CLOSED]) if count else []
    taken = how_taken(cards)
    return Lane(
        key="closed",
        title=_("Closed, in the loop"),
        count=count,
        cards=tuple(
            _closed_card(one, now, taken.get(one.pk, Taken())) for one in cards
        ),
        more_url=_more(Asked(standing=CLOSED), count > MOST_CLOSED),
    )


def _more(asked: Asked, is_more: bool) -> str:  # noqa: FBT001 - one of two addresses
    return url_of(asked) if is_more else ""


def _card(application: Application, now: datetime) -> Card:
    state = application.state_at(now)
    return Card(
        id=application.pk,
        url=reverse("application", args=[application.pk]),
        role=application.role or _("Role not known"),
        employer=application.employer.root.called,
        line=next_words(state.next_at, now),
        since=line_of(application, now),
    )


def _closed_card(application: Application, now: datetime, taken: Taken) -> Card:
    state = application.state_at(now)
    step = loop_step(state, now, taken)
    on = state.ended_at.astimezone(now.tzinfo).date() if state.ended_at else now.date()
    return Card(
        id=application.pk,
        url=reverse("application", args=[application.pk]),
        role=application.role or _("Role not known"),
        employer=application.employer.root.called,
        line=f"{standing_words(state)}, {short_day(on, now.date())}",
        since="",
        loop=str(LOOP[step]) if step else "",
    )
