"""Today: at most three next steps."""

from django.http import HttpResponse
from django.shortcuts import render

from onward.web.shown.today import Today
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show what would help now."""
    return render(
        request, "today/today.html", {"today": Today("Today", "", empty=True)}
    )
