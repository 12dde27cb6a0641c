"""Calendars that say when one is busy: named, read again, and let go of."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.domain.errors import OnwardError
from onward.journey.feedback.busy_calendars import (
    name_calendar,
    read_again,
    take_calendar_away,
)
from onward.journey.feedback.models import BusyCalendar
from onward.web.forms.busy_calendars import BusyCalendarForm
from onward.web.shown.busy_calendars import busy_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show the form, and keep a calendar once it could be read."""
    form = BusyCalendarForm(request.POST or None)
    if form.is_valid():
        try:
            name_calendar(person=request.user, place=form.place)
        except OnwardError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.info(request, _("Kept. It is read again once an hour."))
            return redirect("calendar")
    given = {"form": form, "shown": busy_of(request.user)}
    return render(request, "answers/busy-calendar.html", given)


@require_POST
def again(request: PersonRequest, pk: int) -> HttpResponse:
    """Read a calendar now."""
    if read_again(calendar=_mine(request, pk)):
        messages.info(request, _("Read."))
    return redirect("calendar")


@require_POST
def drop(request: PersonRequest, pk: int) -> HttpResponse:
    """Let go of a calendar and its password."""
    take_calendar_away(calendar=_mine(request, pk))
    messages.info(request, _("The calendar and its password are gone from here."))
    return redirect("calendar")


def _mine(request: PersonRequest, pk: int) -> BusyCalendar:
    mine = BusyCalendar.objects.of(request.user).select_related("person")
    return get_object_or_404(mine, pk=pk)
