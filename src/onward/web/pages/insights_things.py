"""The lists behind numbers of Insights that count no applications."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onward.domain.development.patterns import Origin
from onward.domain.interview.answers.review import Side
from onward.domain.nerves.techniques import Technique
from onward.web.shown import insights_things as counted
from onward.web.shown.insights_things import Things
from onward.web.whose import PersonRequest

_SAID_BY = (Origin.EMPLOYERS, Origin.SELF)
_HALVES = (counted.FIRST, counted.LATEST)


def points(request: PersonRequest, origin: str) -> HttpResponse:
    """Show what employers said of a theme, or what the person noted."""
    if origin not in _SAID_BY:
        raise Http404
    theme = request.GET.get("about", "")
    return _page(request, counted.points_counted(request.user, theme, Origin(origin)))


def uses(request: PersonRequest, technique: str) -> HttpResponse:
    """Show every rated use of a technique."""
    if technique not in set(Technique):
        raise Http404
    return _page(request, counted.uses_counted(request.user, Technique(technique)))


def answers(request: PersonRequest, side: str = "", half: str = "") -> HttpResponse:
    """Show practised answers: all, or those of one half where a side was asked."""
    if side and (side not in set(Side) or half not in _HALVES):
        raise Http404
    about = Side(side) if side else None
    return _page(request, counted.answers_counted(request.user, about, half))


def guesses(request: PersonRequest, place: int | None = None) -> HttpResponse:
    """Show guesses beside what came: all, or those of one height."""
    return _page(request, counted.guesses_counted(request.user, place))


def _page(request: PersonRequest, things: Things) -> HttpResponse:
    return render(request, "insights/things.html", {"counted": things})
