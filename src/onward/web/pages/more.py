"""More: on a phone, the places that do not fit in the bar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest) -> HttpResponse:
    """Show the other places."""
    return render(request, "settings/more.html")
