"""Whose data a request is about: the one person of this machine, or who signed in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from onward.background.clock import zone_of
from onward.journey.people.models import Person

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class PersonRequest(HttpRequest):
    """A request of somebody known; every page gets one."""

    user: Person
    htmx: "HtmxDetails"


class Whose:
    """Names the person and their time zone; what has no person gets no page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the person's name and time zone."""
        if settings.ONE_PERSON:
            request.user = Person.objects.local()
        if not isinstance(request.user, Person):
            return render(request, "403.html", status=403)
        with timezone.override(zone_of(request.user)):
            return self.get_response(request)
