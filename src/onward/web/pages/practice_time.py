"""Practice over time."""

from django.http import HttpResponse
from django.shortcuts import render

from onward.web.shown.practice_time import over_time_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show what was practised over time, grouped as asked."""
    told = over_time_of(request.user, request.GET.get("by", ""))
    return render(request, "practice/over-time.html", {"time": told})
