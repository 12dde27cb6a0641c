"""The questions to expect, what to find out, the day, and the morning page."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from onward.journey.preparation import services
from onward.journey.preparation.gathering import next_round
from onward.journey.preparation.queries import preparation_of
from onward.web.forms.prepare import AsksForm, DayForm, LookupForm
from onward.web.pages.applications import mine
from onward.web.pages.prepare import place_here
from onward.web.shown.prepare_day import (
    ideas_to_ask,
    morning_shown,
    questions_shown,
    research_shown,
)
from onward.web.shown.prepare_pages import beside_of, leaving_words, place_of
from onward.web.whose import PersonRequest

_ROUND = ("format", "panel", "place")


def questions(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the questions to expect; POST chooses the trade."""
    application = mine(request, pk)
    if request.method == "POST":
        sector = request.POST.get("sector", "")[:40]
        services.keep(application=application, sector=sector)
        return redirect("prepare-questions", pk)
    given = {
        "questions": questions_shown(application),
        "beside": beside_of(application),
    }
    return render(request, "prepare/questions.html", given)


def research(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what is worth finding out, and keep what was found."""
    application = mine(request, pk)
    form = LookupForm(request.POST or None)
    if form.is_valid():
        services.keep_note(application=application, **form.cleaned_data)
        return redirect(f"{request.path}#{form.cleaned_data['key']}")
    given = {"research": research_shown(application)}
    return render(request, "prepare/research.html", given)


def day(request: PersonRequest, pk: int) -> HttpResponse:
    """Show how it is held and the way there, and keep it."""
    application = mine(request, pk)
    held, kept = next_round(application), preparation_of(application)
    known = {name: getattr(kept, name) for name in DayForm.base_fields}
    for name in _ROUND:
        known[name] = known[name] or (getattr(held, name) if held else "")
    form = DayForm(request.POST or None, initial=known)
    if form.is_valid():
        services.keep(application=application, **form.cleaned_data)
        return redirect("prepare-day", pk)
    place = place_of(application, held)
    given = {"form": form, "place": place, "leaving": leaving_words(held, kept)}
    return render(request, "prepare/day.html", given)


def asks(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what the person asks them, and keep it."""
    application = mine(request, pk)
    kept = preparation_of(application)
    form = AsksForm(
        request.POST or None, initial=AsksForm.of(kept.asks, kept.first_move)
    )
    if form.is_valid():
        move = form.cleaned_data["first_move"]
        services.keep(application=application, asks=form.asks, first_move=move)
        return redirect("prepare", pk)
    given = {"form": form, "place": place_here(request, pk), "ideas": ideas_to_ask()}
    return render(request, "prepare/asks.html", given)


def morning(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the one side of paper for the morning."""
    given = {"morning": morning_shown(mine(request, pk))}
    return render(request, "prepare/morning.html", given)
