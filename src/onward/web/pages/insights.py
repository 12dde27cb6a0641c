"""Insights: the whole search looked at, and the list behind every number."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.background import clock
from onward.domain.odds.groups import EVERY_GROUP
from onward.journey.insights import services
from onward.journey.insights.models import NewWay
from onward.journey.insights.queries import ASKED
from onward.web.forms.insights import NewWayForm
from onward.web.shown.insights_counted import counted_of, silent_of
from onward.web.shown.insights_known import Asked
from onward.web.shown.insights_page import insights_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show the search as a sentence, as pictures and as tables."""
    form = NewWayForm(
        request.POST or None, initial={"began_on": clock.today(request.user)}
    )
    if form.is_valid():
        today = clock.today(request.user)
        services.write_new_way(person=request.user, today=today, **form.cleaned_data)
        messages.info(request, _("Written down. It will be compared from that day on."))
        return redirect("insights")
    given = {"insights": insights_of(request.user, _asked(request)), "form": form}
    return render(request, "insights/show.html", given)


def counted(request: PersonRequest, group: str) -> HttpResponse:
    """Show the applications that a number counts."""
    if group not in EVERY_GROUP | set(ASKED):
        raise Http404
    shown = counted_of(request.user, group, _asked(request), _page(request))
    return render(request, "insights/counted.html", {"counted": shown})


def silent(request: PersonRequest, days: int) -> HttpResponse:
    """Show the applications that are silent for longer than so many days."""
    shown = silent_of(request.user, days, _asked(request), _page(request))
    return render(request, "insights/counted.html", {"counted": shown})


@require_POST
def drop_new_way(request: PersonRequest, pk: int) -> HttpResponse:
    """Drop a new way that was written down."""
    mine = NewWay.objects.of(request.user).select_related("person")
    services.drop_new_way(new_way=get_object_or_404(mine, pk=pk))
    return redirect("insights")


def _asked(request: PersonRequest) -> Asked:
    names = ("period", "channel", "kind")
    return Asked(**{name: request.GET.get(name, "")[:60] for name in names})


def _page(request: PersonRequest) -> int:
    page = request.GET.get("page", "")
    return int(page) if page.isdecimal() else 1
