"""Getting ready for an interview: all of it, the advert, and what they look for."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onward.adapters.documents.reading import text_of
from onward.journey.preparation import adverts
from onward.journey.preparation.gathering import next_round
from onward.journey.preparation.models import Criterion
from onward.web.forms.prepare import AdvertForm, CriterionForm
from onward.web.pages.applications import mine
from onward.web.shown.prepare import PlaceShown
from onward.web.shown.prepare_evidence import criteria_shown, criterion_row
from onward.web.shown.prepare_pages import place_of, prepare_shown
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show all of getting ready, and what is still none."""
    application = mine(request, pk)
    if application.merged_into_id:
        return redirect("prepare", application.merged_into_id)
    given = {"prepare": prepare_shown(application)}
    return render(request, "prepare/show.html", given)


def advert(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask for the advert, and read what it asks for."""
    application = mine(request, pk)
    form = AdvertForm(
        request.POST or None,
        request.FILES or None,
        initial={"text": application.advert},
    )
    if form.is_valid():
        adverts.take_in_advert(application=application, text=_words_of(form))
        return redirect("prepare-criteria", pk)
    given = {"form": form, "place": place_here(request, pk)}
    return render(request, "prepare/advert.html", given)


def _words_of(form: AdvertForm) -> str:
    file = form.cleaned_data["file"]
    if file is None:
        return str(form.cleaned_data["text"])
    return text_of(bytes(file.read()))


def criteria(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what they look for, and add to it."""
    application = mine(request, pk)
    form = CriterionForm(request.POST or None, initial={"must_have": True})
    if form.is_valid():
        adverts.add_criterion(application=application, **form.cleaned_data)
        return redirect("prepare-criteria", pk)
    place = place_of(application, next_round(application))
    given = {"criteria": criteria_shown(application, place), "form": form}
    return render(request, "prepare/criteria.html", given)


def criterion(request: PersonRequest, pk: int) -> HttpResponse:
    """Show one line they look for, to put it in other words."""
    found = criterion_of(request, pk)
    kept: dict[str, Any] = {"words": found.words, "must_have": found.must_have}
    form = CriterionForm(request.POST or None, initial=kept)
    if form.is_valid():
        adverts.edit_criterion(criterion=found, **form.cleaned_data)
        return redirect("prepare-criteria", found.application_id)
    given = {
        "form": form,
        "criterion": criterion_row(found),
        "quote": found.quote,
        "place": place_here(request, found.application_id),
    }
    return render(request, "prepare/criterion.html", given)


@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a line away; it can be had back."""
    found = criterion_of(request, pk)
    adverts.remove_criterion(criterion=found)
    return redirect("prepare-criteria", found.application_id)


def criterion_of(request: PersonRequest, pk: int) -> Criterion:
    """Return one of the person's criteria, or answer that there is none."""
    rows = Criterion.objects.of(request.user).select_related("application", "person")
    return get_object_or_404(rows, pk=pk)


def place_here(request: PersonRequest, pk: int) -> PlaceShown:
    """Return which interview a page is for."""
    application = mine(request, pk)
    return place_of(application, next_round(application))
