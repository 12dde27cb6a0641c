"""The odds of one's own search, and what is taken as usual in them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.background import clock
from onward.domain.statistics.priors import Step
from onward.journey.insights import services
from onward.web.forms.insights import UsualForm
from onward.web.shown.insights_odds import odds_of_search
from onward.web.whose import PersonRequest

_OUT_OF = 100


def show(request: PersonRequest) -> HttpResponse:
    """Show the odds of each step; folded while bad news is fresh."""
    fades = request.GET.get("older") == "less"
    given = {"odds": odds_of_search(request.user, fades=fades)}
    return render(request, "insights/odds.html", given)


@require_POST
def usual(request: PersonRequest, step: str) -> HttpResponse:
    """Keep what the person takes as usual for a step, or go by what is known again."""
    if step not in set(Step):
        raise Http404
    if request.POST.get("go") == "back":
        services.drop_usual(person=request.user, step=Step(step))
        messages.info(request, _("Back to what Onward knows."))
        return redirect("odds")
    form = UsualForm(request.POST)
    if not form.is_valid():
        raise services.ImpossibleShareError
    services.keep_usual(
        person=request.user,
        step=Step(step),
        share=form.cleaned_data["share"] / _OUT_OF,
        weight=form.cleaned_data["weight"],
        on=clock.today(request.user),
    )
    messages.info(request, _("Kept. The odds go by it from now on."))
    return redirect("odds")
