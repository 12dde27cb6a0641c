"""Every point that was made about a person's interviews, from all who made one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from hashlib import blake2b

from django.utils.translation import gettext as _

from onward.background.clock import zone_of
from onward.domain.development.blind_spots import (
    BlindSpots,
    Forecast,
    blind_spots,
)
from onward.domain.development.patterns import (
    Leaning,
    Origin,
    Pattern,
    Point,
    board,
)
from onward.domain.feedback.themes import theme_of
from onward.domain.landing.explanations import Tray
from onward.journey.development.models import Heard, Placing
from onward.journey.development.sources import others
from onward.journey.feedback.deciding import quote_of
from onward.journey.feedback.models import FeedbackNote
from onward.journey.outcome.models import Landing
from onward.journey.people.models import Person
from onward.journey.people.sealing import SealedAwayError
from onward.journey.reflection.queries import Point as OwnPoint
from onward.journey.reflection.queries import forecasts, own_points

SELF = "self"
_MOST = 500
_LEANINGS = {
    FeedbackNote.Kind.STRENGTH: Leaning.KEEP,
    FeedbackNote.Kind.IMPROVEMENT: Leaning.BUILD,
    FeedbackNote.Kind.ADVICE: Leaning.BUILD,
}


def points_of(person: Person) -> list[Point]:
    """Return every confirmed point about a person's interviews.

    Where the person put one goes before what its words say. What is locked is left out
    while it is.
    """
    sources = (
        *(_from_employers, _from_explanations, _from_reflections, _from_advisers),
        *others,
    )
    placed = dict(Placing.objects.of(person).values_list("key", "theme"))
    return [
        replace(point, theme=placed.get(point.key, point.theme))
        for source in sources
        for point in source(person)
    ]


def point_of(person: Person, key: str) -> Point | None:
    """Return one point by its key, if it is still there."""
    return next((point for point in points_of(person) if point.key == key), None)


def patterns_of(person: Person) -> tuple[Pattern, ...]:
    """Return what comes back, what more voices say first."""
    return board(points_of(person))


def blind_spots_of(person: Person) -> BlindSpots:
    """Return where the person's view and that of others part."""
    return blind_spots(patterns_of(person))


def theme_of_note(note: FeedbackNote) -> str:
    """Return what a note is about in everyday terms, else its competency."""
    words = f"{quote_of(note)} {note.behaviour}"
    return theme_of(words) or note.competency


def _from_employers(person: Person) -> Iterator[Point]:
    confirmed = FeedbackNote.objects.of(person).filter(
        is_confirmed=True, kind__in=list(_LEANINGS)
    )
    rows = confirmed.select_related("text__application__employer__merged_into")
    for note in rows.order_by("-text__received_at", "-pk")[:_MOST]:
        employer = note.text.application.employer.root
        yield Point(
            theme=theme_of_note(note),
            origin=Origin.EMPLOYERS,
            voice=f"employer:{employer.pk}",
            leaning=_LEANINGS[FeedbackNote.Kind(note.kind)],
            quote=quote_of(note),
            said_on=_day(note.text.received_at, person),
            key=f"note:{note.pk}",
            about=employer.called,
        )


def _from_explanations(person: Person) -> Iterator[Point]:
    """Yield what the person laid into "mine to change" after a no."""
    landings = Landing.objects.of(person).filter(outcome__stands=True)
    rows = landings.exclude(cards=[]).select_related(
        "outcome__application__employer__merged_into"
    )
    for landing in rows.order_by("-begun_at", "-pk")[:_MOST]:
        application = landing.outcome.application
        for card in landing.cards:
            if card["tray"] == Tray.MINE:
                yield Point(
                    theme=theme_of(card["text"]),
                    origin=Origin.SELF,
                    voice=SELF,
                    leaning=Leaning.BUILD,
                    quote=card["text"],
                    said_on=_day(landing.begun_at, person),
                    key=f"application:{application.pk}:card-{card['id']}",
                    about=_("After the no of %(employer)s")
                    % {"employer": application.employer.root.in_words},
                )


def _from_reflections(person: Person) -> Iterator[Point]:
    """Yield what the person noted to keep and to change after interviews."""
    try:
        noted = own_points(person)
    except SealedAwayError:
        return
    for own in noted[:_MOST]:
        yield Point(
            theme=theme_of(own.text) or own.competency,
            origin=Origin.SELF,
            voice=SELF,
            leaning=Leaning.KEEP if own.kind is OwnPoint.KEEP else Leaning.BUILD,
            quote=own.text,
            said_on=own.noted_on,
            key=f"application:{own.application.pk}:{_mark(own.text)}",
            about=own.application.employer.root.called,
        )


def forecasts_of(person: Person) -> list[Forecast]:
    """Return what the person thought beforehand and what came, where both are known."""
    try:
        told = forecasts(person)
    except SealedAwayError:
        return []
    return [
        Forecast(one.share, one.came_true) for one in told if one.came_true is not None
    ]


def _from_advisers(person: Person) -> Iterator[Point]:
    for heard in Heard.objects.of(person).order_by("-heard_on", "-pk")[:_MOST]:
        yield Point(
            theme=heard.theme,
            origin=Origin.ADVISER,
            voice=f"adviser:{heard.said_by.casefold()}",
            leaning=Leaning(heard.leaning),
            quote=heard.text,
            said_on=heard.heard_on,
            key=f"heard:{heard.pk}",
            about=heard.said_by,
        )


def _mark(text: str) -> str:
    """Return a short name for words, the same for the same words."""
    return blake2b(text.encode(), digest_size=6).hexdigest()


def _day(moment: datetime, person: Person) -> date:
    return moment.astimezone(zone_of(person)).date()
