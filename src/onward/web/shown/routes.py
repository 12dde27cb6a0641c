"""What the page of other routes shows."""

from dataclasses import dataclass

from django.urls import reverse

from onward.background.clock import today
from onward.domain.asking.routes import Route, routes
from onward.journey.applications.models import Application
from onward.journey.feedback.access import access_letter_of
from onward.journey.feedback.asking import current_request
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
    write_url: str
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
        request=access_letter_of(application).text,
        write_url=reverse("access-letter", args=[application.pk]),
        was_asked=bool(asked and asked.asked_at),
        application=application.role or application.employer.root.called,
        application_url=reverse("application", args=[application.pk]),
        ask_url=reverse("ask", args=[application.pk]),
    )
