"""The questions of the plan, the practices, and the look back after a round."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onward.domain.development.focus import Verdict
from onward.journey.applications.models import Round
from onward.journey.development import focusing, practising, reviewing
from onward.journey.development.models import Drill, Focus
from onward.journey.development.queries import current_focus
from onward.web.forms import plan as plan_forms
from onward.web.pages.plan import focus_of_request
from onward.web.shown.plan_pages import drill_of, goal_words
from onward.web.shown.plan_screens import after, screen_of
from onward.web.whose import PersonRequest

_FORMS: dict[str, type[forms.Form]] = {
    "goal": plan_forms.GoalForm,
    "wish": plan_forms.WishForm,
    "if-then": plan_forms.IfThenForm,
    "week": plan_forms.WeekForm,
    "setback": plan_forms.SetbackForm,
    "who": plan_forms.WhoForm,
    "practices": plan_forms.PracticesForm,
}


def screen(request: PersonRequest, pk: int, name: str) -> HttpResponse:
    """Show or keep one question of the plan; each can be left out."""
    focus = focus_of_request(request, pk)
    if name not in _FORMS:
        raise Http404
    if request.POST.get("go") == "skip":
        return redirect(after(focus, name))
    form = _FORMS[name](request.POST or None, initial=_told(focus, name))
    if form.is_valid():
        return _kept(request, focus, name, form.cleaned_data)
    given = {"screen": screen_of(focus, name), "form": form}
    return render(request, "plan/screen.html", given)


def _told(focus: Focus, name: str) -> dict[str, Any]:
    if name == "setback":
        return plan_forms.SetbackForm.told(focus)
    if name == "week":
        return {}
    return {field: getattr(focus, field) for field in _FORMS[name].base_fields}


def _kept(
    request: PersonRequest, focus: Focus, name: str, told: dict[str, Any]
) -> HttpResponse:
    if name == "week":
        focusing.add_time(focus=focus, **told)
        return redirect("plan-screen", focus.pk, name)
    focusing.keep_plan(focus=focus, **told)
    here = request.POST.get("go") == "stay"
    return (
        redirect("plan-screen", focus.pk, name)
        if here
        else redirect(after(focus, name))
    )


@require_POST
def drop_time(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Take a time out of the week."""
    focusing.drop_time(focus=focus_of_request(request, pk), number=number)
    return redirect("plan-screen", pk, "week")


def drill(request: PersonRequest, pk: int) -> HttpResponse:
    """Show one practice; POST says that it was done, or takes that back."""
    found = _drill(request, pk)
    if request.method == "POST":
        is_back = request.POST.get("go") == "undo"
        act = practising.say_undone if is_back else practising.say_done
        act(drill=found)
        return redirect("plan")
    return render(request, "plan/drill.html", {"drill": drill_of(found), "pk": pk})


def _drill(request: PersonRequest, pk: int) -> Drill:
    rows = Drill.objects.of(request.user).select_related("focus__person", "person")
    return get_object_or_404(rows, pk=pk)


def review(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Hold a round against the one thing: carry it, change it, or be done."""
    focus = current_focus(request.user)
    if focus is None:
        return redirect("plan")
    held = _round(request, pk) if pk else None
    form = plan_forms.ReviewForm(request.POST or None)
    if form.is_valid():
        account = reviewing.Account(**form.cleaned_data)
        reviewing.review_round(focus=focus, held=held, account=account)
        is_change = account.verdict is Verdict.CHANGE
        return (
            redirect("plan-screen", focus.pk, "goal") if is_change else redirect("plan")
        )
    return render(request, "plan/review.html", _given(focus, held, form))


def _given(focus: Focus, held: Round | None, form: forms.Form) -> dict[str, Any]:
    return {
        "form": form,
        "goal": goal_words(focus, focus.begun_at.date()),
        "employer": held.application.employer.root.called if held else "",
        "last": reviewing.last_rating(focus),
    }


def _round(request: PersonRequest, pk: int) -> Round:
    rows = Round.objects.of(request.user)
    return get_object_or_404(
        rows.select_related("application__employer__merged_into"), pk=pk
    )
