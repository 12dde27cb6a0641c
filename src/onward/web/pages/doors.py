"""Keeping an employer's door open, or not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.background.clock import today
from onward.journey.applications.models import Employer
from onward.journey.feedback import doors
from onward.web.forms.listening import DoorForm
from onward.web.whose import PersonRequest

_FIELDS = (
    *("again", "reserve_until", "reapply_from", "different", "next_touch_on"),
    "is_connected",
)


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what was decided about the door, and keep what is decided now."""
    employer = _mine(request, pk)
    door = doors.door_of(employer)
    kept = {name: getattr(door, name) for name in _FIELDS} if door else {}
    form = DoorForm(request.POST or None, initial=kept)
    if form.is_valid():
        doors.keep_door(employer=employer, kept=doors.Kept(**form.cleaned_data))
        messages.info(request, _("Kept."))
        return redirect("employer", employer.pk)
    given = {"form": form, "employer": employer, "door": door}
    return render(request, "doors/show.html", given)


@require_POST
def touched(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that the person was in touch today."""
    door = doors.door_of(_mine(request, pk))
    if door is not None:
        doors.say_touched(door=door, on=today(request.user))
    return redirect("employer", pk)


def _mine(request: PersonRequest, pk: int) -> Employer:
    rows = Employer.objects.of(request.user).select_related("merged_into", "person")
    return get_object_or_404(rows, pk=pk).root
