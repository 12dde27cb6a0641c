"""Help: short pages that come with Onward."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from onward.web.shown.help import TOPICS


def index(request: HttpRequest) -> HttpResponse:
    """Show what there is to read."""
    return render(request, "help/index.html", {"topics": TOPICS})


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one of the help pages."""
    found = next((topic for topic in TOPICS if topic.slug == slug), None)
    if found is None:
        raise Http404
    return render(request, "help/topic.html", {"topic": found, "topics": TOPICS})
