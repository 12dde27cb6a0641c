"""Ways on from a screen of the walk, and how each is shown."""

from collections.abc import Mapping
from enum import StrEnum

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from onward.domain.landing.walk import Screen, after, before
from onward.journey.outcome import landing as taking_in
from onward.web.shown.landing_end import place_of, url_of
from onward.web.shown.landing_known import Known
from onward.web.whose import PersonRequest


class Go(StrEnum):
    """What was pressed; `STAY` is the page keeping by itself what is on it."""

    NEXT = "next"
    SKIP = "skip"
    BACK = "back"
    LEAVE = "leave"
    STAY = "stay"


def go_of(request: PersonRequest) -> Go | None:
    """Return what was pressed to go on, if anything was."""
    given = request.POST.get("go", "")
    return Go(given) if given in set(Go) else None


def shown(
    request: PersonRequest,
    known: Known,
    screen: Screen,
    given: Mapping[str, object],
    part: str = "",
) -> HttpResponse:
    """Return a screen, or a part of it, with its place in the walk."""
    place = {"place": place_of(known, screen)}
    return render(request, f"landing/{screen.value}.html{part}", {**place, **given})


def onwards(
    request: PersonRequest, known: Known, screen: Screen, to: Screen | None = None
) -> HttpResponse:
    """Go where was pressed; `to` is what follows, where that is not the next screen."""
    go = go_of(request)
    if go is Go.STAY:
        return HttpResponse(status=204)
    has_criteria = Screen.CRITERIA in known.screens
    follows = to or after(screen, has_criteria=has_criteria)
    if go is Go.LEAVE:
        # A card that was meant to be seen once is no place to begin again.
        resting = follows if screen is Screen.TALK else screen
        return _leave(request, known, resting)
    back = before(screen, has_criteria=has_criteria) or screen
    target = back if go is Go.BACK else follows
    taking_in.go_to(outcome=known.outcome, screen=target)
    return redirect(url_of(known, target))


def _leave(request: PersonRequest, known: Known, resting: Screen) -> HttpResponse:
    taking_in.go_to(outcome=known.outcome, screen=resting)
    messages.info(request, _("Kept. You can go on from here whenever you like."))
    return redirect("application", known.application.pk)
