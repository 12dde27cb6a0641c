"""Routes apart from asking kindly, folded, each with what it costs."""

from django.http import HttpResponse
from django.shortcuts import render

from onward.web.pages.applications import mine
from onward.web.shown.routes import routes_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the routes for one application."""
    return render(request, "routes/show.html", {"shown": routes_of(mine(request, pk))})
