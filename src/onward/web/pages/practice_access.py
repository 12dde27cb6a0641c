"""What the pages of practice may do that no other page may: listen, and play sound."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from onward.journey.practice.models import Asked, Take
from onward.web.doorkeeper import SEALS
from onward.web.whose import PersonRequest

Page = Callable[..., HttpResponse]
_POLICY = "Permissions-Policy"
_LISTENING = SEALS[_POLICY].replace("microphone=()", "microphone=(self)")


def with_microphone(page: Page) -> Page:
    """Let a page ask for the microphone and play sound made in it; no camera, ever."""

    @wraps(page)
    def answered(*given: Any, **further: Any) -> HttpResponse:
        response = page(*given, **further)
        response[_POLICY] = _LISTENING
        return response

    return cast("Page", csp_update({"media-src": [SELF, "blob:"]})(answered))


def my_question(request: PersonRequest, pk: int, number: int) -> Asked:
    """Return a question of the person's own sitting."""
    rows = Asked.objects.of(request.user).select_related(
        "person", "sitting__person", "sitting__application__employer", "sitting__focus"
    )
    return get_object_or_404(rows, sitting=pk, number=number)


def my_take(request: PersonRequest, key: str) -> Take:
    """Return a take of the person's own."""
    rows = Take.objects.of(request.user).select_related(
        "person",
        "follows",
        "asked__sitting__application__employer",
        "asked__sitting__focus",
    )
    return get_object_or_404(rows, key=key)
