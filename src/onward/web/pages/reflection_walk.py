"""Ways on from a screen of looking back, and how each is shown.

A page that sends by itself (`static/js/drafts.js`) is answered without a page: nothing
where it stays, the next address where it goes on, and 409 where something else was kept
meanwhile by another open page.
"""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from onward.domain.reflection.walk import Screen, after, before
from onward.journey.reflection import services as reflecting
from onward.web.doorkeeper import SEALS
from onward.web.pages.landing_walk import Go, go_of
from onward.web.shown.reflection_known import Known, known_of
from onward.web.shown.reflection_pages import place_of, url_of
from onward.web.whose import PersonRequest

SENT_BY_ITSELF = "X-Draft"
MARK = "X-Mark"
# Dictation listens, where the browser understands speech on this device.
_POLICY = "Permissions-Policy"
_DICTATING = SEALS[_POLICY].replace("microphone=()", "microphone=(self)")


def shown(
    request: PersonRequest,
    known: Known,
    screen: Screen,
    given: Mapping[str, object],
    query: str = "",
) -> HttpResponse:
    """Return a screen with its place in the sitting."""
    place = {"place": place_of(known, screen, query)}
    answer = render(request, f"reflection/{screen.value}.html", {**place, **given})
    answer[_POLICY] = _DICTATING
    return answer


def clash(request: PersonRequest, known: Known, screen: Screen) -> HttpResponse | None:
    """Return the answer where another page has kept something here meanwhile."""
    if SENT_BY_ITSELF not in request.headers:
        return None
    seen, writer = request.POST.get("seen", ""), request.POST.get("writer", "")
    mark = known.mark(screen)
    # The same page sending again may have missed that it was kept already.
    if not seen or seen == mark or writer == known.account.reflection.writer:
        return None
    return HttpResponse(status=HTTPStatus.CONFLICT, headers={MARK: mark})


def onwards(
    request: PersonRequest, known: Known, screen: Screen, to: str = ""
) -> HttpResponse:
    """Go where was pressed; `to` is an address that comes before the next screen."""
    if writer := request.POST.get("writer", ""):
        reflecting.note_writer(of=known.round, writer=writer)
    kept = known_of(known.application, known.round.pk) or known
    go = go_of(request)
    if go is Go.STAY:
        return _stayed(request, kept, screen)
    if go is Go.LEAVE:
        messages.info(request, _("Kept. You can go on from here whenever you like."))
        return go_to(request, kept, screen, leaving(known))
    address = _back(kept, screen) if go is Go.BACK else to or _next(kept, screen)
    return go_to(request, kept, screen, address)


def leaving(known: Known, name: str = "application") -> str:
    """Return the address outside the walk."""
    return redirect(name, known.application.pk).url


def _back(known: Known, screen: Screen) -> str:
    back = before(screen, known.ground)
    return url_of(known, back) if back else leaving(known, "reflect")


def _next(known: Known, screen: Screen) -> str:
    """Return the next screen's address; the last one ends the sitting."""
    follows = after(screen, known.ground)
    if follows is Screen.KEPT:
        reflecting.finish_facts(of=known.round)
    elif follows is Screen.DONE:
        reflecting.finish_meaning(of=known.round)
    return url_of(known, follows)


def _stayed(request: PersonRequest, known: Known, screen: Screen) -> HttpResponse:
    if SENT_BY_ITSELF not in request.headers:
        return redirect(url_of(known, screen))
    return HttpResponse(
        status=HTTPStatus.NO_CONTENT, headers={MARK: known.mark(screen)}
    )


def go_to(
    request: PersonRequest, known: Known, screen: Screen, address: str
) -> HttpResponse:
    """Lead to an address: by a redirect, or in words to a page that sends by itself."""
    if SENT_BY_ITSELF not in request.headers:
        return redirect(address)
    return JsonResponse({"to": address}, headers={MARK: known.mark(screen)})
