"""One take looked back on: its words and marks, done again, and laid beside another."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from onward.domain.practice.learned import Marked
from onward.journey.practice.corrections import (
    Place,
    add_mark,
    mark_words,
    take_mark_off,
)
from onward.journey.practice.hearing import begin_hearing
from onward.journey.practice.models import Take
from onward.journey.practice.takes import (
    begin_take,
    delete_sound,
    delete_take,
    end_take,
    rate_confidence,
    tick_parts,
)
from onward.web.forms.practice import AloneForm, ConfidenceForm, MarkForm, OwnMarkForm
from onward.web.pages.practice_access import my_take, with_microphone
from onward.web.shown.practice_compare import comparison_of
from onward.web.shown.practice_delete import goodbye_to
from onward.web.shown.practice_export import transcript_text
from onward.web.shown.practice_report import report_of
from onward.web.whose import PersonRequest


@with_microphone
def show(request: PersonRequest, key: str) -> HttpResponse:
    """Show what there is to say of a take; one still being heard is waited for."""
    take = my_take(request, key)
    if take.follows_id and take.follows:
        return redirect("take", take.follows.key)
    if take.heard_at is None:
        return redirect(_under_way(take))
    given = {"report": report_of(take), "own_mark": OwnMarkForm()}
    return render(request, "practice/report.html", given)


def _under_way(take: Take) -> str:
    if take.ended_at is not None:
        return reverse("take-next", args=[take.key])
    asked = take.asked
    url = reverse("practice-question", args=[asked.sitting_id, asked.number])
    return f"{url}?take={take.key}"


@require_POST
def mark(request: PersonRequest, key: str) -> HttpResponse:
    """Keep what the person says of a mark."""
    take, form = my_take(request, key), MarkForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        deed = take_mark_off if told.pop("go") == "off" else add_mark
        deed(take=take, place=Place(Marked(told.pop("marked")), **told))
    return redirect("take", key)


@require_POST
def own_mark(request: PersonRequest, key: str) -> HttpResponse:
    """Keep a mark of the person's own on words of the answer."""
    take, form = my_take(request, key), OwnMarkForm(request.POST)
    if form.is_valid():
        mark_words(take=take, **form.cleaned_data)
    return redirect("take", key)


@require_POST
def confidence(request: PersonRequest, key: str) -> HttpResponse:
    """Keep how the answer felt."""
    take, form = my_take(request, key), ConfidenceForm(request.POST)
    if form.is_valid():
        rate_confidence(take=take, rating=form.cleaned_data["rating"])
    return HttpResponse(status=204) if request.htmx else redirect("take", key)


@require_POST
def alone(request: PersonRequest, key: str) -> HttpResponse:
    """Keep what an answer had in it that nobody heard."""
    take, form = my_take(request, key), AloneForm(request.POST)
    if form.is_valid():
        tick_parts(take=take, parts=form.ticked)
    return HttpResponse(status=204) if request.htmx else redirect("take", key)


@require_POST
def again(request: PersonRequest, key: str) -> HttpResponse:
    """Begin the next take of the same question at once."""
    asked = my_take(request, key).asked
    begin_take(asked=asked)
    return redirect("practice-question", asked.sitting_id, asked.number)


@require_POST
def end(request: PersonRequest, key: str) -> HttpResponse:
    """End an answer that was broken off, with what there is of it."""
    take = my_take(request, key)
    begin_hearing(end_take(take=take))
    return redirect("take-next", key)


@with_microphone
def compare(request: PersonRequest, key: str, other: str) -> HttpResponse:
    """Show two takes of one question side by side."""
    given = {"beside": comparison_of(my_take(request, key), my_take(request, other))}
    return render(request, "practice/compare.html", given)


@require_GET
def transcript(request: PersonRequest, key: str) -> HttpResponse:
    """Return the words of a take as a text file."""
    take = my_take(request, key)
    response = HttpResponse(
        transcript_text(take), content_type="text/plain; charset=utf-8"
    )
    name = f"onward-take-{take.number}.txt"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def delete(request: PersonRequest, key: str) -> HttpResponse:
    """Ask whether to delete a take or only its sound; POST does it."""
    take = my_take(request, key)
    if request.method != "POST":
        return render(request, "practice/delete.html", {"goodbye": goodbye_to(take)})
    if request.POST.get("go") == "sound":
        delete_sound(take=take)
        return redirect("take", key)
    delete_take(take=take)
    return redirect("practice")
