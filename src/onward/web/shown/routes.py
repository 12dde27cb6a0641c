"""What the page of other routes shows."""

from dataclasses import dataclass

from django.urls import reverse

from onward.background.clock import today, zone_of
from onward.domain.asking.routes import Route, access_request, routes
from onward.domain.letters.locales import Locale
from onward.journey.applications.models import Application, Round
from onward.journey.feedback.asking import current_request, own_name
from onward.web.shown.moments import short_day


@dataclass(frozen=True, slots=True)
class RouteShown:
    """One route with the day it was checked, in words."""

    route: Route
    checked: str


@dataclass(frozen=True, slots=True)
class RoutesShown:
    """All routes, a narrow request to copy, and the way back."""

    routes: tuple[RouteShown, ...]
    request: str
    was_asked: bool
    application: str
    application_url: str
    ask_url: str


def routes_of(application: Application) -> RoutesShown:
    """Return the routes for one application."""
    day = today(application.person)
    asked = current_request(application)
    return RoutesShown(
        routes=tuple(
            RouteShown(route, short_day(route.checked_on, day)) for route in routes()
        ),
        request=_request(application),
        was_asked=bool(asked and asked.asked_at),
        application=application.role or application.employer.root.name,
        application_url=reverse("application", args=[application.pk]),
        ask_url=reverse("ask", args=[application.pk]),
    )


def _request(application: Application) -> str:
    zone = zone_of(application.person)
    held = Round.objects.of(application.person).filter(application=application)
    moments = held.exclude(starts_at=None).values_list("starts_at", flat=True)
    days = sorted({moment.astimezone(zone).date() for moment in moments if moment})
    return access_request(
        person=own_name(application) or "…",
        employer=application.employer.root.name,
        role=application.role,
        days=tuple(days),
        locale=Locale.UK,
    )
