"""The plan: one focus, what waits, and the patterns it comes from."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onward.journey.development import focusing, practising
from onward.journey.development.focusing import Begun
from onward.journey.development.models import Focus
from onward.journey.development.points import point_of
from onward.journey.feedback.models import FeedbackNote
from onward.web.forms.plan import HeardForm
from onward.web.shown.plan_board import board_of, place_shown
from onward.web.shown.plan_pages import plan_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show the one thing worked on, with its plan, and what waits."""
    return render(request, "plan/show.html", {"plan": plan_of(request.user)})


def patterns(request: PersonRequest) -> HttpResponse:
    """Show what comes back from several sides; what an adviser said is added here."""
    form = HeardForm(request.POST or None)
    if form.is_valid():
        focusing.hear(person=request.user, **form.cleaned_data)
        return redirect("plan-patterns")
    given = {"board": board_of(request.user), "form": form}
    return render(request, "plan/patterns.html", given)


def place(request: PersonRequest) -> HttpResponse:
    """Ask what a point is about, and put it there."""
    point = point_of(request.user, request.GET.get("key", ""))
    if point is None:
        raise Http404
    theme = request.POST.get("theme", "")
    if theme:
        focusing.place_point(person=request.user, key=point.key, theme=theme)
        return redirect("plan-patterns")
    given = {"place": place_shown(point, request.user)}
    return render(request, "plan/place.html", given)


@require_POST
def begin(request: PersonRequest) -> HttpResponse:
    """Take up a focus, from a pattern or from nothing."""
    begun = Begun(theme=request.POST.get("theme", ""))
    focus = focusing.begin_focus(person=request.user, begun=begun)
    return redirect("plan-screen", focus.pk, "goal")


@require_POST
def from_note(request: PersonRequest, pk: int) -> HttpResponse:
    """Take up what a point of feedback is about."""
    rows = FeedbackNote.objects.of(request.user).select_related("person", "text")
    focus = focusing.focus_from_note(note=get_object_or_404(rows, pk=pk))
    return redirect("plan-screen", focus.pk, "goal")


@require_POST
def take_up(request: PersonRequest, pk: int) -> HttpResponse:
    """Work on what was waiting."""
    focusing.take_up(focus=focus_of_request(request, pk))
    return redirect("plan")


@require_POST
def shelve(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a focus wait."""
    focusing.put_on_shelf(focus=focus_of_request(request, pk))
    return redirect("plan")


@require_POST
def retire(request: PersonRequest, pk: int) -> HttpResponse:
    """Be done with a focus."""
    focusing.retire(focus=focus_of_request(request, pk))
    return redirect("plan")


@require_POST
def space(request: PersonRequest, pk: int) -> HttpResponse:
    """Space the practices ahead anew, from today."""
    practising.space_drills(focus=focus_of_request(request, pk))
    return redirect("plan")


def focus_of_request(request: PersonRequest, pk: int) -> Focus:
    """Return the person's focus, or answer that there is none."""
    rows = Focus.objects.of(request.user).select_related(
        "person", "note__text__application__employer__merged_into"
    )
    return get_object_or_404(rows, pk=pk)
