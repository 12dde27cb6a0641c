"""Today: at most three next steps, and putting one off."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.background import clock
from onward.journey.today.circumstances import with_circumstances
from onward.journey.today.services import put_off
from onward.web.shown.day import steps_of, today_of
from onward.web.shown.steps import step_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show what would help now."""
    return render(request, "today/today.html", {"today": today_of(request.user)})


@require_POST
def not_now(request: PersonRequest, key: str) -> HttpResponse:
    """Put a step off; the next one takes its place. One that is gone needs nothing."""
    now = clock.now().astimezone(clock.zone_of(request.user))
    found = [step for step in steps_of(request.user, now) if step.key == key]
    for known in with_circumstances(request.user, found):
        text = _("Put off: %(what)s") % {"what": step_of(known, now).title}
        put_off(person=request.user, candidate=known.candidate, text=text)
    if not request.htmx:
        return redirect("today")
    shown = {"today": today_of(request.user), "swapped": True}
    return render(request, "today/today.html#put-off", shown)
