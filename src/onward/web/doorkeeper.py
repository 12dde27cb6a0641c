"""Lets in only who showed the start token, on our own address, from our own pages.

Another user of this machine has no token. A web page in the same browser sends another
origin. A name that was bound anew to 127.0.0.1 shows in the Host header, and nowhere
else: from there on such a page counts as our own.
"""

import re
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from onward.web.passes import door

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LONG = "public, max-age=31536000, immutable"
SEALS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), "
    "usb=(), display-capture=(), browsing-topics=()",
    "X-Frame-Options": "DENY",
}
_CALENDAR = re.compile(r"/calendar/[\w-]{32,64}\.ics")
Answer = Callable[[HttpRequest], HttpResponse]


class Doorkeeper:
    """Stands before everything, files and error pages included."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say why not; every answer is sealed."""
        return _sealed(request, self._answer(request))

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if not _is_our_address(request):
            return render(request, "400.html", status=400)
        if not _comes_from_us(request):
            return render(request, "403.html", status=403)
        opens_itself = _is_file(request) or _is_calendar(request)
        if opens_itself or not settings.ONE_PERSON:
            return self.get_response(request)
        return self._let_in(request)

    def _let_in(self, request: HttpRequest) -> HttpResponse:
        kept = request.COOKIES.get(cookie_name(request), "")
        shown = request.GET.get("token")
        new = door().exchange(shown) if shown is not None else None
        if new is None and not door().opens_for(kept):
            return _start_page(request)
        if shown is None:
            return self.get_response(request)
        return _without_token(request, new)


def _start_page(request: HttpRequest) -> HttpResponse:
    response = render(request, "start.html", status=403)
    # A page that was open when Onward was started anew shows it whole, not in a part.
    response["HX-Refresh"] = "true"
    return response


def cookie_name(request: HttpRequest) -> str:
    """Return the pass's name: cookies know no ports, and two Onwards may run."""
    return f"onward_pass_{request.META['SERVER_PORT']}"


def _is_our_address(request: HttpRequest) -> bool:
    """Tell whether the Host header names this machine and our own port."""
    port = request.META["SERVER_PORT"]
    ours = {f"{host}:{port}" for host in settings.ALLOWED_HOSTS}
    if port == "80":
        ours.update(settings.ALLOWED_HOSTS)
    return request.META.get("HTTP_HOST", "").lower() in ours


def _comes_from_us(request: HttpRequest) -> bool:
    """Tell whether one of our own pages asks, or the person by going somewhere."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    origin = request.headers.get("Origin")
    if site == "same-origin" and origin == "null":
        # A page that sends no referrer tells no origin either; but Sec-Fetch-Site is
        # the browser's own word.
        del request.META["HTTP_ORIGIN"]
        origin = None
    if origin not in (None, f"{request.scheme}://{request.META['HTTP_HOST'].lower()}"):
        return False
    return site in ("same-origin", "none") or _is_link_followed(request)


def _is_link_followed(request: HttpRequest) -> bool:
    return (
        request.method in SAFE_METHODS
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
    )


def _is_file(request: HttpRequest) -> bool:
    """Tell whether a style, font or script is asked for: these hold nothing private."""
    return request.path.startswith(settings.STATIC_URL) and ".." not in request.path


def _is_calendar(request: HttpRequest) -> bool:
    """Tell whether a calendar program asks for a feed, whose token is its pass."""
    found = _CALENDAR.fullmatch(request.path)
    return request.method in SAFE_METHODS and found is not None


def _without_token(request: HttpRequest, new: str | None) -> HttpResponse:
    """Send the browser on to the clean address, with its pass."""
    rest = {name: value for name, value in request.GET.items() if name != "token"}
    clean = f"{request.path}?{urlencode(rest)}" if rest else request.path
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site in ("same-origin", "none"):
        response: HttpResponse = HttpResponseRedirect(clean)
    else:
        # After a link from elsewhere a redirect would still count as from elsewhere,
        # and the strict cookie would stay at home; our own page has no such trouble.
        response = render(request, "come-in.html", {"clean": clean})
    if new is not None:
        name = cookie_name(request)
        response.set_cookie(name, new, httponly=True, samesite="Strict")
    return response


def _sealed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Add what keeps an answer from being framed, read elsewhere or stored."""
    for name, value in SEALS.items():
        response.setdefault(name, value)
    if not response.streaming:
        response.setdefault("Content-Length", str(len(response.content)))
    if not _is_file(request) or response.status_code >= HTTPStatus.BAD_REQUEST:
        response["Cache-Control"] = "no-store"
    elif "v" in request.GET:
        response["Cache-Control"] = LONG
    return response
