"""The history: what was done, and taking it back."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.journey.applications.models import Application, Employer
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.mail.models import Message
from onward.web.shown.history import history_of
from onward.web.whose import PersonRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet


def show(request: PersonRequest) -> HttpResponse:
    """Show what was done, the latest first."""
    page = request.GET.get("page", "")
    shown = history_of(request.user, int(page) if page.isdecimal() else 1)
    return render(request, "history/history.html", {"history": shown})


@require_POST
def undo(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a change back, and go where the person came from."""
    change = get_object_or_404(Change.objects.of(request.user), pk=pk)
    undo_change(change=change)
    messages.info(request, _("Taken back: %(what)s") % {"what": change.text})
    return redirect(_back(request, change))


def _back(request: PersonRequest, change: Change) -> str:
    """Return the page of what the change was about, as long as that exists."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    kind, __, number = change.of_what.partition(":")
    mine: dict[str, QuerySet[Any]] = {
        "application": Application.objects.of(request.user),
        "employer": Employer.objects.of(request.user),
        "message": Message.objects.of(request.user),
    }
    if kind in mine and number.isdecimal() and mine[kind].filter(pk=number).exists():
        is_of_landing = change.undoer.startswith("landing.")
        return reverse("land" if is_of_landing else kind, args=[number])
    return reverse("applications" if kind == "application" else "history")
