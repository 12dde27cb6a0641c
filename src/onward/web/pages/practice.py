"""Practice: where it begins, the page before a sitting, and the end of one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onward.domain.practice.rungs import Rung
from onward.journey.practice.models import Sitting
from onward.journey.practice.sittings import (
    begin_sitting,
    change_rung,
    end_sitting,
    rate_nerves,
)
from onward.web.forms.practice import NervesForm, SittingForm
from onward.web.pages.practice_access import with_microphone
from onward.web.shown.practice import home_of
from onward.web.shown.practice_begin import (
    choices_of,
    initial_of,
    rungs_of,
    wanted_of,
)
from onward.web.shown.practice_end import end_of
from onward.web.shown.practice_question import ready_of
from onward.web.whose import PersonRequest


@with_microphone
def begin(request: PersonRequest) -> HttpResponse:
    """Show where practice begins, or begin a sitting."""
    initial = initial_of(request.user, request.GET)
    choices = choices_of(request.user, request.POST.get("what", initial["what"]))
    form = SittingForm(choices, request.POST or None, initial=initial)
    if form.is_valid():
        wanted = wanted_of(request.user, form.cleaned_data)
        sitting = begin_sitting(person=request.user, wanted=wanted, manner=form.manner)
        return redirect("practice-ready", sitting.pk)
    rungs = rungs_of(str(form["rung"].value()))
    given = {"home": home_of(request.user), "form": form, "rungs": rungs}
    return render(request, "practice/begin.html", given)


@with_microphone
def ready(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the page before a sitting; POST keeps how nervous they are, and begins."""
    sitting = _mine(request, pk)
    form = NervesForm(request.POST or None)
    if form.is_valid():
        rate_nerves(sitting=sitting, before=True, rating=form.cleaned_data["rating"])
        if request.POST.get("go") == "write":
            change_rung(sitting=sitting, rung=Rung.WRITE)
        return redirect("practice-question", pk, 1)
    return render(request, "practice/ready.html", {"ready": ready_of(sitting)})


@with_microphone
def end(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what was practised; POST keeps how nervous they are now."""
    sitting = end_sitting(sitting=_mine(request, pk))
    form = NervesForm(request.POST or None)
    if form.is_valid():
        rate_nerves(sitting=sitting, before=False, rating=form.cleaned_data["rating"])
        return redirect("practice")
    return render(request, "practice/end.html", {"end": end_of(sitting)})


@require_POST
def gentler(request: PersonRequest, pk: int) -> HttpResponse:
    """Leave the pressure at once; the questions stay."""
    change_rung(sitting=_mine(request, pk), rung=Rung.FOLLOWED)
    return redirect("practice-ready", pk)


def _mine(request: PersonRequest, pk: int) -> Sitting:
    rows = Sitting.objects.of(request.user).select_related(
        "person", "application__employer", "focus"
    )
    return get_object_or_404(rows, pk=pk)
