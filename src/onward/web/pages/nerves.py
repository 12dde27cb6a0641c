"""The nerves toolkit: a page for each technique, ratings, and what helps oneself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.domain.nerves.techniques import Technique, about
from onward.journey.applications.models import Application, Round
from onward.journey.nerves.keeping import (
    add_line,
    change_line,
    keep_letter,
    remove_line,
    set_rung,
)
from onward.journey.nerves.models import OwnLine
from onward.journey.nerves.services import rate_after, rate_before
from onward.web.forms.nerves import LetterForm, LineForm, RatingForm, RungForm
from onward.web.shown.letter_to_self import letter_of
from onward.web.shown.nerves_pages import nerves_of, technique_of, url_of
from onward.web.whose import PersonRequest


def index(request: PersonRequest) -> HttpResponse:
    """Show the toolkit, and what the person's own ratings say."""
    return render(request, "nerves/index.html", {"nerves": nerves_of(request.user)})


def technique(request: PersonRequest, key: str) -> HttpResponse:
    """Show one technique."""
    shown = technique_of(request.user, about(_named(key)))
    page = "breathing" if shown.pacer else "technique"
    return render(request, f"nerves/{page}.html", {"shown": shown})


def _named(key: str) -> Technique:
    if key not in set(Technique):
        raise Http404
    return Technique(key)


@require_POST
def rate(request: PersonRequest, key: str) -> HttpResponse:
    """Keep what was rated; what was left out stays unknown."""
    named, form = _named(key), RatingForm(request.POST)
    is_by_itself = request.POST.get("go") == "stay"
    if form.is_valid() and not form.is_empty:
        _keep(request, named, form)
        if not is_by_itself:
            messages.info(request, _("Kept."))
    if is_by_itself:
        return HttpResponse(status=204)
    return redirect("nerves")


def _keep(request: PersonRequest, named: Technique, form: RatingForm) -> None:
    told = form.cleaned_data
    mine = Round.objects.of(request.user)
    use = rate_before(
        person=request.user,
        technique=named,
        rating=told["before"],
        round=mine.filter(pk=told["round"]).first() if told["round"] else None,
        mark=told["mark"],
    )
    rate_after(use=use, rating=told["after"])


@require_POST
def add(request: PersonRequest, key: str) -> HttpResponse:
    """Keep a line of the person's own."""
    named, form = _named(key), LineForm(request.POST)
    if form.is_valid():
        text = form.cleaned_data["text"]
        add_line(person=request.user, technique=named, text=text)
    return redirect(f"{url_of(named)}#lines")


@require_POST
def line(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a line of the person's own, or take it away."""
    found = get_object_or_404(OwnLine.objects.of(request.user), pk=pk)
    form = LineForm(request.POST)
    if request.POST.get("go") == "away":
        remove_line(line=found)
    elif form.is_valid():
        change_line(line=found, text=form.cleaned_data["text"])
    return redirect(f"{url_of(Technique(found.technique))}#lines")


@require_POST
def rung(request: PersonRequest) -> HttpResponse:
    """Keep the rung the person chose."""
    form = RungForm(request.POST)
    if form.is_valid():
        set_rung(person=request.user, rung=form.chosen)
        messages.info(request, _("Kept."))
    return redirect(url_of(Technique.LADDER))


def letter(request: PersonRequest) -> HttpResponse:
    """Show the letter to oneself, or keep it as it stands."""
    whom, form = _whom(request), LetterForm(request.POST or None)
    if form.is_valid():
        text = form.cleaned_data["text"]
        keep_letter(person=request.user, text=text, application=whom)
        if request.POST.get("go") == "stay":
            return HttpResponse(status=204)
        messages.info(request, _("Kept."))
        return redirect(request.get_full_path())
    shown = letter_of(request.user, whom)
    return render(request, "nerves/letter.html", {"shown": shown, "form": form})


def _whom(request: PersonRequest) -> Application | None:
    """Return the application that a letter is for; None is any of them."""
    told = request.GET.get("about", "")
    mine = Application.objects.of(request.user).with_employer().whole()
    return get_object_or_404(mine, pk=told) if told.isdecimal() else None
