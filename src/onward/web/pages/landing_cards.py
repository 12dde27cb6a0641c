"""The screen of the three trays: laying cards down, moving and taking them away."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render

from onward.domain.landing.explanations import Tray
from onward.domain.landing.walk import Screen
from onward.journey.outcome import landing as taking_in
from onward.journey.outcome.models import Landing
from onward.web.forms.landing import MeaningForm
from onward.web.pages.landing_walk import Go, go_of, onwards, shown
from onward.web.shown.landing_end import url_of
from onward.web.shown.landing_known import Known
from onward.web.shown.landing_meaning import meaning_of, nudge_of, suggested
from onward.web.whose import PersonRequest


def meaning(request: PersonRequest, known: Known) -> HttpResponse:
    """Show the trays, or keep what was moved, laid down or taken away."""
    form = MeaningForm(request.POST or None)
    if not form.is_valid():
        return shown(request, known, Screen.MEANING, {"meaning": meaning_of(known)})
    go = go_of(request)
    kept = replace(known, landing=_lay(known, form, is_typing=go is Go.STAY))
    if go is Go.STAY:
        return _nudge(request, kept, form.cleaned_data["nudge"])
    return onwards(request, kept, Screen.MEANING) if go else _desk(request, known, kept)


def _desk(request: PersonRequest, known: Known, kept: Known) -> HttpResponse:
    """Return the desk as it is after a card came or went."""
    if not request.htmx:
        return redirect(f"{url_of(kept, Screen.MEANING)}#cards")
    given = {"meaning": meaning_of(kept, before=known.landing)}
    return shown(request, kept, Screen.MEANING, given, "#laid")


def _lay(known: Known, form: MeaningForm, *, is_typing: bool) -> Landing:
    """Keep where the cards lie and what came or went; half a word is no card yet."""
    given = form.cleaned_data
    landing = taking_in.sort_cards(outcome=known.outcome, trays=form.trays)
    if form.has_said_back:
        landing = taking_in.say_back(outcome=known.outcome, words=given["said_back"])
    if is_typing:
        return landing
    return _come_and_go(known, form) or landing


def _come_and_go(known: Known, form: MeaningForm) -> Landing | None:
    """Lay down what was written or picked, take away what was; None if nothing was."""
    outcome, given = known.outcome, form.cleaned_data
    landing = None
    if given["own"]:
        landing = taking_in.add_card(outcome=outcome, text=given["own"])
    if text := suggested(known, given["take"]):
        card = {"text": text, "key": given["take"], "tray": Tray(given["into"])}
        landing = taking_in.add_card(outcome=outcome, **card)
    if given["away"]:
        # Where undoing leads back to.
        taking_in.go_to(outcome=outcome, screen=Screen.MEANING)
        landing = taking_in.take_card_away(outcome=outcome, number=given["away"])
    return landing


def _nudge(request: PersonRequest, known: Known, standing: str) -> HttpResponse:
    """Return the question that moving cards has brought up; nothing if it stays."""
    nudge = nudge_of(known.landing)
    if nudge.kind == standing:
        return HttpResponse(status=204)
    return render(request, "landing/nudge.html", {"nudge": nudge})
