"""When something is wrong: one line for the person, in the form they asked in."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.errors import OnwardError
from onward.journey.people.models import Person
from onward.journey.people.sealing import SealedAwayError, is_sealed_away
from onward.web.pages.private_words import asked_beside
from onward.web.whose import PersonRequest


class ErrorsInWords:
    """Turns the errors a person can be told about into a page, a notice or JSON."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the page does."""
        return self.get_response(request)

    def process_exception(
        self, request: PersonRequest, error: Exception
    ) -> HttpResponse | None:
        """Say what went wrong; what is not meant for the person goes on."""
        if isinstance(error, SealedAwayError) and _can_be_opened(request):
            return sealed_away(request)
        if isinstance(error, OnwardError):
            return told(request, 400, _(str(error)))
        return None


def _can_be_opened(request: HttpRequest) -> bool:
    """Tell whether a passphrase would help; what another key locked stays locked."""
    person = request.user
    return isinstance(person, Person) and is_sealed_away(person)


def sealed_away(request: PersonRequest) -> HttpResponse:
    """Lead to where the passphrase is asked, and from there back to this page.

    Whoever sent words keeps them: in the page that sent them, or in the answer.
    """
    if request.method != "GET":
        if request.headers.get("HX-Request"):
            return asked_beside(request, status=HTTPStatus.LOCKED)
        return _held(request)
    back = urlencode({"next": request.get_full_path()})
    asking = f"{reverse('open-private-words')}?{back}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": asking})
    return redirect(asking)


def _held(request: HttpRequest) -> HttpResponse:
    """Say that it is locked, on a page that holds what was sent."""
    if _wants_json(request):
        return told(request, HTTPStatus.LOCKED, _(str(SealedAwayError())))
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    given = {"sent": sent, "address": request.get_full_path()}
    return render(request, "423.html", given, status=HTTPStatus.LOCKED)


def bad_request(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 - Django hands it over by name
) -> HttpResponse:
    """Say that something could not be read."""
    return told(request, 400)


def forbidden(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 - Django hands it over by name
) -> HttpResponse:
    """Say that this is not allowed."""
    return told(request, 403)


def not_found(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 - Django hands it over by name
) -> HttpResponse:
    """Say that there is nothing here."""
    return told(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that Onward itself broke."""
    return told(request, 500)


def not_our_form(
    request: HttpRequest,
    reason: str = "",  # noqa: ARG001 - Django hands it over by name
) -> HttpResponse:
    """Say that a form did not come from a page of ours, or from one too old."""
    return told(request, 403)


def told(request: HttpRequest, status: int, said: str = "") -> HttpResponse:
    """Return the error in the form asked for: JSON, a notice for htmx, or a page."""
    if request.headers.get("HX-Request"):
        words = {"said": said or _plain_words(status)}
        response = render(request, "notice.html", words, status=status)
        response["HX-Retarget"] = "#notices"
        response["HX-Reswap"] = "innerHTML"
        return response
    if _wants_json(request):
        return JsonResponse({"said": said or _plain_words(status)}, status=status)
    return render(request, f"{status}.html", {"said": said}, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == (
        "application/json"
    )


def _plain_words(status: int) -> str:
    return {
        400: _("That could not be read. Nothing was changed."),
        403: _("Onward did not let that through. Load the page anew."),
        404: _("There is nothing here, or it has been deleted."),
    }.get(status, _("Something in Onward broke. What you had before is kept."))
