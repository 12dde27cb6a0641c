"""Whom to talk to, always one press away."""

from django.http import HttpResponse
from django.shortcuts import render

from onward.web.shown.support import talks_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show whom to talk to."""
    talks = talks_of(request.user)
    return render(request, "support/support.html", {"talks": talks})
