"""What the person can show: the cards, and the matrix that lays them to criteria."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from onward.adapters.documents.reading import text_of
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.preparation import cards
from onward.journey.preparation.models import Criterion, EvidenceCard
from onward.journey.preparation.queries import matrix_of
from onward.journey.preparation.reading import suggestions_from_cv
from onward.web.forms.prepare import CardForm, CvForm
from onward.web.pages.applications import mine
from onward.web.pages.prepare import criterion_of, place_here
from onward.web.shown.prepare_evidence import (
    cards_shown,
    criterion_row,
    laying_shown,
    matrix_shown,
)
from onward.web.whose import PersonRequest

_STRENGTHS = frozenset(strength.value for strength in Strength)


def matrix(request: PersonRequest, pk: int) -> HttpResponse:
    """Show criteria and cards, and where there is none."""
    given = {"matrix": matrix_shown(mine(request, pk), place_here(request, pk))}
    return render(request, "prepare/matrix.html", given)


def lay(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the cards for one criterion, and keep how well each serves it."""
    criterion = criterion_of(request, pk)
    if request.method == "POST":
        _keep_strengths(request, criterion)
        go = request.POST.get("go", "")
        on = go if go.startswith("/applications/criteria/") else ""
        back = reverse("prepare-matrix", args=[criterion.application_id])
        return redirect(on or back)
    place = place_here(request, criterion.application_id)
    found = matrix_of(mine(request, criterion.application_id))
    given = {"laying": laying_shown(criterion, place, found)}
    return render(request, "prepare/lay.html", given)


def _keep_strengths(request: PersonRequest, criterion: Criterion) -> None:
    for card in EvidenceCard.objects.of(request.user).kept():
        said = request.POST.get(f"card-{card.pk}", "")
        if said in _STRENGTHS:
            cards.say_strength(criterion=criterion, card=card, strength=Strength(said))


def index(request: PersonRequest) -> HttpResponse:
    """Show all cards, and what a CV could give."""
    given = {"cards": cards_shown(request.user), "form": CvForm()}
    return render(request, "prepare/cards.html", given)


def write(request: PersonRequest) -> HttpResponse:
    """Write a new card; one written for a criterion is laid to it."""
    wanted = request.GET.get("for", "")
    criterion = criterion_of(request, int(wanted)) if wanted.isdecimal() else None
    form = CardForm(request.POST or None)
    if form.is_valid():
        card = cards.write_card(person=request.user, told=form.told)
        if criterion is None:
            return redirect("cards")
        cards.say_strength(criterion=criterion, card=card, strength=Strength.OK)
        return redirect("lay-cards", criterion.pk)
    given = {"form": form, "criterion": criterion_row(criterion) if criterion else None}
    return render(request, "prepare/card.html", given)


def card(request: PersonRequest, pk: int) -> HttpResponse:
    """Show one card, and keep what it says."""
    found = _card(request, pk)
    form = CardForm(request.POST or None, initial=CardForm.of(found))
    if form.is_valid():
        cards.rewrite_card(card=found, told=form.told)
        return redirect("cards")
    given = {"form": form, "card": found, "criterion": None}
    return render(request, "prepare/card.html", given)


@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a card away, or leave out what a CV could give."""
    cards.remove_card(card=_card(request, pk))
    return redirect("cards")


@require_POST
def from_cv(request: PersonRequest) -> HttpResponse:
    """Take suggestions from a CV; each waits to be looked over."""
    form = CvForm(request.POST, request.FILES)
    if form.is_valid():
        found = suggestions_from_cv(_cv_text(form))
        count = cards.keep_suggestions(person=request.user, told=found)
        messages.info(request, _came(count))
    return redirect("cards")


def _came(count: int) -> str:
    if not count:
        return _(
            "No new line in it reads like a story. Writing one yourself works too."
        )
    told = ngettext(
        "%(count)s line could become a card. Look it over.",
        "%(count)s lines could become cards. Look them over.",
        count,
    )
    return told % {"count": count}


def _cv_text(form: CvForm) -> str:
    file = form.cleaned_data["file"]
    if file is None:
        return str(form.cleaned_data["text"])
    return text_of(bytes(file.read()))


def _card(request: PersonRequest, pk: int) -> EvidenceCard:
    return get_object_or_404(EvidenceCard.objects.of(request.user), pk=pk)
