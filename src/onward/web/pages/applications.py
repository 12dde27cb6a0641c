"""Applications: the table, the board and the page of one of them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from onward.background import clock
from onward.journey.applications.models import Application
from onward.journey.applications.queries import NEWEST, SORTS, Asked
from onward.web.forms.applications import EventForm
from onward.web.shown.application import shown_of
from onward.web.shown.board import board_of
from onward.web.shown.listing import listing_of
from onward.web.whose import PersonRequest


def table(request: PersonRequest) -> HttpResponse:
    """Show the applications as a table, narrowed and sorted as asked."""
    asked = _asked(request)
    page = request.GET.get("page", "")
    listing = listing_of(request.user, asked, int(page) if page.isdecimal() else 1)
    part = "#rows" if request.htmx.target == "rows" else ""
    return render(request, f"applications/list.html{part}", {"listing": listing})


def _asked(request: PersonRequest) -> Asked:
    told = {
        name: request.GET.get(name, "") for name in ("stage", "standing", "channel")
    }
    sort = request.GET.get("sort", "")
    return Asked(
        words=request.GET.get("q", ""),
        sort=sort if sort in SORTS else NEWEST,
        **told,
    )


def board(request: PersonRequest) -> HttpResponse:
    """Show the applications by stage."""
    return render(request, "applications/board.html", {"board": board_of(request.user)})


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show one application; one that was merged leads to what it is part of."""
    application = mine(request, pk)
    if application.merged_into_id:
        return redirect("application", application.merged_into_id)
    return page_of(request, application, _record_form(request))


def page_of(
    request: PersonRequest, application: Application, record: EventForm
) -> HttpResponse:
    """Return the page of an application, with the form to record something."""
    given = {"shown": shown_of(application), "record": record}
    given["tells"] = record.is_bound or "tell" in request.GET
    return render(request, "applications/show.html", given)


def mine(request: PersonRequest, pk: int) -> Application:
    """Return the person's application, or answer that there is none."""
    rows = Application.objects.of(request.user).with_employer()
    return get_object_or_404(rows.select_related("person", "merged_into"), pk=pk)


def _record_form(request: PersonRequest) -> EventForm:
    kind = request.GET.get("tell", "")
    return EventForm(
        initial={"kind": kind, "happened_on": clock.today(request.user)},
        auto_id="record_%s",
    )
