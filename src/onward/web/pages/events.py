"""Events: something happened, it was otherwise, it was not."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.background import clock
from onward.journey.applications import telling
from onward.journey.applications.adding import AheadError
from onward.journey.applications.models import Event
from onward.web.forms.applications import EventForm
from onward.web.pages.applications import mine, page_of
from onward.web.whose import PersonRequest


@require_POST
def tell(request: PersonRequest, pk: int) -> HttpResponse:
    """Record that something happened to an application."""
    application = mine(request, pk)
    form = EventForm(request.POST, auto_id="record_%s")
    if form.is_valid():
        try:
            event = telling.tell(application=application, telling=form.telling)
        except AheadError as error:
            form.add_error("happened_on", _(str(error)))
        else:
            return redirect(_url(event))
    return page_of(request, application, form)


def correct(request: PersonRequest, pk: int) -> HttpResponse:
    """Put an event right."""
    event = telling.standing(_mine(request, pk))
    written = EventForm.written(event, clock.zone_of(request.user))
    form = EventForm(request.POST or None, initial=written)
    if form.is_valid():
        try:
            fresh = telling.correct(event=event, telling=form.telling)
        except AheadError as error:
            form.add_error("happened_on", _(str(error)))
        else:
            return redirect(_url(fresh))
    given = {"title": _("Put it right"), "form": form, "back_url": _url(event)}
    return render(request, "applications/edit.html", given)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Say that an event did not happen, or that it did after all."""
    event = _mine(request, pk)
    telling.take_back(event=event)
    return redirect(
        "application", event.application.merged_into_id or event.application_id
    )


def _mine(request: PersonRequest, pk: int) -> Event:
    rows = Event.objects.of(request.user).select_related(
        "person", "application__merged_into", "application__employer__merged_into"
    )
    return get_object_or_404(rows, pk=pk)


def _url(event: Event) -> str:
    whole = event.application.merged_into_id or event.application_id
    return f"{reverse('application', args=[whole])}#event-{event.pk}"
